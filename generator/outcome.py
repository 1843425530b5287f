"""What a run made and found. Knows neither Excel nor Word, and not the list that is left beside the documents."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.finding import Finding, told_apart
from generator.words import Halt


@dataclass
class Made:
    """What became of one document. Without `filled` it was not made; `findings` say why.

    `name` is what people call it by. `content` is held only until it is written. `filled` is the fingerprint it had
    before pages were written into its contents, `sha256` that of the Word file; `labels` are these pages by bookmark,
    `counted_for` is the fingerprint of the document they were counted for and `counted_by` that of the press that
    counted, `pageless` tells that some are not known. `pdf_sha256` is the fingerprint of the PDF, `printed_by` that of
    the press that printed it. `skipped` tells that nothing it is made from has changed, `rewritten` that its Word file
    was written anew.
    """

    kind: str
    key: str
    title: str
    workbook: Path
    findings: list[Finding]
    name: str = ""
    content: bytes | None = None
    draft: bool = False
    filled: str = ""
    sha256: str = ""
    has_contents: bool = False
    counted_for: str = ""
    counted_by: str = ""
    pageless: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    docx: Path | None = None
    pdf: Path | None = None
    pdf_sha256: str = ""
    printed_by: str = ""
    pages: int | None = None
    skipped: bool = False
    rewritten: bool = False

    @property
    def counted(self) -> bool:
        """Whether its contents show its own pages, not those of what it was before; true without contents."""
        return not self.has_contents or self.counted_for == self.filled

    @property
    def pages_shown(self) -> str | None:
        """Whose pages its contents show: its own, those of an earlier run, or unknown ones; None without contents."""
        if not self.filled or not self.has_contents:
            return None
        return "unknown" if self.pageless else "own" if self.counted else "earlier"

    @property
    def failed(self) -> bool:
        """Whether an error kept it from being made."""
        return any(finding.is_error for finding in self.findings)


@dataclass
class Source:
    """A workbook that a run went through: what its documents are made from, and what is wrong with it as a whole.

    `made_from` is the fingerprint of all that its documents, whose keys are `keys`, depend on, and `beside` those of
    the picture files that it names, empty where there is none. `crash` is what the program met when it could
    not go on with it.
    """

    workbook: Path
    kind: str = ""
    made_from: str = ""
    keys: list[str] = field(default_factory=list)
    beside: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    crash: BaseException | None = None


@dataclass
class Outcome:
    """What a run made and found. `halts` are what the operator has to see to; `findings` are about templates and
    about copies of workbooks.

    `interrupted` tells that somebody stopped it; `left` is how many workbooks it had then not come to, `unprinted` how
    many documents it had not printed. `set_aside` are documents that somebody had edited by hand, under the
    names they have now.
    """

    documents: list[Made] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    halts: list[Halt] = field(default_factory=list)
    interrupted: bool = False
    left: int = 0
    unprinted: int = 0
    set_aside: list[Path] = field(default_factory=list)

    @property
    def general(self) -> list[Finding]:
        """What was found that concerns no single document."""
        return [*self.findings, *(finding for source in self.sources for finding in source.findings)]

    @property
    def told(self) -> list[Finding]:
        """Everything that was found, workbooks of one name told apart."""
        general = ((source.workbook, finding) for source in self.sources for finding in source.findings)
        own = ((made.workbook, finding) for made in self.documents for finding in made.findings)
        return [*self.findings, *told_apart((*general, *own))]

    @property
    def exit_code(self) -> int:
        """0: all is well; 1: some document has errors; 2: the operator must act; 130: interrupted, as shells say."""
        if self.interrupted:
            return 130
        if self.halts:
            return 2
        errors = any(finding.is_error for finding in self.general) or any(made.failed for made in self.documents)
        return 1 if errors else 0


def digest(content: bytes) -> str:
    """Return the fingerprint of a document."""
    return hashlib.sha256(content).hexdigest()
