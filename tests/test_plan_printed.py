"""The sample plan as it is printed: what its PDF shows on which page, read by other programs than ours."""

import json
import re
import subprocess
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator import cli

PLANS: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2567"
KEY: Final = "1022-2567"
ENTRY: Final = re.compile(r"(?P<heading>.+?)\.{3,}(?P<page>\(?[ก-ฮ๐-๙…]+\)?)")
LINK: Final = re.compile(r'<a href="[^"#]*#(\d+)">(.*?)</a>')
OUTLINED: Final = re.compile(r'<item page="(\d+)">(.*?)</item>')

pytestmark = [pytest.mark.office, pytest.mark.xdist_group("plan")]


def build(output: Path, *options: str) -> Result:
    arguments = ["build", str(PLANS), "-o", str(output), *options]
    return CliRunner().invoke(cli.make_command("th"), arguments, prog_name="generate")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample plan in Word and PDF."""
    output = tmp_path_factory.mktemp("plan")
    result = build(output, "--pdf")
    assert result.exit_code == 0, result.output
    assert "สารบัญ" not in result.output
    return output


@pytest.fixture(scope="module")
def pages(folder: Path) -> Sequence[str]:
    """The text of each page of the PDF."""
    command = ["pdftotext", "-raw", str(folder / f"{KEY}.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return text.rstrip("\f").split("\f")


def bare(text: str) -> str:
    """Return Thai without blanks and marks, which programs that read a PDF put in other places."""
    return re.sub(r"[\sํ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u00a0]", "", text.replace("ำ", "า"))


def label(page: str) -> str:
    return page.strip().split("\n")[0].strip()


def listed(pages: Sequence[str]) -> list[tuple[str, str]]:
    """Return the entries of the contents: heading, without blanks and marks, and page."""
    start = next(number for number, page in enumerate(pages) if bare(page).startswith(bare("(ข)สารบัญ")))
    entries, heading = [], ""
    lines = pages[start].split("\n")
    for line in lines[lines.index("หน้า") + 1 :]:
        heading += bare(line)
        if found := ENTRY.fullmatch(heading):
            entries.append((found["heading"].removeprefix("-"), found["page"]))
            heading = ""
    assert not heading
    return entries


def test_every_heading_stands_on_the_page_that_the_contents_name(pages: Sequence[str]) -> None:
    entries = listed(pages)
    assert len(entries) > 15 and len(set(entries)) == len(entries)
    bodies = {label(page): bare(page) for page in pages if label(page) != "(ข)"}
    assert entries[:2] == [(bare("คำนำ"), "(ก)"), (bare("สารบัญ"), "(ข)")]
    for heading, page in entries:
        if page == "(ข)":
            continue
        found = [name for name, text in bodies.items() if heading in text]
        assert page in found, (heading, page, found)
        if heading.startswith((bare("ตาราง"), bare("ส่วนที่"))):
            assert found == [page], heading
    assert sum(heading.startswith(bare("ตาราง")) for heading, _ in entries) == 6


def test_the_pages_are_numbered_through_all_sections(pages: Sequence[str]) -> None:
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    assert 70 <= len(pages) <= 90
    front, body = [label(page) for page in pages[1:3]], [label(page) for page in pages[3:]]
    assert front == ["(ก)", "(ข)"]
    assert body == [str(number).translate(thai) for number in range(1, len(pages) - 2)]


def test_nothing_of_the_program_can_be_seen(pages: Sequence[str]) -> None:
    text = "\n".join(pages)
    assert [word for word in ("None", "{{", "{%", "nan", "……", "Error") if word in text] == []
    assert all(len(bare(page)) > 30 for page in pages)


def test_a_joined_label_is_said_again_at_the_top_of_the_next_page(pages: Sequence[str]) -> None:
    schools = [bare(page) for page in pages if bare("ด้านที่ ๖") in bare(page) or bare("ด้านที่ ๗") in bare(page)]
    objective = bare("๖.๓ Transform")
    assert len(schools) == 2 and all(objective in page for page in schools)


@pytest.mark.parametrize("total", ["๒,๖๙๔,๘๐๐", "๓๕,๒๕๔,๒๙๕", "๕๙,๗๕๒,๔๕๕"])
def test_a_total_never_stands_on_a_page_alone(pages: Sequence[str], total: str) -> None:
    page = next(page for page in pages if total in page)
    above = page[: page.index(total)].splitlines()
    assert [line for line in above if re.search(r"[๐-๙] *$|^[๐-๙]+\.? ", line.strip())], page


def test_contents_and_headings_can_be_followed(folder: Path, pages: Sequence[str]) -> None:
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(folder / f"{KEY}.pdf")]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    outlined = {bare(found[2]): int(found[1]) for found in OUTLINED.finditer(text)}
    numbers = {label(page): number for number, page in enumerate(pages, 1)}
    listed_pages = [numbers[page] for _, page in listed(pages)]
    assert [outlined[heading] for heading, _ in listed(pages)] == listed_pages
    linked = [int(found[1]) for found in LINK.finditer(text)]
    assert [page for page, _ in groupby(linked)] == [page for page, _ in groupby(listed_pages)]


def test_pages_that_were_counted_are_used_again(folder: Path) -> None:
    document = (folder / f"{KEY}.docx").read_bytes()
    result = build(folder, "--no-pages")
    assert result.exit_code == 0 and "สารบัญ" not in result.output
    assert (folder / f"{KEY}.docx").read_bytes() == document


def test_contents_without_known_pages_say_so(tmp_path: Path) -> None:
    result = build(tmp_path, "--no-pages")
    assert result.exit_code == 0 and f"{KEY}: สารบัญยังไม่มีเลขหน้า" in result.output
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["documents"][0]["contents"] == {}
