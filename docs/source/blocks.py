"""What the program's declarations say, as Markdown: sheets, columns, districts, rules, commands, what the screen shows.

Each function that yields lines makes one kind of block. Knows no page.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click
from tables import table

from generator.cli import make_command
from generator.forms.documents import KINDS
from generator.model.codes import Address, Code, Codes, DistrictName, Phone, PictureName, Ref, Served
from generator.model.districts import DISTRICTS, GROUPS
from generator.model.finding import Finding, Place, Rule, Severity
from generator.model.kinds import Choice, Flag, Kind, Long, Source, Terms, Text
from generator.model.kr.key_result import DIMENSIONS, KR_SHEET, KeyResult
from generator.model.moments import Day, Month, Year
from generator.model.quantities import Count, Money, Percent, Quantity
from generator.model.rules import RULES, book_rules, cell_rules
from generator.model.sheet import Column, Layout, Required, Sheet
from generator.outcome import Made, Outcome
from generator.report import finding_lines, rule_lines, table_lines
from generator.words import Words

ROOT: Final = Path(__file__).resolve().parents[2]

REQUIRED: Final = {
    Required.ALWAYS: "เสมอ",
    Required.FINAL: "เมื่อพร้อมลงนาม",
    Required.NEVER: "ไม่บังคับ",
}
SEVERITY: Final = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน"}
STAGES: Final = {
    "W": "ไฟล์ แผ่นงาน และหัวคอลัมน์",
    "C": "สิ่งที่พิมพ์ในช่องเดียว",
    "R": "แถว",
    "X": "ระหว่างแถวและแผ่นงาน",
    "B": "ตัวเลขและผลรวม",
    "D": "ระหว่างสมุดงาน: แผนกับ KR ของเมือง",
    "T": "แม่แบบ Word",
    "H": "การแจกสมุดงาน",
}
"""What the letter of a code stands for, in the order of reading."""
UNBOUNDED: Final = Count().maximum
"""A count up to this has no bound worth saying."""


def screen(lines: Sequence[str]) -> list[str]:
    """Return lines as the program shows them."""
    return ["```text", *lines, "```"]


def sheets_of(form: Any) -> list[type[Sheet]]:
    """Return all sheets of a form, those of its family included."""
    return [*form.sheets, *((form.family.card, form.family.table) if form.family else ())]


SHEETS: Final = {sheet.__name__: sheet for kind in KINDS for sheet in sheets_of(kind.form)}


def sheets(kind: str) -> Iterator[str]:
    """Yield the table of the sheets of a form."""
    form = next(known.form for known in KINDS if known.form.kind == kind)
    shapes = {Layout.CARD: "ป้ายกับค่า", Layout.TABLE: "ตาราง"}
    rows = [(f"`{sheet.NAME}`", shapes[sheet.LAYOUT], sheet.PURPOSE) for sheet in form.sheets]
    if form.family:
        name = f"`{form.family.prefix} {form.family.key.example}`"
        rows.append((name, "ป้ายกับค่า แล้วตาราง", form.family.card.PURPOSE))
    yield from table(("แผ่นงาน", "รูปแบบ", "ใช้ทำอะไร"), rows)


def columns(name: str) -> Iterator[str]:
    """Yield the table of the columns of a sheet."""
    rows = [
        (
            f"**{column.header}**" + "".join(f"<br>(เดิม {label})" for label in column.was),
            REQUIRED[column.required],
            accepted(column),
            column.help,
            column.example,
        )
        for column in SHEETS[name].COLUMNS.values()
    ]
    yield from table(("ช่อง", "ต้องกรอก", "กรอกอะไร", "คำอธิบาย", "ตัวอย่าง"), rows)


def accepted(column: Column) -> str:
    """Return in a few words what may be typed in a column."""
    kind: Kind[Any] = column.kind
    match kind:
        case Text(source=Source(sheet=sheet)):
            words = f"ชื่อในแผ่นงาน {sheet}"
        case Terms(source=Source(sheet=sheet)):
            words = f"ชื่อในแผ่นงาน {sheet} คั่นด้วยจุลภาค"
        case Text():
            words = "ข้อความบรรทัดเดียว"
        case Long(tokens=tokens):
            words = f"ข้อความหลายย่อหน้า ใช้ {' '.join(f'`[{token}]`' for token in tokens)} ได้"
        case Choice(choices=choices, default=default):
            words = "เลือก " + " · ".join(choices) + (f" (ว่าง = {default})" if default else "")
        case Flag():
            words = "✓ หรือเว้นว่าง"
        case Year():
            words = "ปี พ.ศ. สี่หลัก"
        case Terms():
            words = "คำหรือวลี คั่นด้วยจุลภาคหรือขึ้นบรรทัดใหม่"
        case Code():
            words = "รหัส"
        case Codes():
            words = "รหัสเดียวหรือหลายรหัส"
        case Ref(sheet=sheet):
            words = f"เลือกจากแผ่นงาน {sheet}"
        case Served(targets=targets):
            words = "เลือกจากแผ่นงาน " + " · ".join(f"{source.sheet} ({source.prefix})" for _, source in targets)
        case DistrictName():
            words = "ชื่อเขต"
        case Phone():
            words = "หมายเลขโทรศัพท์"
        case PictureName():
            words = "ชื่อไฟล์รูป"
        case Percent(minimum=minimum, maximum=maximum):
            words = f"ร้อยละ {minimum}–{maximum}"
        case Count(minimum=minimum, maximum=maximum):
            words = "จำนวนเต็ม" + (f" {minimum}–{maximum}" if maximum < UNBOUNDED else "")
        case Money(words=True):
            words = "จำนวนเงิน หรือข้อความแทน"
        case Money():
            words = "จำนวนเงิน"
        case Day():
            words = "วัน เดือน ปี พ.ศ."
        case Month():
            words = "เดือน ต.ค. ถึง ก.ย."
        case Address():
            words = "ที่อยู่เว็บ ขึ้นต้นด้วย https://"
        case Quantity(numeric=True):
            words = "ตัวเลขเท่านั้น"
        case Quantity():
            words = "ตัวเลขหรือข้อความ"
        case _:
            raise TypeError(f"say in docs/source/blocks.py what may be typed in a {type(kind).__name__}")
    return words + (" ห้ามซ้ำกัน" if column.key else "")


def dimensions() -> Iterator[str]:
    """Yield the table of the dimensions and the digit that stands for each."""
    rows = [(str(digit), name) for digit, name in enumerate(DIMENSIONS, 1)]
    yield from table(("เลขตัวแรกของรหัส", "ด้าน"), rows)


def districts() -> Iterator[str]:
    """Yield the districts by group, in the order of printing."""
    rows = []
    for group in GROUPS:
        members = [district for district in DISTRICTS if district.group == group]
        rows.append((group, members[0].group_name, str(len(members)), " ".join(member.name for member in members)))
    yield from table(("กลุ่ม", "ชื่อเต็ม", "จำนวน", "เขต ตามลำดับที่พิมพ์"), rows)


def overview() -> Iterator[str]:
    """Yield the table of all rules."""
    rows = [(f"[{rule.code}](#{rule.code.lower()})", SEVERITY[rule.severity], _message(rule)) for rule in in_stages()]
    yield from table(("รหัส", "ระดับ", "ข้อความ"), rows)


def rules() -> Iterator[str]:
    """Yield the page of every rule, by stage."""
    stage = ""
    for rule in in_stages():
        if rule.code[0] != stage:
            stage = rule.code[0]
            yield from (f"## {stage} · {STAGES[stage]}", "")
        yield from (f"### {rule.code}", "", f"**{SEVERITY[rule.severity]}** · {_message(rule)}", "")
        _, why, cure, *_ = rule_lines(rule, "th")
        yield from (f"- {why}", f"- {cure}")
        if rule.wrong:
            yield f"- ตัวอย่างผิด: `{rule.wrong}`" + (f" ตัวอย่างถูก: `{rule.right}`" if rule.right else "")
        yield ""


def in_stages() -> list[Rule]:
    """Return all rules in the order of the stages."""
    return sorted(RULES.values(), key=lambda rule: (list(STAGES).index(rule.code[0]), rule.code))


def _message(rule: Rule) -> str:
    return rule_lines(rule, "th")[0].partition(")")[2].strip()


def commands() -> Iterator[str]:
    """Yield the commands with their arguments and options."""
    group = make_command("th")
    yield from _command("generate", group)
    for name, command in group.commands.items():
        yield from _command(f"generate {name}", command)


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    yield from (f"### `{name}`", "", (command.help or "").replace("\n\n", "<br>"), "")
    yield from screen([" ".join([name, *command.collect_usage_pieces(context)])])
    options = [
        (", ".join(f"`{spelling}`" for spelling in option.opts), option.help or "")
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and option.name not in ("version", "help")
    ]
    if options:
        yield ""
        yield from table(("ตัวเลือก", "ความหมาย"), options)
    yield ""


def findings() -> Iterator[str]:
    """Yield what the program says about a workbook with three faults."""
    yield from screen(finding_lines(_samples(), "th")[1:])


def _samples() -> list[Finding]:
    def found(sheet: str, address: str, rule: Rule, **values: object) -> Finding:
        return Place("KR-2568.xlsx", sheet, address).finding(rule, **values)

    column = KeyResult.COLUMNS["unit"].header
    figures = {"total": "60,000", "target": "20,000", "difference": "40,000", "other": "KR!I4"}
    return [
        found("KR", "J4", cell_rules.REQUIRED, header=column).once_final(),
        found("นิยาม", "A7", book_rules.DANGLING, key="8241", target=KR_SHEET, guess=Words(" หมายถึง “8214” หรือไม่", "")),
        found("แนบ 8214", "D12", book_rules.DISTRICT_SUM, **figures),
    ]


def explained(code: str) -> Iterator[str]:
    """Yield what `generate explain` says about a code."""
    yield from screen(rule_lines(RULES[code], "th"))


def closing() -> Iterator[str]:
    """Yield the table that ends a run."""
    workbook, target = Path("KR-2568.xlsx"), Path("outputs")
    missing, _, wrong = _samples()

    def made(key: str, pages: int | None, findings: list[Finding], draft: bool = False) -> Made:
        document = Made("kr", f"{key}-2568", "", workbook, findings, key, draft=draft, pages=pages)
        if pages:
            document.filled = "made"
            document.docx, document.pdf = (target / f"{document.key}{suffix}" for suffix in (".docx", ".pdf"))
        return document

    documents = [made("8207", 3, []), made("8308", 6, [missing], draft=True), made("8214", None, [wrong])]
    yield from screen(table_lines(Outcome(documents), target, "th"))


def modules() -> Iterator[str]:
    """Yield the modules of every room with the first sentence of each."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if words:
            sentence = re.split(r"(?<=\.)\s", " ".join(words.split("\n\n")[0].split()), maxsplit=1)[0]
            room = path.parent.relative_to(ROOT).as_posix()
            found.setdefault(room, []).append((f"`{path.name}`", sentence))
    for room, rows in found.items():
        yield from (f"### {room}", "", *table(("module", "what it is"), rows), "")
