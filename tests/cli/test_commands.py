"""The command as an officer types it: its words, its exit codes, what it leaves behind."""

import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.blanks import CITY
from generator.cli import new
from generator.forms.documents import KINDS, LAYOUTS, template_bytes
from generator.model.rules import RULES
from generator.pdf import press
from generator.pdf.press import find_press
from generator.words import Halt
from tests.minibook import complete, draw


def generate(*arguments: object, language: str = "th") -> Result:
    command = cli.make_command("en" if language == "en" else "th")
    return CliRunner().invoke(command, [str(argument) for argument in arguments], prog_name="generate")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return draw(complete(), tmp_path / "สมุด.xlsx")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return draw(complete(หน่วยนับ=""), tmp_path / "ผิด.xlsx")


def test_building_makes_word_files_and_says_where_they_are(workbook: Path, tmp_path: Path) -> None:
    result = generate("build", workbook, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "8214-2568.docx" in result.output and "พร้อมใช้" in result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["8214-2568.docx", "manifest.json"]


def test_an_error_gives_exit_code_1_and_names_workbook_sheet_cell_and_cure(faulty: Path, tmp_path: Path) -> None:
    result = generate("build", faulty, "-o", tmp_path / "out")
    assert result.exit_code == 1
    for words in ("ผิด.xlsx", "C101", "KR!J2", "ยังไม่ได้กรอก “หน่วยนับ”", "วิธีแก้", "ไม่ได้พิมพ์"):
        assert words in result.output


def test_words_can_be_english(faulty: Path, tmp_path: Path) -> None:
    result = generate("build", faulty, "-o", tmp_path / "out", language="en")
    assert "“หน่วยนับ” is not filled in" in result.output and "not printed" in result.output


def test_json_is_what_the_manifest_holds(workbook: Path, tmp_path: Path) -> None:
    result = generate("build", workbook, "-o", tmp_path / "out", "--json")
    listed = json.loads(result.stdout)
    assert listed == json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert listed["documents"][0]["workbook"] == "../สมุด.xlsx"


def test_checking_prints_the_same_findings_and_makes_nothing(faulty: Path, tmp_path: Path) -> None:
    result = generate("check", faulty, "--json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert finding | {"message": "", "cure": ""} == {
        "code": "C101",
        "severity": "error",
        "workbook": "ผิด.xlsx",
        "sheet": "KR",
        "cell": "J2",
        "document": "8214",
        "message": "",
        "cure": "",
    }
    assert "ยังไม่ได้กรอก" in result.stdout, "Thai is not escaped"
    assert list(tmp_path.iterdir()) == [faulty]


def test_checking_a_good_workbook_says_so(workbook: Path) -> None:
    result = generate("check", workbook)
    assert (result.exit_code, result.stdout.strip()) == (0, "ไม่พบข้อผิดพลาด")


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    for language in ("th", "en"):
        result = generate("explain", code.lower(), language=language)
        assert result.exit_code == 0 and result.output.startswith(code)
        assert "{" not in result.output.replace("{{", "").replace("{%", "")


def test_an_unknown_code_is_refused_with_those_that_exist() -> None:
    result = generate("explain", "C999")
    assert isinstance(result.exception, Halt) and "C101" in result.exception.cure.th


def test_a_blank_or_a_template_can_be_had_of_every_kind() -> None:
    names = [*(kind.form.kind for kind in KINDS), CITY, *(Path(layout.template).stem for layout in LAYOUTS)]
    assert sorted(new.FORM_NAMES) == sorted(names)


def test_a_blank_workbook_never_overwrites(workbook: Path) -> None:
    before = workbook.read_bytes()
    result = generate("new", "kr", "-o", workbook)
    assert isinstance(result.exception, Halt) and workbook.read_bytes() == before


def test_a_blank_workbook_is_read_without_errors_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "เปล่า.xlsx"
    assert generate("new", "kr", "-o", path, "--attach", "8214").exit_code == 0
    result = generate("check", path)
    assert {line.split()[1] for line in result.output.splitlines() if line.startswith("  ผิด")} <= {"C101", "W015"}


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> None:
        find_press({"PATH": ""}, [])

    monkeypatch.setattr(press, "find_press", nothing)


def test_the_path_of_a_workbook_is_a_command_of_its_own(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without_office: None
) -> None:
    monkeypatch.chdir(tmp_path)
    result = generate(workbook)
    assert (tmp_path / "outputs" / "8214-2568.docx").is_file()
    assert result.exit_code == 0
    assert "ได้เฉพาะไฟล์ Word" in result.output and "LibreOffice" in result.output


def test_a_missing_libreoffice_refuses_only_the_pdf(workbook: Path, tmp_path: Path, without_office: None) -> None:
    result = generate("build", workbook, "-o", tmp_path / "out", "--pdf")
    assert result.exit_code == 2
    assert (tmp_path / "out" / "8214-2568.docx").is_file()


def test_a_file_in_place_of_the_folder_is_said_once(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "afile").write_bytes(b"theirs")
    for target in (tmp_path / "afile", tmp_path / "afile" / "out"):
        halt = generate("build", workbook, "-o", target).exception
        assert isinstance(halt, Halt) and "afile เป็นไฟล์" in halt.problem.th
    assert (tmp_path / "afile").read_bytes() == b"theirs"


def test_a_missing_path_gives_exit_code_2_and_one_sentence(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", str(tmp_path / "ไม่มี")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("ไม่พบ ") and run.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], "วิธีใช้"),
        (["nonsense"], "ไม่มีคำสั่งหรือไฟล์"),
        (["build"], "ยังไม่ได้ระบุ"),
        (["--lang", "en", "--help"], "Usage:"),
        (["--lang=en", "nonsense"], "No such command"),
    ],
)
def test_the_words_of_the_library_are_thai_too(arguments: list[str], words: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert words in run.stdout + run.stderr


def test_help_starts_without_the_heavy_libraries() -> None:
    program = (
        "import sys\nfrom generator import cli\nsys.argv = ['generate', '--help']\n"
        "try: cli.main()\nexcept SystemExit: pass\n"
        "print(sorted({'openpyxl', 'lxml', 'xlsxwriter', 'jinja2', 'fontTools'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert run.stderr.strip() == "[]"


def test_the_compiled_words_are_fresh() -> None:
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    folder = Path(cli.__file__).parent.parent / "locale" / "th" / "LC_MESSAGES"
    compiled = BytesIO()
    with (folder / "messages.po").open("rb") as source:
        write_mo(compiled, read_po(source))
    assert compiled.getvalue() == (folder / "messages.mo").read_bytes(), "run `make words`"


def test_an_office_can_use_its_own_template(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "templates" / "kr-form.docx"
    assert generate("new", "kr-form", "-o", own).exit_code == 0
    assert "แม่แบบของหน่วยงาน" not in generate("build", workbook).output, "an unchanged copy is not worth a word"
    document = docx.Document(str(own))
    document.paragraphs[0].insert_paragraph_before("ตราของหน่วยงาน")
    document.save(str(own))
    result = generate("build", workbook)
    assert result.exit_code == 0 and "แม่แบบของหน่วยงาน" in result.output
    made = docx.Document(str(tmp_path / "outputs" / "8214-2568.docx"))
    assert made.paragraphs[0].text == "ตราของหน่วยงาน"


def test_a_broken_template_is_named_with_all_its_faults(workbook: Path, tmp_path: Path) -> None:
    own = tmp_path / "kr-form.docx"
    document = docx.Document(io.BytesIO(template_bytes(KINDS[0])))
    document.paragraphs[0].insert_paragraph_before("{{ titel }} {% for x in agencies %}")
    document.save(str(own))
    result = generate("build", workbook, "-o", tmp_path / "out", "--templates", tmp_path)
    assert isinstance(result.exception, Halt) and "kr-form.docx" in result.exception.problem.th
    assert "T003" in result.output or "T001" in result.output
    assert not (tmp_path / "out").exists()


def test_what_a_template_leaves_out_is_a_warning(workbook: Path, tmp_path: Path) -> None:
    own = tmp_path / "kr-form.docx"
    document = docx.Document(io.BytesIO(template_bytes(KINDS[0])))
    host = next(paragraph for paragraph in document.paragraphs if "{{ dimension }}" in paragraph.text)
    host._p.getparent().remove(host._p)
    document.save(str(own))
    result = generate("build", workbook, "-o", tmp_path / "out", "--templates", tmp_path)
    assert result.exit_code == 0 and "T002" in result.output and "dimension" in result.output


def test_a_marked_copy_is_written_beside_and_said(faulty: Path) -> None:
    result = generate("check", faulty, "--mark")
    assert result.exit_code == 1
    assert f"เขียนสำเนาที่ทำเครื่องหมายแล้ว: {faulty.with_name('ผิด.ตรวจแล้ว.xlsx')}" in result.output
    assert "โปรแกรมใช้สมุดงานเดิม" in result.output
    assert "W023" not in generate("check", faulty.parent).output, "nobody has worked in it"


def test_a_folder_gets_a_marked_copy_of_each_faulty_workbook(faulty: Path, workbook: Path) -> None:
    result = generate("check", faulty.parent, "--mark", "--json")
    said = json.loads(result.stdout)
    assert [copy["workbook"] for copy in said["copies"]] == ["ผิด.xlsx", "สมุด.xlsx"], "both make one document"
    assert {finding["workbook"] for finding in said["findings"]} == {"ผิด.xlsx", "สมุด.xlsx"}


def test_a_copy_can_have_another_name_but_not_several(faulty: Path, workbook: Path, tmp_path: Path) -> None:
    assert generate("check", faulty, "--mark", "-o", tmp_path / "ที่อื่น" / "สำเนา").exit_code == 1
    assert (tmp_path / "ที่อื่น" / "สำเนา.xlsx").is_file()
    for arguments in ([faulty, workbook, "--mark"], [faulty]):
        halt = generate("check", *arguments, "-o", tmp_path / "ก.xlsx").exception
        assert isinstance(halt, Halt) and "--mark" in halt.problem.th


def test_one_copy_that_cannot_be_written_does_not_keep_the_others(faulty: Path, workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "ผิด.ตรวจแล้ว.xlsx").mkdir()
    (tmp_path / "สมุด.xlsx").unlink()
    broken = tmp_path / "เสีย.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    result = generate("check", faulty, broken, "--mark")
    assert result.exit_code == 1
    assert "ผิด.ตรวจแล้ว-2.xlsx" in result.output and "ทำสำเนาของ เสีย.xlsx ไม่ได้" in result.output


def test_a_workbook_with_nothing_to_mark_says_so(workbook: Path) -> None:
    result = generate("check", workbook, "--mark")
    assert result.exit_code == 0 and "จึงไม่ได้เขียนสำเนา" in result.output


def test_building_speaks_of_a_copy_that_somebody_mended(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "สมุด.แก้แล้ว.xlsx").write_bytes(workbook.read_bytes())
    result = generate("build", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 0 and "W023" in result.output and "สมุด.แก้แล้ว.xlsx" in result.output


def test_fixing_lists_every_change_and_what_is_left(tmp_path: Path) -> None:
    path = draw(complete(หน่วยนับ="' คน", สถานะ="พร้อมเซ็น"), tmp_path / "ก.xlsx")
    result = generate("fix", path, "-o", tmp_path / "ข")
    assert result.exit_code == 1
    for words in ("KR!J2 “␣คน” → “คน”", f"สร้าง {tmp_path / 'ข.xlsx'} แล้ว", "ยังเหลือ: ผิด 1 ข้อ เตือน 0 ข้อ"):
        assert words in result.output
    assert "nothing in ข.xlsx" in generate("fix", tmp_path / "ข.xlsx", language="en").output


def test_fixing_a_good_workbook_writes_nothing(workbook: Path) -> None:
    result = generate("fix", workbook)
    assert result.exit_code == 0 and "ไม่เหลือข้อผิดพลาด" in result.output
    assert list(workbook.parent.iterdir()) == [workbook]


def test_fixing_needs_a_workbook(tmp_path: Path) -> None:
    assert isinstance(generate("fix", tmp_path).exception, Halt)
