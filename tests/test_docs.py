"""The pages tell the truth: what exists is documented, what is documented exists, and examples do what they say."""

import importlib
import json
import re
import subprocess
import sys
import typing
import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from generator import __version__, batch
from generator.checks import plan as plan_checks
from generator.checks.kr import check
from generator.checkup import State
from generator.cli import make_command
from generator.forms.documents import KINDS, LAYOUTS, Layout
from generator.forms.flows import Typesetter
from generator.forms.plan.names import Names
from generator.manifest import MANIFEST, write_manifest
from generator.model.cell import Cell
from generator.model.codes import Address, DistrictName, Phone
from generator.model.districts import DISTRICTS, District
from generator.model.finding import Rule, Severity
from generator.model.form import Rows
from generator.model.kinds import Flag, Kind, Refusal
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.key_result import KR_CODE, KR_REF, KeyResult
from generator.model.mending import Reason
from generator.model.moments import Day, Month, Year
from generator.model.plan.book import PlanBook
from generator.model.plan.carried import Carried
from generator.model.plan.codes import DEFINED, OKR, SERVED
from generator.model.plan.indicators import Negotiated
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import PROJECT_REF, Project
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Count, Percent, Quantity, Value, figure
from generator.model.rules import RULES, city_rules
from generator.model.sheet import Sheet
from generator.render.expressions import VALUES, bare, fields
from generator.thai.dates import MONTHS_SHORT, thai_date
from generator.thai.typist import HARD_BLANK, Typist
from generator.workbook.reader import read_workbook
from tests.minibook import complete, draw

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"
PAGES: Final = [*sorted(DOCS.rglob("*.md")), *(ROOT / name for name in ("README.md", "CHANGELOG.md"))]
TEXTS: Final = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
BLOCKS: Final = {name for text in TEXTS.values() for name in re.findall(r"<!-- made: (.+?) -->", text)}


def manual(page: str) -> str:
    return TEXTS[f"docs/manual/{page}.md"]


def tried(page: str, name: str) -> list[list[str]]:
    """Return the rows of a table that is written by hand and tried out here."""
    block = manual(page).split(f"<!-- tried: {name} -->")[1].split("<!-- end -->")[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in block.strip().splitlines()[2:]]


# ------------------------------------------------------------------------------------------ what exists is documented


def test_what_the_code_says_in_the_pages_is_fresh() -> None:
    command = [sys.executable, str(DOCS / "source" / "refresh.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert done.returncode == 0, f"{done.stdout}\nrun `make docs`"


def test_every_command_and_option_is_documented() -> None:
    group = make_command("th")
    for name, command in {
        "generate": group,
        **{f"generate {name}": sub for name, sub in group.commands.items()},
    }.items():
        section = re.split("^### ", manual("commands").partition(f"### `{name}`\n")[2], flags=re.MULTILINE)[0]
        assert command.help and command.help.split("\n")[0] in section, name
        options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
        spellings = {spelling for option in options for spelling in option.opts} - {"--help", "--version"}
        assert [spelling for spelling in spellings if f"`{spelling}`" not in section] == [], name
    assert "--help" in manual("commands") and "--version" in manual("commands")


def test_every_rule_has_its_page() -> None:
    assert [code for code in RULES if f"\n### {code}\n" not in manual("codes")] == []


def sheets(kind: Any) -> list[type[Sheet]]:
    family = kind.form.family
    return [*kind.form.sheets, *((family.card, family.table) if family else ())]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.form.kind)
def test_every_sheet_and_its_columns_are_documented(kind: Any) -> None:
    assert f"sheets {kind.form.kind}" in BLOCKS
    assert [sheet.__name__ for sheet in sheets(kind) if f"columns {sheet.__name__}" not in BLOCKS] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.form.kind)
def test_the_page_of_a_form_says_where_every_column_goes(kind: Any) -> None:
    page = TEXTS[f"docs/forms/{Path(kind.template).stem}.md"]
    headers = {column.header for sheet in sheets(kind) for column in sheet.COLUMNS.values()}
    assert [header for header in sorted(headers) if f"`{header}`" not in page] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.template)
def test_every_name_of_a_template_is_documented(layout: Layout) -> None:
    owners = [layout.context]
    for owner in owners:
        items = [item for hint in fields(owner).values() for item in (bare(hint), *typing.get_args(bare(hint)))]
        known = {*owners, *VALUES}
        owners += [item for item in dict.fromkeys(items) if is_dataclass(item) and item not in known]
    assert len(owners) > 1
    assert [owner.__name__ for owner in owners if f"names {owner.__name__}" not in BLOCKS] == []


def test_what_turns_into_an_error_once_final_is_what_the_manual_lists(tmp_path: Path) -> None:
    drawing = complete(
        "== แนบ 8214\nชื่อตาราง | ก\nเขต | กลุ่ม\nดุสิต | กท.กลาง\n", หน่วยนับ="", ผู้ลงนาม="โปรดระบุ", ผู้ประสานงาน="ผู้ประสานงาน"
    )
    for line in drawing.splitlines():
        if line.startswith("'8214 | นิยาม") or line.startswith("'8214 | H"):
            drawing = drawing.replace(f"{line}\n", "")
    reading = read_workbook(draw(drawing, tmp_path / "x.xlsx"), KR_FORM)
    findings = [*reading.findings, *check(KrBook.of(reading.rows))]
    listed = manual("status").split("<!-- tried: once final -->")[1].split("<!-- end -->")[0]
    assert set(re.findall(r"\[([A-Z]\d{3})\]", listed)) == {find.rule.code for find in findings if find.when_final}


def test_what_turns_into_an_error_in_a_final_plan_is_what_the_manual_lists() -> None:
    rows = prefilled(DISTRICTS[0], 2567).by_sheet
    project, indicator = Project(code="ค001", part="๒ ยุทธศาสตร์หน่วยงาน"), Negotiated(code="1.1", name="ก")
    left = Carried(about="คำนำ", year=2566)
    unsaid = [Project(code="ค002", name="(ถ้ามี)"), Project(code="ค003", name="ชื่อโครงการ/กิจกรรม")]
    some = PlanBook.of(Rows({**rows, Project: [project, *unsaid], Negotiated: [indicator], Carried: [left]}))
    none = PlanBook.of(Rows({**rows, PlanSettings: [PlanSettings(weight=70)]}))
    findings = [*plan_checks.check(some), *plan_checks.check(none)]
    listed = manual("status").split("<!-- tried: once final, plan -->")[1].split("<!-- end -->")[0]
    assert set(re.findall(r"\[([A-Z]\d{3})\]", listed)) == {find.rule.code for find in findings if find.when_final}


def test_what_turns_into_an_error_in_a_final_plan_against_the_city_is_what_the_manual_lists() -> None:
    listed = manual("status").split("<!-- tried: once final, city -->")[1].split("<!-- end -->")[0]
    rules = {
        rule.code for rule in vars(city_rules).values() if isinstance(rule, Rule) and rule.severity is Severity.ERROR
    }
    assert set(re.findall(r"\[([A-Z]\d{3})\]", listed)) == rules


# ------------------------------------------------------------------------------------------- what is documented exists


def anchors(text: str) -> set[str]:
    """Return the names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    kept = (
        "".join(c for c in heading.lower() if unicodedata.category(c)[0] in "LMN" or c in "-_ ") for heading in headings
    )
    return {heading.replace(" ", "-") for heading in kept}


def links(text: str) -> Iterator[str]:
    yield from re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text))


@pytest.mark.parametrize("page", TEXTS)
def test_links_lead_somewhere(page: str) -> None:
    lost = []
    for link in links(TEXTS[page]):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = (ROOT / page).parent / file if file else ROOT / page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", TEXTS)
def test_paths_lead_somewhere(page: str) -> None:
    named = re.findall(r"`((?:generator|templates|tests|docs|inputs|benchmarks|requirements)/[\w./-]*)`", TEXTS[page])
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_page_of_the_manual_and_every_decision_is_listed() -> None:
    for folder in ("manual", "decisions"):
        listed = set(links(TEXTS[f"docs/{folder}/README.md"]))
        assert {path.name for path in (DOCS / folder).glob("*.md")} - listed == {"README.md"}


@pytest.mark.parametrize("page", [page for page in TEXTS if re.search(r"/\d{4}-", page)])
def test_a_decision_says_question_evidence_choice_and_cost(page: str) -> None:
    headings = re.findall(r"^## (.+)$", TEXTS[page], re.MULTILINE)
    assert headings[0] == "Question" and headings[1].startswith("What we saw") and headings[-1] == "Cost"
    assert "Decision" in headings or headings[1] == "What we saw, and decided"


@pytest.mark.parametrize("page", TEXTS)
def test_the_targets_of_make_exist(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    spans = re.findall(r"`make ([a-z]+)", TEXTS[page]) + re.findall(r"^make ([a-z]+)", TEXTS[page], re.MULTILINE)
    assert set(spans) <= targets


def module_of(name: str) -> tuple[Any, list[str]]:
    """Return the module that a dotted name begins with, and the attributes that follow."""
    parts = ["generator", *name.split(".")]
    depth = 1
    while depth < len(parts) and (
        (path := ROOT.joinpath(*parts[: depth + 1])).is_dir() or path.with_suffix(".py").exists()
    ):
        depth += 1
    return importlib.import_module(".".join(parts[:depth])), parts[depth:]


def test_the_names_of_the_glossary_are_in_the_code() -> None:
    names = re.findall(r"\| `([\w.]+)` \|", TEXTS["docs/glossary.md"])
    assert len(names) > 30
    for name in names:
        found, attributes = module_of(name)
        for attribute in attributes:
            found = getattr(found, attribute)


def test_the_wheel_that_is_installed_is_of_this_version() -> None:
    for page in ("README.md", "docs/manual/start.md"):
        assert set(re.findall(r"bangkok_plan_forms-([\d.]+)-py3", TEXTS[page])) == {__version__}


# ------------------------------------------------------------------------------------------ examples do what they say

TRIED: Final[dict[str, Kind[Any]]] = {
    "รหัส": KR_CODE,
    "อ้างถึง KR": KR_REF,
    "เครื่องหมาย": Flag(),
    "ปี": Year(),
    "สถานะ": KeyResult.COLUMNS["status"].kind,
    "ร้อยละ": Percent(),
    "ตัวเลข": Quantity(numeric=True),
    "เขต": DistrictName(),
    "โทรศัพท์": Phone(),
    "รหัสตัววัด": OKR,
    "รหัสโครงการ": Project.COLUMNS["code"].kind,
    "อ้างถึงโครงการ": PROJECT_REF,
    "สนับสนุน": SERVED,
    "นิยามของ": DEFINED,
    "ส่วน": Project.COLUMNS["part"].kind,
    "งบประมาณ": Project.COLUMNS["budget"].kind,
    "รหัสนโยบาย": Project.COLUMNS["policies"].kind,
    "จำนวนเต็ม": Count(),
    "เดือน": Month(),
    "วันที่": Day(),
    "ที่อยู่เว็บ": Address(),
}


def understood(kind: Kind[Any], text: str) -> str:
    """Return in the words of the manual what a typed text means."""
    try:
        value = kind.parse(Cell(1, 1, text, "@"), lambda rule, **values: None)
    except Refusal as refusal:
        return f"ผิด {refusal.rule.code}"
    match value:
        case bool():
            return "มีเครื่องหมาย" if value else "ไม่มีเครื่องหมาย"
        case District():
            return value.name
        case date():
            return thai_date(value)
        case int() if isinstance(kind, Month):
            return MONTHS_SHORT[value - 1]
        case tuple():
            return ", ".join(value)
        case Value(number=Decimal() as number) if isinstance(kind, Quantity):
            return figure(number)
        case Value():
            return value.text
        case _:
            return str(value)


@pytest.mark.parametrize(("kind", "typed", "meant"), [*tried("workbook-kr", "kinds"), *tried("workbook-plan", "kinds")])
def test_cells_are_understood_as_the_manual_says(kind: str, typed: str, meant: str) -> None:
    assert understood(TRIED[kind], typed) == meant


@pytest.mark.parametrize("row", tried("workbook-plan", "targets"), ids=lambda row: row[0])
def test_targets_print_as_the_manual_says(row: list[str]) -> None:
    value, unit, second, second_unit, explanation, *printed = row
    target, more = (Quantity().parse(Cell(1, 1, text, "@"), lambda rule, **values: None) for text in (value, second))
    measure = Measure(target=target, unit=unit, second=more, second_unit=second_unit, explanation=explanation)
    names = Names(PlanBook.of(prefilled(DISTRICTS[0], 2567)), Typesetter(Typist(()), {}))
    shown = (names.target(measure), names.policy_unit(measure), names.policy_target(measure))
    assert [text.replace(HARD_BLANK, " ") for text in shown] == printed


@pytest.mark.parametrize(("typed", "printed"), tried("thai-digits", "digits"))
def test_texts_print_as_the_manual_says(typed: str, printed: str) -> None:
    assert Typist(("PM 2.5", "COVID-19"))(typed).replace(HARD_BLANK, " ") == printed


# ------------------------------------------------------------------------------------------------ the published schemas


def schema(name: str) -> Any:
    return json.loads((DOCS / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    names = ("findings", "manifest", "fix")
    registry: Registry[Any] = Registry().with_resources(
        (f"{known}.schema.json", Resource.from_contents(schema(known))) for known in names
    )
    return Draft202012Validator(schema(name), registry=registry)


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a good workbook, one whose document has an error, a draft with a warning, and a file that is none."""
    folder = tmp_path_factory.mktemp("workbooks")
    (folder / "ไม่ใช่.xlsx").write_text("ไม่ใช่สมุดงาน", encoding="utf-8")
    return [
        draw(complete(), folder / "ดี.xlsx"),
        draw(complete(หน่วยนับ="").replace("8214", "8207"), folder / "ผิด.xlsx"),
        draw(complete(หน่วยนับ="", สถานะ="ร่าง").replace("8214", "8308"), folder / "ร่าง.xlsx"),
        folder / "ไม่ใช่.xlsx",
    ]


@pytest.fixture(scope="module")
def manifest(workbooks: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("outputs")
    write_manifest(batch.build(workbooks, target, jobs=1), target)
    return json.loads((target / MANIFEST).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["findings", "manifest", "fix"])
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_a_manifest_fits_its_schema(manifest: Any) -> None:
    made = {document["key"]: bool(document["docx"]) for document in manifest["documents"]}
    assert made == {"8214-2568": True, "8207-2568": False, "8308-2568": True}
    assert manifest["workbooks"][3]["findings"], "the file that is no workbook"
    validator("manifest").validate(manifest)


def test_the_schema_describes_every_field_of_a_manifest(manifest: Any) -> None:
    described, finding = schema("manifest"), schema("findings")["$defs"]["finding"]
    document, workbook, record = (described["$defs"][name] for name in ("document", "workbook", "record"))
    plain = {**manifest["workbooks"][3]["findings"][0]}
    values = {name: plain.pop(name) for name in ("rank", "values")}
    for data, part in (
        (manifest, described),
        (manifest["documents"][0], document),
        (manifest["workbooks"][0], workbook),
        (plain, finding),
        (values, record),
    ):
        assert set(data) == set(part["properties"]) == set(part["required"])
    assert document["properties"]["kind"]["enum"] == [kind.form.kind for kind in KINDS]


@pytest.mark.parametrize(
    ("place", "wrong"),
    [("docx", "8214-2568.pdf"), ("key", "๘๒๑๔-๒๕๖๘"), ("sha256", "0"), ("draft", None), ("pages", 0)],
)
def test_the_schema_refuses_what_no_manifest_says(manifest: Any, place: str, wrong: Any) -> None:
    changed = {**manifest, "documents": [{**manifest["documents"][0], place: wrong}]}
    with pytest.raises(ValidationError):
        validator("manifest").validate(changed)


def test_what_checking_prints_fits_its_schema(workbooks: list[Path]) -> None:
    result = CliRunner().invoke(make_command("th"), ["check", "--json", *map(str, workbooks)])
    printed = json.loads(result.stdout)
    assert {finding["severity"] for finding in printed["findings"]} == {"error", "warning"}
    validator("findings").validate(printed)
    assert {one["state"] for one in printed["workbooks"]} == {state.value for state in State}
    described = schema("findings")["$defs"]["workbook"]
    assert set(printed["workbooks"][0]) == set(described["properties"]) == set(described["required"])
    assert described["properties"]["kind"]["enum"] == [*(kind.form.kind for kind in KINDS), None]
    assert described["properties"]["state"]["enum"] == list(State)


def test_what_marking_and_fixing_print_fits_its_schema(tmp_path: Path) -> None:
    path = draw(complete(หน่วยนับ="' คน", สถานะ="พร้อมเซ็น"), tmp_path / "ก.xlsx")
    for name, arguments in (("findings", ["check", "--mark"]), ("fix", ["fix"])):
        printed = json.loads(CliRunner().invoke(make_command("th"), [*arguments, str(path), "--json"]).stdout)
        validator(name).validate(printed)
        assert printed["copies" if name == "findings" else "changes"]
    assert schema("fix")["$defs"]["change"]["properties"]["reason"]["enum"] == list(Reason)
