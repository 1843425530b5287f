"""Which sheets a workbook has, and what its text is."""

from generator.model.form import Form, Rows
from generator.model.kr.book import KR_FORM
from generator.model.kr.key_result import KeyResult
from generator.model.kr.settings import Settings
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.carried import Carried
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings
from generator.model.prose import Prose, Run

SMALL = Form(
    kind="ลอง", version=1, title="ลอง", sheets=(PlanSettings, Carried, Project), main=Project, order=(Carried, Project)
)


def test_a_sheet_for_when_it_is_used_is_shown_only_then() -> None:
    assert Carried.WHEN_USED and not Project.WHEN_USED
    bare = SMALL.shown(Rows())
    assert (bare.sheets, bare.order) == ((PlanSettings, Project), (Project,))
    full = SMALL.shown(Rows({Carried: [Carried(about="ก")]}))
    assert (full.sheets, full.order, full.kind, full.main) == (SMALL.sheets, SMALL.order, "ลอง", Project)


def test_a_workbook_makes_documents_of_its_main_rows_or_one_as_it_is() -> None:
    settings = Rows({PlanSettings: [PlanSettings()], Settings: [Settings()]})
    assert PLAN_FORM.has_document(settings) and not PLAN_FORM.has_document(Rows({Project: [Project()]}))
    assert not KR_FORM.has_document(settings) and KR_FORM.has_document(Rows({KeyResult: [KeyResult()]}))


def test_a_text_keeps_its_formats_when_it_is_changed() -> None:
    styles = [Run("ก", bold=True), Run("ข", italic=True), Run("ค", underline=True), Run("ง")]
    changed = Prose((tuple(styles), ())).map(lambda text: text * 2)
    assert changed == Prose((tuple(run._replace(text=run.text * 2) for run in styles), ()))


def test_a_text_of_several_is_one_after_the_other() -> None:
    joined = Prose.join([Prose.of("ก\n\nข"), Prose(), Prose.of("ค")])
    assert joined.plain == "ก\n\nข\nค" == str(joined)
    assert Prose.of("") == Prose() and not Prose(((Run(""),), ())) and Prose.of("ก\n\nข").paragraphs[1] == ()
