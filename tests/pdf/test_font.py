"""The pages are set in TH Sarabun New or what measures the same, or not at all."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.pdf.font import check_box_family, find_typeface
from generator.pdf.laksaman import FAMILY, cache_folder, derive, write_face
from generator.words import Halt
from tests.pdf.paper import write_font

# Advance widths of TH Sarabun New 1.35 in thousandths of an em; Laksaman differs by 2 in ช and ซ.
WIDTHS = {"ก": 386, "ง": 294, "ณ": 543, "ม": 400, "า": 316, "ำ": 316, "๑": 449, "0": 362, "A": 400, " ": 216, "(": 190}


def fontconfig(folder: Path, fonts: Path) -> dict[str, str]:
    """Return an environment in which only the fonts of one folder are installed."""
    file = folder / "fonts.conf"
    file.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder / 'fc'}</cachedir></fontconfig>")
    path = str(Path(shutil.which("fc-list") or "/usr/bin/fc-list").parent)
    return {"PATH": path, "FONTCONFIG_FILE": str(file), "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}


def write_family(family: str, folder: Path, stem: str = "THSarabunNew") -> list[Path]:
    """Write an upright and a bold font."""
    return [
        write_font(family, folder, f"{stem}.ttf"),
        write_font(family, folder, f"{stem} Bold.TTF", bold=True),
    ]


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("win32", "windows/Fonts"),
        ("win32", "local/Microsoft/Windows/Fonts"),
        ("darwin", "home/Library/Fonts"),
        ("linux", "home/.local/share/fonts/thai"),
    ],
)
@pytest.mark.parametrize("family", ["TH Sarabun New", "TH SarabunPSK"])
def test_an_installed_font_is_found_in_the_folders_of_the_system(
    tmp_path: Path, platform: str, place: str, family: str
) -> None:
    environment = {
        "PATH": "",
        "HOME": str(tmp_path / "home"),
        "WINDIR": str(tmp_path / "windows"),
        "LOCALAPPDATA": str(tmp_path / "local"),
    }
    files = write_family(family, tmp_path / place)
    typeface = find_typeface(environment, platform)
    assert (typeface.family, typeface.symbols) == (family, None)
    assert typeface.files == tuple(sorted(files))
    assert typeface.environment() == {}


def test_a_missing_font_is_said_in_one_sentence_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(Halt) as halt:
        find_typeface({"PATH": "", "LOCALAPPDATA": str(tmp_path), "WINDIR": str(tmp_path)}, "win32")
    assert "TH Sarabun New" in halt.value.problem.th
    assert "ติดตั้งแบบอักษร TH Sarabun New" in halt.value.cure.th
    assert "fonts-tlwg-laksaman-ttf" in halt.value.cure.en


def test_a_font_without_its_bold_is_not_enough(tmp_path: Path) -> None:
    write_font("TH Sarabun New", tmp_path / "Fonts", "THSarabunNew.ttf")
    with pytest.raises(Halt, match="was not found"):
        find_typeface({"WINDIR": str(tmp_path)}, "win32")


def test_a_font_of_a_similar_name_is_not_taken(tmp_path: Path) -> None:
    write_family("TH SarabunIT๙", tmp_path / "Fonts", "THSarabunIT๙")
    (tmp_path / "Fonts" / "THSarabunNew.ttf").write_bytes(b"no font")
    with pytest.raises(Halt, match="was not found"):
        find_typeface({"WINDIR": str(tmp_path)}, "win32")


def test_another_version_of_the_font_changes_the_fingerprint(tmp_path: Path) -> None:
    environment = {"WINDIR": str(tmp_path)}
    write_family("TH Sarabun New", tmp_path / "Fonts")
    before = find_typeface(environment, "win32").fingerprint
    assert find_typeface(environment, "win32").fingerprint == before
    with TTFont(tmp_path / "Fonts" / "THSarabunNew.ttf") as font:
        font["hmtx"]["kokai"] = (600, 0)
        font.save(tmp_path / "Fonts" / "THSarabunNew.ttf")
    assert find_typeface(environment, "win32").fingerprint != before


def test_the_cache_is_where_the_system_keeps_caches() -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "linux") == Path("/c/generate")
    assert cache_folder({"HOME": "/h"}, "linux") == Path("/h/.cache/generate")
    assert cache_folder({"HOME": "/h"}, "darwin") == Path("/h/Library/Caches/generate")
    assert cache_folder({"LOCALAPPDATA": "/l"}, "win32") == Path("/l/generate/Cache")


class TestDerived:
    @pytest.fixture
    def sources(self, tmp_path: Path) -> list[Path]:
        return write_family("Laksaman", tmp_path / "sources", "Laksaman")

    def test_the_em_grows_and_the_name_changes(self, sources: list[Path], tmp_path: Path) -> None:
        with TTFont(write_face(sources[1], tmp_path)) as font:
            assert font["head"].unitsPerEm == 1503
            assert font["hmtx"]["kokai"][0] / 1503 == pytest.approx(0.386, abs=0.001)
            assert [font["name"].getDebugName(number) for number in (1, 2, 4, 6)] == [
                FAMILY,
                "Bold",
                f"{FAMILY} Bold",
                "LaksamanSarabunMetric-Bold",
            ]
            header = font["hhea"]
            lines = [round(value / 1.503) for value in (header.ascent, header.descent, header.lineGap)]
            assert lines == [844, -457, 30]

    def test_it_is_made_once(self, sources: list[Path], tmp_path: Path) -> None:
        first = derive(sources, tmp_path / "cache")
        moment = first.stat().st_mtime_ns
        assert derive(sources, tmp_path / "cache") == first
        assert first.stat().st_mtime_ns == moment

    def test_many_at_once_make_one(self, sources: list[Path], tmp_path: Path) -> None:
        with ThreadPoolExecutor(6) as pool:
            made = set(pool.map(lambda _: derive(sources, tmp_path / "cache"), range(12)))
        assert len(made) == 1
        assert [path.name for path in (tmp_path / "cache").iterdir()] == [made.pop().parent.name]

    def test_a_changed_source_is_derived_anew(self, sources: list[Path], tmp_path: Path) -> None:
        before = derive(sources, tmp_path / "cache")
        with TTFont(sources[0]) as font:
            font["hmtx"]["kokai"] = (600, 0)
            font.save(sources[0])
        assert derive(sources, tmp_path / "cache") != before

    def test_a_face_that_was_taken_away_is_made_again(self, sources: list[Path], tmp_path: Path) -> None:
        folder = derive(sources, tmp_path / "cache").parent
        (folder / "LaksamanSarabunMetric-Bold.ttf").unlink()
        assert derive(sources, tmp_path / "cache").parent == folder
        assert len(list(folder.glob("*.ttf"))) == 2

    def test_a_cache_that_cannot_be_written_is_said_with_the_cure(self, sources: list[Path], tmp_path: Path) -> None:
        (tmp_path / "cache").write_text("a file where the folder should be")
        with pytest.raises(Halt) as halt:
            derive(sources, tmp_path / "cache")
        assert str(tmp_path / "cache") in halt.value.problem.th
        assert "TH Sarabun New" in halt.value.cure.th

    def test_a_source_that_is_damaged_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "Laksaman.ttf").write_bytes(b"damaged")
        with pytest.raises(Halt, match="cannot be made"):
            derive([tmp_path / "Laksaman.ttf"], tmp_path / "cache")
        assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.office
class TestFontconfig:
    def test_nothing_installed_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(Halt, match="was not found"):
            find_typeface(fontconfig(tmp_path, tmp_path / "none"), "linux")

    def test_a_similar_family_is_not_taken_for_the_right_one(self, tmp_path: Path) -> None:
        write_family("TH Sarabun New Extra", tmp_path / "fonts")
        with pytest.raises(Halt, match="was not found"):
            find_typeface(fontconfig(tmp_path, tmp_path / "fonts"), "linux")

    def test_the_genuine_font_comes_before_the_derived_one(self, tmp_path: Path) -> None:
        write_family("Laksaman", tmp_path / "fonts", "Laksaman")
        write_family("DejaVu Sans", tmp_path / "fonts", "DejaVu")
        add_check_boxes(tmp_path / "fonts" / "DejaVu.ttf")
        environment = fontconfig(tmp_path, tmp_path / "fonts")
        derived = find_typeface(environment, "linux")
        assert (derived.family, derived.symbols) == (FAMILY, "DejaVu Sans")
        assert Path(derived.environment()["FONTCONFIG_FILE"]).is_relative_to(tmp_path / "cache")
        write_family("TH SarabunPSK", tmp_path / "fonts", "psk")
        assert find_typeface(environment, "linux").family == "TH SarabunPSK"
        write_family("TH Sarabun New", tmp_path / "fonts", "new")
        genuine = find_typeface(environment, "linux")
        assert genuine.family == "TH Sarabun New"
        assert genuine.environment() == {"FONTCONFIG_FILE": environment["FONTCONFIG_FILE"]}
        assert genuine.fingerprint != derived.fingerprint

    def test_a_computer_without_check_boxes_is_refused(self, tmp_path: Path) -> None:
        write_family("TH Sarabun New", tmp_path / "fonts")
        with pytest.raises(Halt) as halt:
            find_typeface(fontconfig(tmp_path, tmp_path / "fonts"), "linux")
        assert "☐" in halt.value.problem.th
        assert "fonts-dejavu-core" in halt.value.cure.th

    def test_any_family_with_check_boxes_will_do(self, tmp_path: Path) -> None:
        add_check_boxes(write_font("Odd Symbols", tmp_path / "fonts", "odd.ttf"))
        assert check_box_family(fontconfig(tmp_path, tmp_path / "fonts")) == "Odd Symbols"

    def test_the_font_of_debian_measures_as_th_sarabun_new(self, tmp_path: Path) -> None:
        source = next(Path("/usr/share/fonts").rglob("Laksaman.ttf"), None)
        if source is None:
            pytest.skip("Laksaman is not installed")
        with TTFont(write_face(source, tmp_path)) as font:
            glyphs = font.getBestCmap()
            widths = {letter: font["hmtx"][glyphs[ord(letter)]][0] / 1503 * 1000 for letter in WIDTHS}
        assert widths == pytest.approx(WIDTHS, abs=1)


def add_check_boxes(file: Path) -> None:
    """Give a font the three check boxes."""
    with TTFont(file) as font:
        for table in font["cmap"].tables:
            table.cmap.update(dict.fromkeys((0x2610, 0x2611, 0x2612), "kokai"))
        font.save(file)
