"""A typeface with the metrics of TH Sarabun New, derived from Laksaman, which Debian ships.

Laksaman has the same outlines, 1.503 times as large: declared with as many more units to the em, it sets every line
as TH Sarabun New does. It is made on the user's computer, never shipped. Knows nothing of documents or LibreOffice.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from generator.words import Halt, Words

FAMILY = "Laksaman Sarabun Metric"
SCALE = 1.503
RECIPE = "1"  # to be raised whenever the derived fonts change, so that old ones are not used

# Thousandths of an em, as TH Sarabun New 1.35 declares them.
ASCENT, DESCENT, LINE_GAP = 844, 457, 30
TYPO_ASCENT, TYPO_DESCENT, TYPO_LINE_GAP = 850, 250, 60
USE_TYPO_METRICS = 1 << 7
CONFIGURATION, LIST = "fonts.conf", "fonts.txt"
SYSTEM_CONFIGURATION = "/etc/fonts/fonts.conf"

CANNOT_DERIVE = Words(
    "สร้างแบบอักษรสำหรับ PDF ใน {folder} ไม่ได้ ({reason})", "The typeface for PDF cannot be made in {folder} ({reason})."
)
CANNOT_DERIVE_CURE = Words(
    "ตรวจว่าเขียนโฟลเดอร์นี้ได้และดิสก์ไม่เต็ม หรือติดตั้งแบบอักษร TH Sarabun New",
    "See that this folder can be written and the disk is not full, or install the typeface TH Sarabun New.",
)


def derive(sources: Sequence[Path], cache: Path, base: str = SYSTEM_CONFIGURATION) -> Path:
    """Return a fontconfig file that adds the derived typeface to those of `base`, another such file.

    `sources` are the fonts of Laksaman; the results lie in a folder of `cache` named by what they were made from, so
    that a changed source gives a new folder. Several processes may do this at once: each makes its own folder, the
    first to rename it wins. Raises Halt when the cache cannot be written or a source cannot be read.
    """
    try:
        folder = cache / f"sarabun-metric-{_key(sources, base)}"
        if not _is_whole(folder):
            cache.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="making-", dir=cache, ignore_cleanup_errors=True) as making:
                _make(sources, folder, base, Path(making, "whole"))
    except (OSError, TTLibError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Halt(CANNOT_DERIVE.filled(folder=cache, reason=reason), CANNOT_DERIVE_CURE) from error
    return folder / CONFIGURATION


def write_face(source: Path, folder: Path, family: str = FAMILY) -> Path:
    """Write one font of Laksaman, with the metrics of TH Sarabun New and named `family`, into `folder`."""
    with source.open("rb") as content, TTFont(content, recalcTimestamp=False) as font:
        font["head"].unitsPerEm = round(1000 * SCALE)
        header, windows = font["hhea"], font["OS/2"]
        header.ascent, header.descent, header.lineGap = _scaled(ASCENT), -_scaled(DESCENT), _scaled(LINE_GAP)
        windows.usWinAscent, windows.usWinDescent = _scaled(ASCENT), _scaled(DESCENT)
        windows.sTypoAscender, windows.sTypoDescender = _scaled(TYPO_ASCENT), -_scaled(TYPO_DESCENT)
        windows.sTypoLineGap = _scaled(TYPO_LINE_GAP)
        windows.fsSelection &= ~USE_TYPO_METRICS
        names = font["name"]
        style = names.getDebugName(2) or "Regular"
        postscript = f"{family}-{style}".replace(" ", "")
        full = family if style == "Regular" else f"{family} {style}"
        texts = {1: family, 3: f"{postscript} {RECIPE}", 4: full, 6: postscript, 16: family, 17: style}
        for record in names.names:
            if record.nameID in texts:
                record.string = texts[record.nameID]
        target = folder / f"{postscript}.ttf"
        font.save(target)
    return target


def cache_folder(environment: Mapping[str, str], platform: str) -> Path:
    """Return the folder of the user in which this program may keep what it can make again."""
    if platform == "win32" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"], "generate", "Cache")
    home = Path(environment.get("HOME") or Path.home())
    if platform == "darwin":
        return home / "Library" / "Caches" / "generate"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache", "generate")


def _make(sources: Sequence[Path], folder: Path, base: str, making: Path) -> None:
    making.mkdir()
    names = [write_face(source, making).name for source in sources]
    (making / LIST).write_text("\n".join(sorted(names)), encoding="utf-8")
    (making / CONFIGURATION).write_text(_configuration(folder, base), encoding="utf-8")
    if folder.exists() and not _is_whole(folder):
        shutil.rmtree(folder)  # somebody took a font away
    try:
        making.rename(folder)
    except OSError:
        if not _is_whole(folder):  # else another process was first, and what it made is the same
            raise


def _is_whole(folder: Path) -> bool:
    try:
        names = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return all((folder / name).is_file() for name in (CONFIGURATION, *names))


def _scaled(thousandths: int) -> int:
    return round(thousandths * SCALE)


def _key(sources: Sequence[Path], base: str) -> str:
    digest = hashlib.sha256(f"{RECIPE} {base}".encode())
    for source in sorted(sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _configuration(folder: Path, base: str) -> str:
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f'  <include ignore_missing="yes">{escape(os.path.abspath(base))}</include>\n'
        f"  <dir>{escape(str(folder))}</dir>\n</fontconfig>\n"
    )
