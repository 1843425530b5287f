"""The kinds of documents: which workbook each comes from, its checks, its context, its template."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from importlib import resources
from pathlib import Path
from typing import Any, Final

from generator.checks import kr as kr_checks
from generator.checks import plan as plan_checks
from generator.forms import book_form, kr_form, plan_form
from generator.model.finding import Finding, Place, Severity
from generator.model.form import Form, Rows
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.key_result import Status
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.render.template import Template, compile_template
from generator.render.values import Picture
from generator.words import Halt, Words


@dataclass(frozen=True)
class Draft:
    """A document that can be made: its key in ASCII digits, what people call it, its title, and the context that fills
    its template.

    The context is made when it is asked for: of a book with errors it may not be to be had.
    """

    key: str
    subject: str
    name: str
    title: str
    context: Callable[[], Any]


@dataclass(frozen=True)
class Layout:
    """What a Word template lays out: the file name of the template, and the context that fills it."""

    template: str
    context: type


@dataclass(frozen=True)
class Kind(Layout):
    """One kind of official document that is made from a workbook.

    `book` turns records into a book, `check` yields what is wrong with it, `drafts` everything that can be made from
    it, `stages` tells which documents are drafts, `pictures` names the picture files it wants, with place and document;
    `has_contents` tells that its documents list their headings with their pages, `against_city` that they are compared
    with the KR workbooks of their year.
    """

    form: Form
    book: Callable[[Rows], Any]
    check: Callable[[Any], Iterator[Finding]]
    drafts: Callable[[Any, Mapping[str, Picture]], Iterator[Draft]]
    stages: Callable[[Any], Mapping[str, bool]]
    pictures: Callable[[Any], Iterator[tuple[str, Place, str]]]
    has_contents: bool = False
    against_city: bool = False

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
        key = f"{kr.code}-{book.settings.year}"
        yield Draft(key, kr.code, kr.code, context.document_title, partial(_given, context))


def _given(context: Any) -> Any:
    return context


def _kr_stages(book: KrBook) -> Mapping[str, bool]:
    return {kr.code: kr.is_draft for kr in book.key_results}


def _kr_pictures(book: KrBook) -> Iterator[tuple[str, Place, str]]:
    for kr in book.key_results:
        if kr.signature:
            yield kr.signature, kr.place("signature"), kr.code


def _plan_drafts(book: PlanBook, pictures: Mapping[str, Picture]) -> Iterator[Draft]:
    district = book.settings.district
    key = f"{district.code if district else '0000'}-{book.settings.year}"
    name = district.name if district else key
    yield Draft(key, "", name, plan_form.title(book), partial(plan_form.plan_context, book))


def _plan_stages(book: PlanBook) -> Mapping[str, bool]:
    return {"": book.settings.status == Status.DRAFT}


def _plan_pictures(book: PlanBook) -> Iterator[tuple[str, Place, str]]:
    return iter(())


KINDS: Final = (
    Kind(
        form=KR_FORM,
        template=kr_form.TEMPLATE,
        context=kr_form.KrContext,
        book=KrBook.of,
        check=kr_checks.check,
        drafts=_kr_drafts,
        stages=_kr_stages,
        pictures=_kr_pictures,
    ),
    Kind(
        form=PLAN_FORM,
        template=plan_form.TEMPLATE,
        context=plan_form.PlanContext,
        book=PlanBook.of,
        check=plan_checks.check,
        drafts=_plan_drafts,
        stages=_plan_stages,
        pictures=_plan_pictures,
        has_contents=True,
        against_city=True,
    ),
)

BOOK: Final = Layout(template=book_form.TEMPLATE, context=book_form.BookContext)
"""The pages that a book of plans has besides them."""

LAYOUTS: Final = (*KINDS, BOOK)
"""All that has a template, which an office may have its own copy of."""


@cache
def template_bytes(layout: Layout) -> bytes:
    """Return the template of a layout as it comes with the program."""
    return (resources.files("generator.templates") / layout.template).read_bytes()


def own_template(layout: Layout, folder: Path) -> Path | None:
    """Return the office's own template of a layout in `folder`; None if there is none, or it is the shipped one."""
    path = folder / layout.template
    try:
        return path if path.is_file() and path.read_bytes() != template_bytes(layout) else None
    except OSError as error:
        problem = Words("เปิดแม่แบบ {name} ไม่ได้", "the template {name} cannot be opened").filled(name=path)
        raise Halt(problem, Words("ปิดไฟล์ในโปรแกรมอื่นแล้วสั่งใหม่", "close it elsewhere and try again")) from error


def template(layout: Layout, folder: Path) -> Template[Any]:
    """Return the compiled template of a layout: the office's own in `folder`, else the shipped one.

    Raise TemplateError if it cannot be used.
    """
    own = own_template(layout, folder)
    return _compiled(layout, own.read_bytes() if own else template_bytes(layout))


@lru_cache(maxsize=8)
def _compiled(layout: Layout, data: bytes) -> Template[Any]:
    return compile_template(data, layout.context, layout.template)
