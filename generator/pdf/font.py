"""Which typeface prints as TH Sarabun New, and which draws the check boxes; never another one in silence.

Knows the fonts of the computer, but neither documents nor LibreOffice.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from generator.pdf import laksaman
from generator.words import Halt, Words

GENUINE = ("TH Sarabun New", "TH SarabunPSK")  # of the same widths; either may stand for the other
SOURCE = "Laksaman"
SYMBOLS = ("Segoe UI Symbol", "DejaVu Sans")  # preferred for the check boxes
NO_FONTCONFIG = ("win32", "darwin")  # there LibreOffice asks the system, which cannot be given a font for a while
CHECK_BOXES = "2610 2611 2612"
BOLD, ITALIC = 1 << 5, 1 << 0  # of OS/2.fsSelection
FACES = frozenset({(False, False), (True, False)})  # (bold, slanted): an upright and a bold one must be there

NO_FONT = (
    Words(
        "ไม่พบแบบอักษร TH Sarabun New หรือ TH SarabunPSK จึงไม่ทำไฟล์ PDF (ไฟล์ Word ยังทำได้ตามปกติ)",
        "The typeface TH Sarabun New or TH SarabunPSK was not found, so no PDF is made (Word files still are).",
    ),
    Words(
        "ติดตั้งแบบอักษร TH Sarabun New ทั้งตัวธรรมดาและตัวหนา แล้วสั่งใหม่ (Debian: sudo apt install fonts-tlwg-laksaman-ttf)",
        "Install the typeface TH Sarabun New, regular and bold, and try again (Debian: "
        "sudo apt install fonts-tlwg-laksaman-ttf).",
    ),
)
NO_CHECK_BOXES = (
    Words(
        "ไม่พบแบบอักษรที่มีช่องกาเครื่องหมาย ☐ ☑ จึงไม่ทำไฟล์ PDF (ไฟล์ Word ยังทำได้ตามปกติ)",
        "No typeface with check boxes ☐ ☑ was found, so no PDF is made (Word files still are).",
    ),
    Words(
        "ติดตั้งแบบอักษร DejaVu Sans แล้วสั่งใหม่ (Debian: sudo apt install fonts-dejavu-core)",
        "Install the typeface DejaVu Sans and try again (Debian: sudo apt install fonts-dejavu-core).",
    ),
)


class Face(NamedTuple):
    """One font file of the computer."""

    family: str
    bold: bool
    slanted: bool
    file: Path


@dataclass(frozen=True, slots=True)
class Typeface:
    """What prints as TH Sarabun New.

    `family` is its name, `symbols` the family that draws the check boxes (None: the system finds it itself), `files`
    the fonts it consists of or is derived from, `cache` where a derived one is kept and `configuration` the fontconfig
    file it was found with, if not the usual one; `fingerprint` changes whenever printed pages might.
    """

    family: str
    symbols: str | None
    files: tuple[Path, ...]
    fingerprint: str
    cache: Path
    configuration: str | None

    def environment(self) -> dict[str, str]:
        """Return the variables with which LibreOffice finds the typeface; derives it on first need.

        Raises Halt when it cannot be derived.
        """
        file = self.configuration
        if self.family == laksaman.FAMILY:
            file = str(laksaman.derive(self.files, self.cache, file or laksaman.SYSTEM_CONFIGURATION))
        return {"FONTCONFIG_FILE": file} if file else {}

    def upright(self) -> Path:
        """Return the font file of the upright face as it prints; derives the typeface on first need.

        Raises Halt when it cannot be derived.
        """
        files: Iterable[Path] = self.files
        if self.family == laksaman.FAMILY:
            files = Path(self.environment()["FONTCONFIG_FILE"]).parent.glob("*.ttf")
        for file in sorted(files):
            with TTFont(file, lazy=True) as font:
                if not font["OS/2"].fsSelection & (BOLD | ITALIC):
                    return file
        raise Halt(*NO_FONT)


def find_typeface(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Typeface:
    """Return the typeface that prints as TH Sarabun New on this computer.

    That is TH Sarabun New or TH SarabunPSK, if its upright and its bold font are installed; else the one derived from
    Laksaman. `environment` says where fonts and the cache are. Raises Halt when there is none, or none for check boxes.
    """
    families = GENUINE if platform in NO_FONTCONFIG else (*GENUINE, SOURCE)
    faces = list(installed_faces(families, environment, platform))
    complete = (family for family in families if {face[1:3] for face in _of(family, faces)} >= FACES)
    family = next(complete, None)
    if family is None:
        raise Halt(*NO_FONT)
    files = tuple(sorted(face.file for face in _of(family, faces)))
    symbols = check_box_family(environment) if _has_fontconfig(environment, platform) else None
    name = laksaman.FAMILY if family == SOURCE else family
    digest = hashlib.sha256(laksaman.RECIPE.encode() if family == SOURCE else b"")
    for file in files:
        digest.update(file.read_bytes())
    return Typeface(
        family=name,
        symbols=symbols,
        files=files,
        fingerprint=f"{name} {digest.hexdigest()[:16]} {symbols}",
        cache=laksaman.cache_folder(environment, platform),
        configuration=environment.get("FONTCONFIG_FILE"),
    )


def installed_faces(families: Iterable[str], environment: Mapping[str, str], platform: str) -> Iterator[Face]:
    """Yield the installed fonts whose family is one of `families`, compared exactly but for capitals."""
    wanted = {family.casefold(): family for family in families}
    if not _has_fontconfig(environment, platform):
        yield from _faces_in_folders(wanted, _font_folders(environment, platform))
        return
    listing = _fc_list(environment, "--format", "%{family}\t%{weight}\t%{slant}\t%{file}\n", ":scalable=true")
    for line in listing.splitlines():
        names, weight, slant, file = line.split("\t", 3)
        for name in names.split(","):
            if (family := wanted.get(name.casefold())) and weight.isdigit():
                # fontconfig.h: FC_WEIGHT_DEMIBOLD is 180, FC_SLANT_ROMAN is 0
                yield Face(family, int(weight) >= 180, slant != "0", Path(file))
                break


def check_box_family(environment: Mapping[str, str]) -> str:
    """Return the installed family that draws check boxes, as fontconfig knows it. Raises Halt when there is none."""
    listing = _fc_list(environment, "--format", "%{family}\n", f":charset={CHECK_BOXES}")
    found = {line.split(",")[0] for line in listing.splitlines()}
    if not found:
        raise Halt(*NO_CHECK_BOXES)
    return next((name for name in SYMBOLS if name in found), min(found))


def _of(family: str, faces: Iterable[Face]) -> Iterator[Face]:
    return (face for face in faces if face.family == family)


def _has_fontconfig(environment: Mapping[str, str], platform: str) -> bool:
    return platform not in NO_FONTCONFIG and _program(environment) is not None


def _program(environment: Mapping[str, str]) -> str | None:
    return shutil.which("fc-list", path=environment.get("PATH", os.defpath))


def _fc_list(environment: Mapping[str, str], *arguments: str) -> str:
    program = _program(environment)
    if program is None:
        return ""
    done = subprocess.run([program, *arguments], env=dict(environment), capture_output=True, check=False, timeout=60)
    return done.stdout.decode("utf-8", "replace")


def _font_folders(environment: Mapping[str, str], platform: str) -> list[Path]:
    home = Path(environment.get("HOME", "/"))
    if platform == "win32":
        places = [(environment.get("WINDIR"), "Fonts"), (environment.get("LOCALAPPDATA"), "Microsoft/Windows/Fonts")]
        return [Path(root, folder) for root, folder in places if root]
    if platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    return [home / ".fonts", data / "fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def _faces_in_folders(wanted: Mapping[str, str], folders: Iterable[Path]) -> Iterator[Face]:
    for file in (file for folder in folders if folder.is_dir() for file in sorted(folder.rglob("*"))):
        stem = file.stem.casefold().replace(" ", "")
        if file.suffix.casefold() not in (".ttf", ".otf") or not stem.startswith(("thsarabun", "laksaman")):
            continue
        try:
            with file.open("rb") as content, TTFont(content, lazy=True) as font:
                names = {font["name"].getDebugName(number) for number in (1, 16)}
                style = font["OS/2"].fsSelection
        except (OSError, TTLibError):
            continue
        for name in names:
            if name and (family := wanted.get(name.casefold())):
                yield Face(family, bool(style & BOLD), bool(style & ITALIC), file)
                break
