"""The kinds of documents: which workbook each comes from, its checks, its context, its template."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Final

from generator.checks import kr as kr_checks
from generator.forms import kr_form
from generator.model.finding import Finding, Severity
from generator.model.form import Form, Rows
from generator.model.kr.book import KR_FORM, KrBook
from generator.render.template import Template, compile_template
from generator.render.values import Picture


@dataclass(frozen=True)
class Draft:
    """A document that can be made: its key in ASCII digits, its title, and the context that fills its template."""

    key: str
    subject: str
    title: str
    context: Any


@dataclass(frozen=True)
class Kind:
    """One kind of official document.

    `book` turns records into a book, `check` yields what is wrong with it, `drafts` everything that can be made from
    it, `stages` tells which documents are drafts.
    """

    form: Form
    template: str
    context: type
    book: Callable[[Rows], Any]
    check: Callable[[Any], Iterator[Finding]]
    drafts: Callable[[Any, Mapping[str, Picture]], Iterator[Draft]]
    stages: Callable[[Any], Mapping[str, bool]]

    def settled(self, findings: list[Finding], book: Any) -> list[Finding]:
        """Return the findings with what is missing turned into errors where a document is no draft any more."""
        drafts = self.stages(book)
        return [
            replace(finding, severity=Severity.ERROR)
            if finding.when_final and not drafts.get(finding.document, True)
            else finding
            for finding in findings
        ]


def _kr_drafts(book: KrBook, pictures: Mapping[str, Picture]) -> Iterator[Draft]:
    for kr, context in kr_form.contexts(book, pictures):
        yield Draft(f"{kr.code}-{book.settings.year}", kr.code, context.document_title, context)


def _kr_stages(book: KrBook) -> Mapping[str, bool]:
    return {kr.code: kr.is_draft for kr in book.key_results}


KINDS: Final = (
    Kind(
        form=KR_FORM,
        template=kr_form.TEMPLATE,
        context=kr_form.KrContext,
        book=KrBook.of,
        check=kr_checks.check,
        drafts=_kr_drafts,
        stages=_kr_stages,
    ),
)


def template_bytes(kind: Kind) -> bytes:
    """Return the template of a kind as it comes with the program."""
    return (resources.files("generator.templates") / kind.template).read_bytes()


@cache
def shipped_template(kind: Kind) -> Template[Any]:
    """Return the compiled template of a kind."""
    return compile_template(template_bytes(kind), kind.context, kind.template)
