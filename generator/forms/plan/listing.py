"""What several tables of part ๔ share: the definition of an indicator, and projects as they are listed."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from generator.forms.flows import BLANK, flow_of, joined
from generator.forms.plan.names import NOTHING, Names
from generator.model.kr.definition import FORMULA, SUBHEADING, UNDERLINED
from generator.model.plan.indicators import EVIDENCE, MEANING, METHOD, TARGET, TASK, IndicatorDefinition
from generator.model.plan.projects import Project
from generator.model.prose import Prose
from generator.render.values import Flow

HEADINGS: Final = {
    MEANING: "นิยาม",
    TASK: "ภารกิจของหน่วยงาน",
    TARGET: "ค่าเป้าหมาย",
    METHOD: "วิธีคำนวณ/วัดผลการดำเนินงาน/สูตรคำนวณ",
    EVIDENCE: "วิธีเก็บข้อมูล/หลักฐาน",
}


def lines(names: Names, texts: Sequence[str]) -> Flow:
    """Return texts as paragraphs; a dash if there are none."""
    return names.typesetter.flow(Prose.of("\n".join(texts) if texts else NOTHING))


def definition(names: Names, owner: str) -> Flow:
    """Return the paragraphs and formulas that define an indicator, each part under its heading."""
    rows = names.book.definitions_of.get(owner, ())
    flows: list[Flow] = []
    for part, group in groupby(rows, key=lambda row: row.part):
        own = list(group)
        heading = next((row.heading for row in own if row.heading), HEADINGS.get(part, ""))
        flows.append(names.typesetter.flow(Prose.of(heading), bold=True))
        for plainly, together in groupby(own, key=lambda row: row.style not in (SUBHEADING, UNDERLINED, FORMULA)):
            if plainly:  # together, so that the marks of one list hang below those of another
                flows.append(names.typesetter.flow(Prose.join(row.text for row in together)))
            else:
                flows += [_paragraph(names, row) for row in together]
    return joined(flows) or names.typesetter.flow(Prose.of(BLANK))


def _paragraph(names: Names, row: IndicatorDefinition) -> Flow:
    text = names.typesetter.flow(row.text, bold=row.style == SUBHEADING, underline=row.style == UNDERLINED)
    if row.style != FORMULA:
        return text
    lines = (row.numerator or BLANK, row.denominator or BLANK)
    return joined([text, Flow((names.typesetter.fraction(*lines, row.factor),))])


def listed(names: Names, project: Project) -> Flow:
    """Return the short name of a project, its sub-projects numbered below it, and its division once at the end."""
    children = names.children(project)
    division = f"({names.short_division(project)})"
    if not children:
        return flow_of([f"{names.short_name(project)} {division}"])
    numbered = [f"{names.set(f'{number}.')} {names.short_name(child)}" for number, child in enumerate(children, 1)]
    return flow_of([names.short_name(project), *numbered, division])
