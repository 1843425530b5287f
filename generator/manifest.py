"""The list of documents that is left beside them: written whole at the end of a run, and as a journal on the way.

What it says of a document is what the next run needs to leave it alone. It may be missing, damaged or made by an older
version: then everything is made again. Knows neither Excel nor Word. See docs/schema/manifest.schema.json.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Any, Final, Self

from generator import __version__
from generator.files import put, sweep
from generator.model.finding import Finding, Severity
from generator.model.rules import RULES
from generator.outcome import Made, Outcome, Source
from generator.words import Words

PAGE: Final = re.compile(r"\(?[ก-ฮ๐-๙]{1,6}\)?")
"""How a page is called in contents."""
LONGEST_NAME: Final = 255
"""Octets of the name of a file: more no file system takes."""
MANIFEST: Final = "manifest.json"
JOURNAL: Final = "manifest.jsonl"
"""What a run has done so far, a line each; it is there only while one is going on, or was cut off."""

_UNREADABLE: Final = (OSError, ValueError, RecursionError)
"""What reading JSON raises that is not there, damaged, or nested without end."""


def read_manifest(target: Path) -> Mapping[str, Any]:
    """Return the list that earlier runs left in a folder, what a run that was cut off had done included; else empty."""
    loaded: Any = None
    with suppress(*_UNREADABLE):
        loaded = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    manifest = loaded if isinstance(loaded, dict) else {}
    noted: dict[str, list[Any]] = {"documents": [], "workbooks": []}
    try:
        with (target / JOURNAL).open(encoding="utf-8", errors="replace", newline="\n") as lines:
            for line in lines:
                with suppress(AttributeError, *_UNREADABLE):  # the last line may have been cut off, within a letter too
                    for name, entry in json.loads(line).items():
                        noted[name if name in noted else "documents"].append(entry)
    except OSError:
        return manifest
    return manifest | {name: [*listed(manifest, name), *entries] for name, entries in noted.items()}


def listed(manifest: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return a list of entries from a manifest that may be damaged."""
    entries = manifest.get(name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def known_documents(manifest: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Return what is known of each document that has a Word file, the latest by its key."""
    return {str(entry.get("key")): entry for entry in listed_documents(manifest) if entry.get("docx")}


def listed_documents(manifest: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return all entries of documents, the latest last."""
    return listed(manifest, "earlier") + listed(manifest, "documents")


class Journal:
    """Notes what a run has done, so that the next one goes on from there should this one be cut off.

    To be used in a `with` statement; several threads may note. It goes when the manifest is written.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._lock = Lock()

    def __enter__(self) -> Self:
        self._target.mkdir(parents=True, exist_ok=True)
        if (self._target / JOURNAL).exists():  # of a run that was cut off
            sweep(self._target)
        self._file = (self._target / JOURNAL).open("a", encoding="utf-8", newline="\n")
        if self._file.tell():
            self._file.write("\n")  # the last line may have been cut off
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def note(self, done: Made | Source) -> None:
        """Note a document or a workbook that is done."""
        entry = document_entry(done, self._target) if isinstance(done, Made) else workbook_entry(done, self._target)
        line = json.dumps({"documents" if isinstance(done, Made) else "workbooks": entry}, ensure_ascii=False)
        with self._lock:
            self._file.write(f"{line}\n")
            self._file.flush()


def write_manifest(outcome: Outcome, target: Path, earlier: Mapping[str, Any] = MappingProxyType({})) -> None:
    """Write the list of what was made to the folder, and take away the journal.

    What `earlier`, the list of the run before, knows of documents that were not made now stays known.
    """
    sources = {str(entry.get("workbook")): entry for entry in listed(earlier, "workbooks")}
    sources |= {entry["workbook"]: entry for entry in (workbook_entry(source, target) for source in outcome.sources)}
    content: dict[str, Iterable[Mapping[str, Any]]] = {
        "earlier": _of_earlier_runs(outcome, target, earlier),
        "documents": (document_entry(made, target) for made in outcome.documents),
        "workbooks": [entry for name, entry in sources.items() if _is_file(target / name)],
        "findings": map(as_plain, outcome.findings),
    }
    put(_written(content), target / MANIFEST)
    with suppress(PermissionError):  # on Windows, while another run writes to it, which takes it away in its turn
        (target / JOURNAL).unlink(missing_ok=True)


def _written(content: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[bytes]:
    """Yield a list as JSON, an entry a line; to indent it would take the library three times as long."""
    yield f'{{\n"generator": {json.dumps(__version__)}'.encode()
    for name, entries in content.items():
        yield f',\n"{name}": [\n'.encode()
        for number, entry in enumerate(entries):
            yield (",\n" * (number > 0) + json.dumps(entry, ensure_ascii=False)).encode()
        yield b"\n]"
    yield b"\n}\n"


def _of_earlier_runs(outcome: Outcome, target: Path, earlier: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return what stays known: files that are still there, then what could not be made of workbooks not come to now.

    Else the file of a document would count as made although its workbook has had errors since.
    """
    made = {document.key for document in outcome.documents if document.docx is not None}
    there = [entry for key, entry in known_documents(earlier).items() if key not in made and _is_there(entry, target)]
    latest = {(str(entry.get("workbook")), str(entry.get("key"))): entry for entry in listed_documents(earlier)}
    seen = {relative(source.workbook, target) for source in outcome.sources}
    failed = [
        entry
        for (workbook, _), entry in latest.items()
        if not entry.get("docx") and workbook not in seen and _is_file(target / workbook)
    ]
    return there + failed


def document_entry(made: Made, target: Path) -> dict[str, Any]:
    """Return what the list says of a document."""
    return {
        "kind": made.kind,
        "key": made.key,
        "name": made.name,
        "title": made.title,
        "workbook": relative(made.workbook, target),
        "docx": made.docx.name if made.docx else None,
        "pdf": made.pdf.name if made.pdf else None,
        "pages": made.pages,
        "draft": made.draft,
        "filled": made.filled or None,
        "sha256": made.sha256 if made.docx else None,
        "counted_for": made.counted_for or None,
        "counted_by": made.counted_by or None,
        "pdf_sha256": made.pdf_sha256 or None if made.pdf else None,
        "printed_by": made.printed_by or None if made.pdf else None,
        "pages_shown": made.pages_shown,
        "contents": dict(made.labels),
        "findings": [_as_record(finding) for finding in made.findings],
    }


def workbook_entry(source: Source, target: Path) -> dict[str, Any]:
    """Return what the list says of a workbook."""
    return {
        "workbook": relative(source.workbook, target),
        "kind": source.kind,
        "made_from": source.made_from,
        "documents": source.keys,
        "beside": dict(source.beside),
        "findings": [_as_record(finding) for finding in source.findings],
    }


def made_again(entry: Mapping[str, Any], workbook: Path, target: Path) -> Made:
    """Return the document that an entry of the list tells of. Raise KeyError, TypeError or ValueError if it cannot."""
    return Made(
        kind=str(entry["kind"]),
        key=str(entry["key"]),
        title=str(entry["title"]),
        workbook=workbook,
        findings=findings_again(entry),
        name=str(entry["name"]),
        draft=entry["draft"] is True,
        filled=entry["filled"] or "",
        sha256=entry["sha256"] or "",
        has_contents=entry["pages_shown"] is not None,
        counted_for=entry["counted_for"] or "",
        counted_by=entry["counted_by"] or "",
        pageless=entry["pages_shown"] == "unknown",
        labels=_all_pages(entry),
        docx=target / _checked_name(f"{entry['key']}.docx") if entry["docx"] else None,
        pages=entry["pages"],
        skipped=True,
    )


def file_name(name: object) -> str | None:
    """Return the name of a file that a list gives, None if it gives none or one that leads out of the folder.

    A colon is refused for Windows: C:name is a file of another drive.
    """
    if not isinstance(name, str) or name in ("", ".", "..") or re.search(r"[/\\:\0]", name):
        return None
    return name if len(name.encode("utf-8", "surrogatepass")) <= LONGEST_NAME else None


def _checked_name(name: str) -> str:
    if file_name(name) is None:
        raise ValueError(name)
    return name


def pages_in(entry: Mapping[str, Any]) -> dict[str, str]:
    """Return the pages that an entry gives for the contents of a document, by bookmark; none that is no page."""
    pages = entry.get("contents")
    if not isinstance(pages, dict):
        return {}
    return {mark: str(label) for mark, label in pages.items() if PAGE.fullmatch(str(label))}


def _all_pages(entry: Mapping[str, Any]) -> dict[str, str]:
    pages = pages_in(entry)
    if len(pages) != len(entry["contents"]):
        raise ValueError(entry["contents"])
    return pages


def findings_again(entry: Mapping[str, Any]) -> list[Finding]:
    """Return the findings that an entry tells of. Raise KeyError, TypeError or ValueError if it cannot be had."""
    return [_finding(record) for record in entry["findings"]]


def as_plain(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data: see docs/schema/findings.schema.json."""
    return {
        "code": finding.rule.code,
        "severity": finding.severity.value,
        "workbook": finding.workbook,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "document": finding.document,
        "message": finding.message("th"),
        "cure": finding.cure("th"),
    }


def _as_record(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data from which it can be had again, in either language."""
    values = {name: list(value) if isinstance(value, Words) else str(value) for name, value in finding.values.items()}
    return as_plain(finding) | {"rank": finding.rank, "values": values}


def _finding(record: Mapping[str, Any]) -> Finding:
    return Finding(
        RULES[record["code"]],
        str(record["workbook"]),
        str(record["sheet"]),
        str(record["cell"]),
        {name: value if isinstance(value, str) else Words(*value) for name, value in record["values"].items()},
        str(record["document"]),
        Severity(record["severity"]),
        rank=int(record["rank"]),
    )


def relative(path: Path, target: Path) -> str:
    """Return a path as the list in the folder `target` says it: relative, with forward slashes."""
    return _relative(path.absolute(), target.absolute())


@lru_cache(maxsize=1024)  # asked six times for each workbook, and to follow links takes time
def _relative(path: Path, target: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), target.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def _is_there(document: Mapping[str, Any], target: Path) -> bool:
    name = file_name(document.get("docx"))
    return name is not None and _is_file(target / name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a damaged list gives a name that cannot be
        return False
