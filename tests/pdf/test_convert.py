"""What the PDF looks like, and that no fault of LibreOffice loses one or leaves anything behind."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest

from generator.pdf.convert import Converter, PdfFailure
from tests.pdf.conftest import DOCUMENT, PROSE, Printed
from tests.pdf.paper import FRONT_MATTER, bookmark, draw, fields, paragraph, row, run, table

LONG = draw("".join(paragraph(run(PROSE * 4), '<w:jc w:val="thaiDistribute"/>') for _ in range(150)))
FAMILIES = ("THSarabunNew", "THSarabunPSK", "LaksamanSarabunMetric")

on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")


def processes(group: int, name: str = "") -> list[int]:
    """Return the living processes of a group, all or those of that name."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command, _, rest = (entry / "stat").read_text().partition(" (")[2].rpartition(") ")
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, _, itsgroup = rest.split()[:3]
            if int(itsgroup) == group and state not in "ZX" and command.startswith(name):
                found.append(int(entry.name))
    return found


def wait_until(happens: Callable[[], bool], seconds: float = 10) -> bool:
    """Return whether something happens within some time."""
    deadline = time.monotonic() + seconds
    while not happens():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def sockets_of(process: int) -> set[Path]:
    """Return the socket files that a process listens at."""
    listed = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()]
    paths = {f"socket:[{words[6]}]": Path(words[7]) for words in listed if len(words) == 8}
    links = {os.readlink(link) for link in Path(f"/proc/{process}/fd").iterdir()}
    return {path for link, path in paths.items() if link in links}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, for this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def own(converter: Converter, temporary: Path) -> Iterator[Converter]:
    """A converter with a LibreOffice of its own, of which nothing may be left."""
    with Converter(converter.press) as own:
        yield own
        group = own.worker_pid
    assert group is None or wait_until(lambda: not processes(group))
    assert list(temporary.iterdir()) == []


@pytest.mark.office
class TestPrinted:
    def test_page_numbers_are_thai_digits_from_the_second_page_on(self, printed: Printed) -> None:
        assert [printed.page(number).split("\n")[0] for number in (2, 3)] == ["(๒) จาก ๓", "(๓) จาก ๓"]
        assert "(" not in printed.page(1)
        assert re.findall("[0-9]", printed.ask("pdftotext")) == []

    def test_pages_and_bookmarks_are_counted(self, printed: Printed) -> None:
        assert printed.result.pages == 3
        assert printed.result.bookmarks == {"_Toc1": 1, "_Toc2": 2}
        assert "Pages:           3\n" in printed.ask("pdfinfo")

    def test_a_page_reference_shows_what_word_shows(self, printed: Printed) -> None:
        assert "อ้างถึงหน้า ๒" in printed.page(1)

    def test_bookmarks_can_be_reached_from_outside(self, printed: Printed) -> None:
        assert '"5FToc2"' in printed.ask("pdfinfo", "-dests")

    def test_it_is_set_in_nothing_but_sarabun_and_embedded(self, printed: Printed) -> None:
        fonts = printed.ask("pdffonts").splitlines()[2:]
        names = {line.split()[0].partition("+")[2] for line in fonts}
        assert {name for name in names if not name.startswith(FAMILIES)} == {"DejaVuSans"}
        assert any(name.endswith("Bold") for name in names)
        assert all(re.search(r"\byes yes yes\b", line) for line in fonts)

    def test_a_word_is_as_wide_as_in_th_sarabun_new(self, printed: Printed) -> None:
        found = re.search(
            r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>มาตรา<', printed.ask("pdftotext", "-bbox")
        )
        assert found is not None
        # ม 400, า 316, ต 391, ร 322, า 316 thousandths of 16 points; LibreOffice rounds
        assert float(found[2]) - float(found[1]) == pytest.approx(1745 / 1000 * 16, abs=0.2)

    def test_check_boxes_are_ink_not_buttons(self, printed: Printed) -> None:
        assert "☐ ร่าง ☑ ลงนาม" in printed.page(1)
        assert b"/AcroForm" not in printed.pdf.read_bytes()

    def test_the_title_is_kept(self, printed: Printed) -> None:
        assert "แบบ ๘๒๑๔" in printed.ask("pdfinfo")


@pytest.mark.office
def test_front_matter_keeps_its_letters(converter: Converter, tmp_path: Path) -> None:
    number = run("(") + fields("PAGE", "ก") + run(")")
    body = paragraph(run("คำนำ"), FRONT_MATTER) + "".join(
        paragraph(bookmark(letter, ord(letter)) + run(f"บท {letter}"), "<w:pageBreakBefore/>") for letter in "กข"
    )
    result = converter.convert(draw(body, header=paragraph(number)), tmp_path / "plan.pdf")
    plan = Printed(tmp_path / "plan.pdf", result)
    assert [plan.page(page).split("\n")[0] for page in (1, 2, 3)] == ["(ก)", "บท ก", "(๒)"]
    # LibreOffice counts an empty page after the front matter, which is not printed
    assert (result.pages, result.bookmarks) == (3, {"ก": 2, "ข": 3})
    assert "Pages:           3\n" in plan.ask("pdfinfo")


@pytest.mark.office
def test_pages_that_hold_only_merged_cells_are_counted(converter: Converter, tmp_path: Path) -> None:
    below = row(paragraph(), paragraph(), first="<w:vMerge/>") * 100
    merged = row(paragraph(run("ก")), paragraph(), first='<w:vMerge w:val="restart"/>') + below
    header = row(paragraph(run("หัวตาราง")), paragraph()).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    body = table(header + merged, columns=2) + paragraph("", FRONT_MATTER) + paragraph(bookmark("end", 1) + run("จบ"))
    result = converter.convert(draw(body), tmp_path / "plan.pdf")
    plan = Printed(tmp_path / "plan.pdf", result)
    assert f"Pages:           {result.pages}\n" in plan.ask("pdfinfo")
    assert result.pages == result.bookmarks["end"] > 3
    assert plan.page(result.pages).startswith("จบ")


@pytest.mark.office
def test_a_second_run_gives_the_same_bytes(converter: Converter, printed: Printed, tmp_path: Path) -> None:
    converter.convert(draw(paragraph(run("อื่น"))), tmp_path / "other.pdf")
    converter.convert(DOCUMENT, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == printed.pdf.read_bytes()


@pytest.mark.office
def test_two_converters_side_by_side_give_the_same_bytes(
    converter: Converter, printed: Printed, tmp_path: Path
) -> None:
    source = tmp_path / "document.docx"
    source.write_bytes(DOCUMENT)

    def convert(name: str) -> bytes:
        with Converter(converter.press) as own:
            own.convert(source, tmp_path / name)
        return (tmp_path / name).read_bytes()

    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(convert, ("one.pdf", "two.pdf"))) == {printed.pdf.read_bytes()}


@pytest.mark.office
@on_linux
def test_a_crash_in_the_middle_is_survived(own: Converter, tmp_path: Path) -> None:
    own.convert(DOCUMENT, tmp_path / "first.pdf")
    first = own.worker_pid
    assert first is not None
    victims = processes(first, "soffice.bin")
    assert len(victims) == 1
    Timer(0.3, os.kill, (victims[0], signal.SIGKILL)).start()
    assert own.convert(LONG, tmp_path / "long.pdf").pages > 30
    assert own.worker_pid != first
    assert wait_until(lambda: not processes(first))


@pytest.mark.office
@on_linux
def test_a_frozen_libreoffice_is_replaced(own: Converter, tmp_path: Path) -> None:
    own.convert(DOCUMENT, tmp_path / "first.pdf")
    first = own.worker_pid
    assert first is not None
    os.kill(processes(first, "soffice.bin")[0], signal.SIGSTOP)
    own.limit = 2
    assert own.convert(DOCUMENT, tmp_path / "second.pdf").pages == 3
    assert own.worker_pid != first
    assert wait_until(lambda: not processes(first))


@pytest.mark.office
def test_a_document_that_takes_too_long_fails_in_one_sentence(own: Converter, tmp_path: Path) -> None:
    own.limit = 0.001
    with pytest.raises(PdfFailure) as failure:
        own.convert(DOCUMENT, tmp_path / "late.pdf")
    assert "late.pdf" in failure.value.problem.th
    assert failure.value.detail == "no answer in 0.001 seconds"
    assert not (tmp_path / "late.pdf").exists()
    assert own.worker_pid is None
    own.limit = 60
    assert own.convert(DOCUMENT, tmp_path / "late.pdf").pages == 3


@pytest.mark.office
def test_what_is_no_document_fails_without_starting_anything(own: Converter, tmp_path: Path) -> None:
    with pytest.raises(PdfFailure, match=r"could not make plan\.pdf"):
        own.convert(b"no document", tmp_path / "plan.pdf")
    assert own.worker_pid is None


@pytest.mark.office
def test_a_worker_that_has_done_its_share_is_replaced(converter: Converter, tmp_path: Path) -> None:
    workers = []
    with Converter(converter.press, jobs_per_worker=2) as own:
        for number in range(3):
            own.convert(DOCUMENT, tmp_path / f"{number}.pdf")
            workers.append(own.worker_pid)
    assert workers[0] == workers[1] != workers[2]


@pytest.mark.office
@on_linux
def test_a_worker_that_is_gone_takes_libreoffice_with_it(own: Converter, tmp_path: Path) -> None:
    own.convert(DOCUMENT, tmp_path / "first.pdf")
    first = own.worker_pid
    assert first is not None
    sockets = sockets_of(processes(first, "soffice.bin")[0])
    os.kill(first, signal.SIGKILL)
    assert own.convert(DOCUMENT, tmp_path / "second.pdf").pages == 3
    assert own.worker_pid != first
    assert wait_until(lambda: not processes(first))
    assert not any(socket.exists() for socket in sockets)


@pytest.mark.office
@on_linux
def test_nothing_is_left_on_the_disk(own: Converter, temporary: Path, tmp_path: Path) -> None:
    own.convert(DOCUMENT, tmp_path / "first.pdf")
    assert own.worker_pid is not None
    sockets = sockets_of(processes(own.worker_pid, "soffice.bin")[0])
    assert len(sockets) == 2
    assert all(socket.is_socket() for socket in sockets)
    assert list(temporary.rglob("document.*")) == []
    own.close()
    assert not any(socket.exists() for socket in sockets)
    assert list(temporary.iterdir()) == []


@pytest.mark.office
@on_linux
def test_nothing_is_left_after_ctrl_c(converter: Converter, temporary: Path, tmp_path: Path) -> None:
    group = 0
    with pytest.raises(KeyboardInterrupt), Converter(converter.press) as own:
        own.convert(DOCUMENT, tmp_path / "first.pdf")
        group = own.worker_pid or 0
        assert processes(group, "soffice.bin")
        Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        own.convert(LONG, tmp_path / "long.pdf")
    assert wait_until(lambda: not processes(group))
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "long.pdf").exists()


@pytest.mark.office
@on_linux
def test_nothing_is_left_when_the_program_itself_is_killed(temporary: Path, tmp_path: Path) -> None:
    program = f"""
        import os, signal
        from pathlib import Path
        from generator.pdf.convert import Converter
        converter = Converter()
        converter.convert(Path({str(tmp_path / "a.docx")!r}), Path({str(tmp_path / "a.pdf")!r}))
        print(converter.worker_pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    (tmp_path / "a.docx").write_bytes(DOCUMENT)
    command = [sys.executable, "-c", textwrap.dedent(program)]
    done = subprocess.run(command, env={**os.environ, "TMPDIR": str(temporary)}, stdout=subprocess.PIPE, check=False)
    assert done.returncode == -signal.SIGKILL
    group = int(done.stdout)
    assert wait_until(lambda: not processes(group))
    assert wait_until(lambda: list(temporary.iterdir()) == [])
