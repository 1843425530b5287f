"""An .xlsx file opened safely: its parts, their XML and their relations. Knows nothing of sheets and cells.

Workbooks come from anywhere, so nothing here trusts them: sizes are bounded before they are spent, XML may not declare
entities, and no name found in a file ever reaches the file system or the network.
"""

import io
import posixpath
import stat
import struct
import zipfile
from collections.abc import Generator, Iterator
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree

from generator.archive import unpacked

MAX_FILE: Final = 150_000_000
"""Bytes of a file on disk."""
MAX_TOTAL: Final = 300_000_000
"""Bytes of all parts that are read from one file, unpacked."""
MAX_PARTS: Final = 20_000
MAX_RATIO: Final = 300
"""Unpacked bytes per packed byte, for parts of more than `RATIO_FREE` bytes: a workbook of empty formatted cells, the
most regular thing Excel writes, stays under a tenth of this."""
RATIO_FREE: Final = 4_000_000
MAX_TREE: Final = 16_000_000
"""Bytes of XML that may stand in memory as a tree: a tree is up to thirty times as large as its text."""

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
NAMESPACES: Final = (MAIN, STRICT)
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHUNK: Final = 1 << 20
"""Bytes of XML that are read at a time."""
_DIRECTORY_FAULTS: Final = (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, OverflowError)
"""What zipfile raises, beyond BadZipFile, for directories that lie about offsets, sizes and flags."""


class Reason(Enum):
    """Why a file cannot be read as a workbook."""

    MISSING = "no such file"
    EMPTY_FILE = "empty file"
    NOT_EXCEL = "not a workbook"
    OLD_XLS = "workbook of Excel 97-2003"
    ENCRYPTED = "protected by a password"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    NO_SHEETS = "no worksheets"
    UNREADABLE = "cannot be opened"
    ODS = "OpenDocument spreadsheet"
    XLSB = "binary workbook"


class Rejection(Exception):
    """A file that cannot be read as a workbook; `detail` is for the log, in English or in the system's language."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


class Relation(NamedTuple):
    """A link from a part: the last word of its type, and the name of the part it leads to."""

    kind: str
    target: str


class Package:
    """The parts of one .xlsx file, held in memory; the file itself is closed."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > MAX_PARTS:  # counted first: zipfile makes an object of each entry
            raise Rejection(Reason.TOO_LARGE, "too many parts")
        try:
            directory = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except _DIRECTORY_FAULTS as error:
            raise Rejection(Reason.DAMAGED, str(error)) from error
        self._data = data
        self._parts = {_key(info.filename): info for info in directory}
        self._spent = 0

    @classmethod
    def open(cls, path: Path) -> "Package":
        """Return the package at `path`, read once and never written; raise Rejection when it is none."""
        data = _content(path)
        if not data:
            raise Rejection(Reason.EMPTY_FILE)
        if not data.startswith((b"PK\3\4", b"PK\5\6")):
            raise Rejection(_foreign(data))
        return cls(data)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    def names(self) -> list[str]:
        """Return the names of all parts as they are written, in their order; folders are none."""
        return [info.filename for info in self._parts.values() if not info.is_dir()]

    def workbook(self) -> str:
        """Return the name of the part that lists the sheets; raise Rejection when the package holds no workbook."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                if relation.target.lower().endswith(".bin"):
                    raise Rejection(Reason.XLSB)
                return relation.target
        if "mimetype" in self:
            open_document = self.read("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet")
            raise Rejection(Reason.ODS if open_document else Reason.NOT_EXCEL)
        ours = any(name.startswith("xl/") for name in self._parts)
        raise Rejection(Reason.DAMAGED if ours else Reason.NOT_EXCEL, "no relation to a workbook")

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their id, those that lead out of the package left out; "" is the package.

        Targets are names of parts, resolved against the folder of `part`; they need not exist.
        """
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        if where not in self:
            return {}
        return {
            element.get("Id", ""): Relation(
                element.get("Type", "").rpartition("/")[2],
                _key(posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))),
            )
            for element in self.root(where).iter(_RELATION)
            if element.get("TargetMode") != "External"
        }

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raise Rejection when it is missing, damaged, encrypted or too large."""
        info = self._parts.get(_key(name))
        if info is None:
            raise Rejection(Reason.DAMAGED, f"{name} is missing")
        if info.flag_bits & 1:
            raise Rejection(Reason.ENCRYPTED, name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Rejection(Reason.DAMAGED, f"{name}: unknown compression")
        size = info.file_size
        self._spent += size
        if self._spent > MAX_TOTAL or size > max(RATIO_FREE, MAX_RATIO * info.compress_size):
            raise Rejection(Reason.TOO_LARGE, name)
        try:
            return unpacked(self._data, info)
        except zipfile.BadZipFile as error:
            raise Rejection(Reason.DAMAGED, f"{name}: {error}") from error

    def root(self, name: str) -> etree._Element:
        """Return the root element of a small part; raise Rejection as `read` does or when its XML is faulty."""
        data = self._xml(name)
        if len(data) > MAX_TREE:
            raise Rejection(Reason.TOO_LARGE, name)
        return _tree(name, data)

    def pieces(self, name: str, root: str, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements with one of the local names `tags`, in order, of a part of any size.

        An element is only good until the next is asked for. The local name of the root element must be `root`.
        """
        data = self._xml(name)
        wanted = [f"{{{namespace}}}{tag}" for namespace in NAMESPACES for tag in tags]
        if len(data) <= _CHUNK:  # nearly always; a tree made in one go is faster
            top = _tree(name, data)
            yield from top.iter(*wanted)
        else:
            top = yield from _grow(name, data, wanted)
        if spreadsheet_namespace(top, root) is None:
            raise Rejection(Reason.DAMAGED, f"{name} is {top.tag!r}, not {root}")

    def _xml(self, name: str) -> bytes:
        """Return a part as XML in UTF-8 that declares no document type."""
        data = self.read(name)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                data = data.decode("utf-16").encode()
            except UnicodeError as error:
                raise Rejection(Reason.DAMAGED, f"{name}: {error}") from error
        if b"<!DOCTYPE" in data:
            raise Rejection(Reason.DAMAGED, f"{name} declares a document type")
        return data


def spreadsheet_namespace(root: etree._Element, name: str) -> str | None:
    """Return the namespace of SpreadsheetML, in braces, that `root` belongs to when its local name is `name`."""
    return next((f"{{{space}}}" for space in NAMESPACES if root.tag == f"{{{space}}}{name}"), None)


def _tree(name: str, data: bytes) -> etree._Element:
    # The encoding is given so that the parser sees the same characters as the search for document types. That neither
    # documents nor their types are fetched, and that texts and depths are bounded, is so unless a parser is told else.
    try:
        return etree.fromstring(
            data, etree.XMLParser(encoding="utf-8", resolve_entities=False, remove_comments=True, remove_pis=True)
        )
    except etree.XMLSyntaxError as error:
        raise Rejection(Reason.DAMAGED, f"{name}: {error}") from error


def _grow(name: str, data: bytes, wanted: list[str]) -> Generator[etree._Element, None, etree._Element]:
    """Yield the elements with the tags `wanted` and return the root, with only a part of the tree in memory."""
    parser = etree.XMLPullParser(
        ("end",), tag=wanted, encoding="utf-8", resolve_entities=False, remove_comments=True, remove_pis=True
    )
    last = 0
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            if start + _CHUNK >= len(data):
                top = parser.close()
            piece = None
            for _, piece in parser.read_events():
                yield piece
            if piece is not None and (parent := piece.getparent()) is not None:
                last = start
                del parent[:-1]  # all but the one that may be growing still
            elif start - last > MAX_TREE:
                raise Rejection(Reason.TOO_LARGE, name)
    except etree.XMLSyntaxError as error:
        raise Rejection(Reason.DAMAGED, f"{name}: {error}") from error
    return top


def _key(name: str) -> str:
    """Return the form in which names of parts are compared: some writers use other cases, slashes and a leading one."""
    return name.replace("\\", "/").lstrip("/").lower()


def _content(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Rejection(Reason.UNREADABLE, "not a regular file")
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Rejection(Reason.MISSING, str(error.strerror)) from error
    except OSError as error:
        raise Rejection(Reason.UNREADABLE, error.strerror or str(error)) from error
    if len(data) > MAX_FILE:
        raise Rejection(Reason.TOO_LARGE, f"more than {MAX_FILE} bytes")
    return data


def _foreign(data: bytes) -> Reason:
    """Return what a file is that is no zip archive."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # a compound file of Microsoft
        if _has_stream(data, "EncryptedPackage"):
            return Reason.ENCRYPTED
        if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
            return Reason.OLD_XLS
    elif data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08"):  # BOF records of Excel 2 to 5
        return Reason.OLD_XLS
    elif not data.strip(b"\0"):  # what a full disk or a broken download leaves
        return Reason.DAMAGED
    return Reason.NOT_EXCEL


def _has_stream(data: bytes, name: str) -> bool:
    """Tell whether the directory of a compound file names a stream: entries are of 128 bytes, the name comes first."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    length = len(wanted).to_bytes(2, "little")
    place = data.find(wanted)
    while place >= 0:
        if place % 128 == 0 and data[place + 64 : place + 66] == length:
            return True
        place = data.find(wanted, place + 1)
    return False
