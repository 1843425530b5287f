"""A book of the sample plan as it is printed: contents, numbers on paper and bookmarks, as other programs read it."""

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.manifest import MANIFEST
from generator.thai.numerals import to_arabic, to_thai

PLANS: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2567"
SAMPLE: Final = "1022-2567"
OTHERS: Final = {"1001-2567": "พระนคร", "1004-2567": "บางรัก"}
ENTRY: Final = re.compile(r"[๐-๙]+\. *(?P<office>สำนักงานเขต.+?)\.{3,} *(?P<page>[๐-๙]+)")
WORD: Final = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')
CORNER: Final = 56.0
"""The number of the book lies within so many points, 2 cm, of two edges: the narrowest margin of a plan."""

pytestmark = [pytest.mark.office, pytest.mark.xdist_group("plan")]


def generate(*arguments: object) -> Result:
    result = CliRunner().invoke(cli.make_command("th"), [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample plan, listed for two further districts as well."""
    folder = tmp_path_factory.mktemp("outputs")
    generate("build", PLANS, "--pdf", "-o", folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    (sample,) = manifest["documents"]
    for key in OTHERS:
        for suffix in (".docx", ".pdf"):
            shutil.copy(folder / f"{SAMPLE}{suffix}", folder / f"{key}{suffix}")
        manifest["documents"].append({**sample, "key": key, "docx": f"{key}.docx", "pdf": f"{key}.pdf"})
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def book(outputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of the three, by groups, with a separator sheet for each group."""
    path = tmp_path_factory.mktemp("book") / "แผน.pdf"
    result = generate("book", outputs, "-o", path, "--order", "group", "--separators", "group")
    assert "3 เขต" in result.output and "ไม่มีแผนของ 47 เขต" in result.output
    return path


def text(pdf: Path, page: int) -> str:
    command = ["pdftotext", "-raw", "-f", str(page), "-l", str(page), str(pdf), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


class Printed(NamedTuple):
    """A page with its size, and its words with their boxes, from the top left corner."""

    width: float
    height: float
    words: list[tuple[float, float, float, float, str]]


def printed(pdf: Path) -> list[Printed]:
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    pages = []
    for part in found.split("<page ")[1:]:
        width, height = map(float, re.findall(r'(?:width|height)="(\S+?)"', part)[:2])
        words = [(*map(float, word.groups()[:4]), word[5]) for word in WORD.finditer(part)]
        pages.append(Printed(width, height, words))  # type: ignore[arg-type]
    return pages


def test_contents_name_the_pages_on_which_the_districts_begin(book: Path) -> None:
    entries = {found["office"]: found["page"] for found in ENTRY.finditer(text(book, 1))}
    assert list(entries) == ["สำนักงานเขตพระนคร", "สำนักงานเขตบางรัก", "สำนักงานเขตภาษีเจริญ"]
    for page in entries.values():
        number = int(to_arabic(page))
        cover = text(book, number)
        assert number % 2 == 1 and "แผนปฏิบัติราชการประจำปี" in cover and "QR Code" in cover
        assert page in cover.split(), "the number of the book is on the page itself"
    assert "กลุ่มเขตกรุงเทพกลาง" in text(book, 3) and text(book, 4).strip() == ""


def corner(page: Printed, number: int) -> tuple[float, float]:
    """Return the middle of the corner in which the number of a page belongs, from the top left corner."""
    if page.width < page.height:
        return (page.width - CORNER / 2 if number % 2 else CORNER / 2, page.height - CORNER / 2)
    return (CORNER / 2, page.height - CORNER / 2 if number % 2 else CORNER / 2)


def test_every_page_but_blank_ones_has_its_number_alone_in_its_corner(book: Path) -> None:
    pages = printed(book)
    assert {page.width < page.height for page in pages} == {True, False}
    for number, page in enumerate(pages, 1):
        across, down = corner(page, number)
        near = [
            word
            for left, top, right, bottom, word in page.words
            if abs((left + right) / 2 - across) < CORNER / 2 and abs((top + bottom) / 2 - down) < CORNER / 2
        ]
        assert near == ([to_thai(str(number))] if page.words else []), number


def test_nothing_was_in_the_corners_before(outputs: Path, tmp_path: Path) -> None:
    command = ["pdftoppm", "-r", "36", "-gray", str(outputs / f"{SAMPLE}.pdf"), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    pictures = sorted(tmp_path.glob("*.pgm"))
    assert len(pictures) > 70
    for picture in pictures:
        _, size, _, dots = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        edge = int(CORNER / 2)
        for row in [*range(edge), *range(height - edge, height)]:
            line = dots[row * width : (row + 1) * width]
            assert set(line[:edge] + line[-edge:]) == {255}, picture.name


def test_plans_look_as_they_did_but_for_the_number(outputs: Path, book: Path, tmp_path: Path) -> None:
    start = 5
    for name, pdf, first in (("plan", outputs / "1001-2567.pdf", 60), ("book", book, 59 + start)):
        command = ["pdftoppm", "-r", "36", "-gray", "-f", str(first), "-l", str(first), str(pdf), str(tmp_path / name)]
        subprocess.run(command, check=True)
    plan, bound = (next(tmp_path.glob(f"{name}*")).read_bytes().split(b"\n", 3) for name in ("plan", "book"))
    assert plan[:3] == bound[:3]
    width, height = map(int, plan[1].split())
    changed = {index for index, (one, other) in enumerate(zip(plan[3], bound[3], strict=True)) if one != other}
    assert changed
    edge = int(CORNER / 2)
    assert all(index % width < edge and (index // width < edge or index // width >= height - edge) for index in changed)


def test_bookmarks_lead_to_groups_districts_parts_and_tables(book: Path) -> None:
    with pikepdf.open(book) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        root = opened.open_outline().root

        def at(item: Any) -> int:
            return numbers[item.destination[0].objgen]

        assert [(item.title, at(item)) for item in root[:2]] == [("สารบัญ", 1), ("กลุ่มเขตกรุงเทพกลาง", 3)]
        (district,) = root[1].children
        assert (district.title, at(district)) == ("สำนักงานเขตพระนคร", 5)
        assert [item.title.split()[0] for item in district.children][:3] == [
            "คำนำ",
            "สารบัญ",
            "สาระสำคัญของแผนปฏิบัติราชการประจำปี",
        ]
        tables = [item for part in district.children for item in part.children if item.title.startswith("ตาราง")]
        assert [item.title[:7] for item in tables] == [f"ตาราง {letter}" for letter in "กขคงจฉ"]
        assert all(one < other for one, other in pairwise(map(at, tables)))
        for item in tables:
            assert re.sub(r"\W", "", item.title)[:6] in re.sub(r"\W", "", text(book, at(item)))
        annotations = opened.pages[6].Annots
        assert {numbers[link.Dest[0].objgen] for link in annotations} <= set(range(5, 5 + 82))


def test_nothing_but_pages_bookmarks_and_links_is_in_the_book(book: Path) -> None:
    with pikepdf.open(book) as opened:
        assert not opened.get_warnings() and opened.check_pdf_syntax() == []
        assert not {"/OpenAction", "/Names", "/Dests", "/AcroForm", "/Metadata"} & set(opened.Root.keys())


def test_binding_again_gives_the_same_bytes(outputs: Path, book: Path, tmp_path: Path) -> None:
    generate("book", outputs, "-o", tmp_path / "again.pdf", "--order", "group", "--separators", "group")
    assert (tmp_path / "again.pdf").read_bytes() == book.read_bytes()


def test_each_group_has_a_volume_with_contents_of_its_own(outputs: Path, tmp_path: Path) -> None:
    generate("book", outputs, "-o", tmp_path / "แผน.pdf", "--by-group")
    volumes = sorted(path.name for path in tmp_path.iterdir())
    assert volumes == [f"แผน-เล่ม-{number}.pdf" for number in (1, 2, 3)]
    shown = text(tmp_path / "แผน-เล่ม-2.pdf", 1)
    assert [found["office"] for found in ENTRY.finditer(shown)] == ["สำนักงานเขตบางรัก"]
    assert "๒ ใน ๓ เล่ม" in shown.replace("\u00a0", " ") and "กลุ่มเขตกรุงเทพใต้" in shown
