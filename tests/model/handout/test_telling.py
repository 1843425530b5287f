"""How the difference of two values is said."""

from generator.model.handout.telling import Alike, apart, said
from generator.model.plan.measures import Measure
from generator.model.prose import Prose, Run
from generator.model.quantities import Value

LONG = "Food Bank หมายถึง ธนาคารอาหารของสำนักงานเขต ซึ่งรับบริจาคอาหารส่วนเกินจากผู้ประกอบการและประชาชน " * 3
MEANING = Measure.COLUMNS["definition"]


def test_short_values_are_said_whole_and_nothing_is_a_dash() -> None:
    assert apart(Measure.COLUMNS["target"], Value.of(40), Value.of(30)) == ("40", "30", None)
    assert apart(MEANING, Prose(), Prose.of("ก")) == ("-", "ก", None)
    assert said(MEANING, Prose.of(LONG)).endswith("…")


def test_long_texts_are_said_from_where_they_part() -> None:
    before, after, alike = apart(MEANING, Prose.of(f"{LONG}ปีละ 2 ครั้ง"), Prose.of(f"{LONG}ปีละ 3 ครั้ง"))
    assert before.startswith("…") and before.endswith("ปีละ 2 ครั้ง") and after.endswith("ปีละ 3 ครั้ง") and not alike
    longer = apart(MEANING, Prose.of(LONG), Prose.of(LONG + "เพิ่มท้าย"))
    assert longer.one != longer.other and longer.other.endswith("เพิ่มท้าย")


def test_values_that_read_the_same_are_told_by_what_differs() -> None:
    bold = Prose(((Run("ก ข", bold=True),),))
    assert apart(MEANING, Prose.of("ก ข"), bold).alike is Alike.FORMATS
    assert apart(MEANING, Prose.of("ก ข"), Prose.of("ก\nข")).alike is Alike.BLANKS


def test_values_up_to_a_length_are_said_whole() -> None:
    name = Measure.COLUMNS["name"]
    assert said(name, "ก" * 60) == "ก" * 60
    assert said(name, "ก" * 61) == "ก" * 60 + "…"
    assert (said(name, ""), said(name, " \n ก  ข ")) == ("-", "ก ข")


def test_only_texts_that_part_late_are_said_from_there() -> None:
    name = Measure.COLUMNS["name"]
    start = "".join(chr(ord("ก") + number % 40) for number in range(200))
    early = apart(name, f"{start[:39]}A{start}", f"{start[:39]}B")
    assert early == (f"{start[:39]}A{start[:20]}…", f"{start[:39]}B", None)
    late = apart(name, f"{start[:40]}A{start}", f"{start[:40]}B")
    assert late == (f"…{start[20:40]}A{start[:39]}…", f"…{start[20:40]}B", None)


def test_values_that_read_the_same_are_both_said() -> None:
    bold = Prose(((Run("ก", bold=True),),))
    assert apart(MEANING, Prose.of("ก"), bold) == ("ก", "ก", Alike.FORMATS)
    assert apart(MEANING, Prose(), Prose.of("\n")) == ("-", "-", None)
    assert apart(MEANING, Prose.of("ก ข"), Prose(((Run("ก", bold=True), Run(" "), Run("ข")),))).alike is Alike.FORMATS
