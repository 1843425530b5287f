"""Which workbooks need not be read again, because nothing that their documents are made from has changed.

It asks contents, never dates. Knows the list that earlier runs left, but makes nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import generator
from generator.forms.documents import KINDS, Kind, own_template, template_bytes
from generator.manifest import findings_again, listed, listed_documents, made_again, relative
from generator.model.rules.workbook_rules import DOUBLE_DOCUMENT
from generator.outcome import Made, Source, digest
from generator.workbook.pictures import BadImage, read_image


def made_from(kind: Kind, workbook: bytes, templates: Path, city: str = "") -> str:
    """Return the fingerprint of a workbook, the template in use and the program: of all but pictures and typefaces.

    `city` is that of the KR workbooks, which counts for documents that are compared with them.
    """
    own = own_template(kind, templates)
    parts = [_program(), digest(own.read_bytes() if own else template_bytes(kind)), digest(workbook)]
    return digest(" ".join([*parts, city] if city and kind.against_city else parts).encode())


def city_of(kr: Iterable[Path]) -> str:
    """Return the fingerprint of KR workbooks by name and content, empty for none; one that is gone counts as empty."""
    found = []
    for workbook in kr:
        try:
            found.append(f"{workbook.name}\0{digest(workbook.read_bytes())}")
        except OSError:
            found.append(f"{workbook.name}\0")
    return digest("\0".join(found).encode("utf-8", "surrogateescape")) if found else ""


def beside(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the fingerprints of picture files in a folder; empty for one that cannot be used."""
    found = {}
    for name in names:
        try:
            found[name] = digest(read_image(folder, name).data) if Path(name).name == name else ""
        except BadImage:
            found[name] = ""
    return found


@cache
def _program() -> str:
    """Return the fingerprint of this program: all that is in its folder."""
    root = Path(generator.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        whole.update(path.relative_to(root).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


class Known:
    """What earlier runs left in a folder, by workbook; `city` is the fingerprint of the KR workbooks."""

    def __init__(self, manifest: Mapping[str, Any], target: Path, templates: Path, city: str = "") -> None:
        self._target = target
        self._templates = templates
        self._city = city
        self._sources = {str(entry.get("workbook")): entry for entry in listed(manifest, "workbooks")}
        self._documents: dict[str, dict[str, Mapping[str, Any]]] = {}
        # What could not be made by the last run counts, not what it was before; the earlier file may still be there.
        for entry in listed_documents(manifest):
            self._documents.setdefault(str(entry.get("workbook")), {})[str(entry.get("key"))] = entry

    def unchanged(self, workbook: Path) -> tuple[Source, list[Made]] | None:
        """Return what a workbook gave before; None if it has to be read, for it or a document of it has changed."""
        name = relative(workbook, self._target)
        entry = self._sources.get(name, {})
        kind = next((kind for kind in KINDS if kind.form.kind == entry.get("kind")), None)
        if kind is None:
            return None
        try:
            keys = [str(key) for key in entry["documents"]]
            source = Source(
                workbook, kind.form.kind, str(entry["made_from"]), keys, dict(entry["beside"]), findings_again(entry)
            )
            current = made_from(kind, workbook.read_bytes(), self._templates, self._city)
            if source.made_from != current or source.beside != beside(workbook.parent, source.beside):
                return None
            own = self._documents.get(name, {})
            documents = [made_again(own[key], workbook, self._target) for key in keys]
            return (source, documents) if all(map(_is_there, documents)) else None
        except (OSError, KeyError, TypeError, ValueError):  # it is gone, or the list is damaged
            return None


def _is_there(made: Made) -> bool:
    """Return whether the Word file of a document is still the one that was made; true where none could be."""
    if any(finding.rule is DOUBLE_DOCUMENT for finding in made.findings):
        return False
    return digest(made.docx.read_bytes()) == made.sha256 if made.docx else made.failed
