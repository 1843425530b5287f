"""What a run made and found, and the list of it that is left beside the documents. Knows neither Excel nor Word."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from generator import __version__
from generator.files import put
from generator.model.finding import Finding
from generator.words import Halt

MANIFEST: Final = "manifest.json"


@dataclass
class Made:
    """What became of one document. Without `content` it was not made; `findings` say why.

    `filled` is the fingerprint it had before pages were written into its contents; `labels` are these pages by
    bookmark, `counted_for` is the fingerprint of the document they were counted for, `pageless` tells that some are
    not known.
    """

    kind: str
    key: str
    title: str
    workbook: Path
    findings: list[Finding]
    content: bytes | None = None
    draft: bool = False
    filled: str = ""
    has_contents: bool = False
    counted_for: str = ""
    pageless: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    docx: Path | None = None
    pdf: Path | None = None
    pages: int | None = None

    @property
    def counted(self) -> bool:
        """Whether its contents show its own pages, not those of what it was before; true without contents."""
        return not self.has_contents or self.counted_for == self.filled

    @property
    def pages_shown(self) -> str | None:
        """Whose pages its contents show: its own, those of an earlier run, or unknown ones; None without contents."""
        if self.content is None or not self.has_contents:
            return None
        return "unknown" if self.pageless else "own" if self.counted else "earlier"

    @property
    def failed(self) -> bool:
        """Whether an error kept it from being made."""
        return any(finding.is_error for finding in self.findings)


@dataclass
class Outcome:
    """What a run made and found. `halts` are what the operator has to see to."""

    documents: list[Made] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    halts: list[Halt] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0: all is well; 1: some document has errors; 2: the operator must act."""
        if self.halts:
            return 2
        errors = any(finding.is_error for finding in self.findings) or any(made.failed for made in self.documents)
        return 1 if errors else 0


def digest(content: bytes) -> str:
    """Return the fingerprint of a document."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(target: Path) -> Mapping[str, Any]:
    """Return the list that an earlier run left in a folder; empty if there is none that can be read."""
    try:
        loaded = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def listed(manifest: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return a list of documents from a manifest that may be damaged."""
    documents = manifest.get(name)
    return [known for known in documents if isinstance(known, dict)] if isinstance(documents, list) else []


def write_manifest(
    outcome: Outcome, target: Path, printed_by: str, earlier: Mapping[str, Any] = MappingProxyType({})
) -> None:
    """Write the list of what was made to the folder: see docs/schema/manifest.schema.json.

    What `earlier`, the list of the run before, knows of documents that were not made now stays known.
    """
    documents = [
        {
            "kind": made.kind,
            "key": made.key,
            "title": made.title,
            "workbook": _relative(made.workbook, target),
            "docx": made.docx.name if made.docx else None,
            "pdf": made.pdf.name if made.pdf else None,
            "pages": made.pages,
            "draft": made.draft,
            "sha256": digest(made.content) if made.docx and made.content else None,
            "counted_for": made.counted_for or None,
            "pages_shown": made.pages_shown,
            "contents": dict(made.labels),
            "findings": [as_plain(finding) for finding in made.findings],
        }
        for made in outcome.documents
    ]
    known = {
        str(document.get("key")): document for name in ("earlier", "documents") for document in listed(earlier, name)
    }
    for made in outcome.documents:
        if made.docx is not None:
            known.pop(made.key, None)
    known = {key: document for key, document in known.items() if _is_there(document, target)}
    content = {
        "generator": __version__,
        "printed_by": printed_by,
        "earlier": list(known.values()),
        "documents": documents,
        "findings": [as_plain(finding) for finding in outcome.findings],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    put(text.encode(), target / MANIFEST)


def _is_there(document: Mapping[str, Any], target: Path) -> bool:
    name = document.get("docx")
    return isinstance(name, str) and Path(name).name == name and (target / name).is_file()


def _relative(path: Path, target: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), target.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()


def as_plain(finding: Finding) -> dict[str, str]:
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
