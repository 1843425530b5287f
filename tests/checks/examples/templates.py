"""Rules about Word templates, each with a template drawn in text."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.finding import Finding
from generator.render.template import TemplateError, compile_template
from generator.render.values import Flow
from tests.checks.examples.case import Case, Example
from tests.render.drawing import draw


@dataclass(frozen=True)
class Context:
    """What the templates may name."""

    title: str
    name: str
    projects: Sequence[str]
    flow: Flow


ALL = "{{ title }}\n{{ name }}\n{% for p in projects %}{{ p }}{% endfor %}\n{{ flow }}"


def template(old: str = "", new: str = "") -> Case:
    """Return a template that uses every name, with a part of it replaced."""
    assert old in ALL
    body = ALL.replace(old, new) if old else ALL
    return Case(body, lambda folder: _findings(draw(body)))


def _findings(data: bytes) -> Sequence[Finding]:
    try:
        return compile_template(data, Context, "แม่แบบ.docx").warnings
    except TemplateError as error:
        return [finding for finding in error.findings if finding.is_error]


def _linked() -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="https://example.org/x.dotm" TargetMode="External"/>'
    return draw(ALL, links=link)


EXAMPLES = {
    "T001": Example(template("{{ title }}", "{{ titel }}"), template()),
    "T002": Example(template("{{ name }}\n", ""), template()),
    "T003": Example(template("{{ p }}{% endfor %}", ""), template()),
    "T004": Example(template("{{ name }}", "{{ open('x') }}"), template()),
    "T005": Example(template("{{ flow }}", "ก {{ flow }}"), template()),
    "T006": Example(template("{{ title }}", "{{ title }"), template()),
    "T007": Example(Case("https://example.org/x.dotm", lambda folder: _findings(_linked())), template()),
    "T008": Example(Case("", lambda folder: _findings(b"PK")), template()),
    "T009": Example(template("{{ title }}", "{{ title }}\nส่วนที่ 2"), template("{{ title }}", "{{ title }}\nส่วนที่ ๒")),
}
