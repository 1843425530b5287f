"""PDFs are printed in order and once, whatever happens between. A stand-in for the print system is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.dispatch import How, News, dispatch, printed_before
from generator.papers import Paper, select
from generator.pdf.job import Job, State
from generator.printlog import PrintLog, Step, alone
from generator.words import Halt, Words
from tests.pages import pdf
from tests.printqueue import Impatient, Killed, Queue

HOW: Final = How("eve", 2, True)


@pytest.fixture
def queue() -> Queue:
    return Queue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (1, 2, 3):
        (tmp_path / f"เขต {number}.pdf").write_bytes(pdf(number, str(number)))
    return tmp_path


def papers(folder: Path) -> list[Paper]:
    return select([folder]).papers


def run(folder: Path, queue: Queue, how: How = HOW, again: bool = False) -> list[News]:
    return list(dispatch(papers(folder), queue, how, Impatient(), again))


def test_each_is_sent_when_the_one_before_is_printed(folder: Path, queue: Queue) -> None:
    told = [(news.paper.title, news.state) for news in run(folder, queue)]
    states = (State.WAITING, State.PRINTING, State.PRINTED)
    assert told == [(title, state) for title in ("เขต 1", "เขต 2", "เขต 3") for state in states]
    assert [(job.copies, job.duplex, job.printer) for job in queue.jobs] == [(2, True, "eve")] * 3
    assert [job.content for job in queue.jobs] == [paper.path.read_bytes() for paper in papers(folder)]


def test_a_second_run_prints_nothing(folder: Path, queue: Queue) -> None:
    run(folder, queue)
    assert [(news.state, news.before) for news in run(folder, queue)] == [(State.PRINTED, True)] * 3
    assert len(queue.jobs) == 3
    assert all(printed_before(papers(folder), HOW)) and not any(printed_before(papers(folder), How("eve", 1, True)))


def test_a_corrected_pdf_is_printed_again_and_the_others_are_not(folder: Path, queue: Queue) -> None:
    run(folder, queue)
    (folder / "เขต 2.pdf").write_bytes(pdf(4, "corrected"))
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3", "เขต 2"]


@pytest.mark.parametrize("how", [How("eve", 1, True), How("eve", 2, False), How("adam", 2, True)])
def test_another_way_of_printing_is_another_print(folder: Path, queue: Queue, how: How) -> None:
    run(folder, queue)
    run(folder, queue, how)
    assert len(queue.jobs) == 6


def test_everything_is_printed_again_if_it_is_asked_for(folder: Path, queue: Queue) -> None:
    run(folder, queue)
    queue.dies = "printing"
    with pytest.raises(Killed):
        run(folder, queue, again=True)
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3"] * 2


@pytest.mark.parametrize("moment", ["taken", "accepted", "let go", "waiting", "printing", "printed"])
def test_a_run_that_is_killed_at_any_moment_prints_nothing_twice(folder: Path, queue: Queue, moment: str) -> None:
    queue.dies = moment
    with pytest.raises(Killed):
        run(folder, queue)
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3"]
    assert not queue.held, "no job of ours is left behind"


@pytest.mark.parametrize(
    ("state", "step", "words"),
    [
        (State.CANCELLED, Step.CANCELLED, "ถูกยกเลิก"),
        (State.ABORTED, Step.ABORTED, "พิมพ์งาน eve-1 (เขต 2) ไม่สำเร็จ"),
        (State.STOPPED, Step.SENT, "เครื่องพิมพ์ eve หยุด (กระดาษหมด)"),
        (State.HELD, Step.SENT, "ถูกพักไว้"),
    ],
)
def test_what_stops_one_stops_all_behind_it_and_says_the_cure(
    folder: Path, queue: Queue, state: State, step: Step, words: str
) -> None:
    queue.fates["เขต 2"] = [State.PRINTING, state]
    with pytest.raises(Halt) as halt:
        run(folder, queue)
    assert words in halt.value.problem.th and "eve-1" in halt.value.problem.th and "สั่งเดิมอีกครั้ง" in halt.value.cure.th
    assert len(queue.jobs) == 2
    entry = PrintLog(folder).entry(HOW.key(papers(folder)[1]))
    assert entry is not None and entry.step is step


@pytest.mark.parametrize("state", [State.CANCELLED, State.ABORTED])
def test_what_was_cancelled_or_given_up_is_sent_again(folder: Path, queue: Queue, state: State) -> None:
    queue.fates["เขต 2"] = [state]
    with pytest.raises(Halt):
        run(folder, queue)
    queue.fates.clear()
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 2", "เขต 3"]


def test_what_waits_behind_a_stopped_printer_is_followed_not_sent_again(folder: Path, queue: Queue) -> None:
    queue.fates["เขต 1"] = [State.STOPPED, State.WAITING, State.PRINTED]
    with pytest.raises(Halt):
        run(folder, queue)
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3"]


def test_a_job_that_the_print_system_forgot_is_named_and_not_sent_again(folder: Path, queue: Queue) -> None:
    queue.dies = "printing"
    with pytest.raises(Killed):
        run(folder, queue)
    queue.forgotten = {0}
    for _ in range(2):
        assert run(folder, queue)[0].state is State.UNKNOWN
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3"]


def test_a_job_of_somebody_else_under_the_same_number_is_not_taken_for_ours(folder: Path, queue: Queue) -> None:
    queue.dies = "printing"
    with pytest.raises(Killed):
        run(folder, queue)
    queue.jobs[0] = Job(Path("x"), b"", "อื่น", "eve", 1, False)
    assert run(folder, queue)[0].state is State.UNKNOWN


def test_being_told_to_stop_leaves_what_was_sent_and_sends_no_more(folder: Path, queue: Queue) -> None:
    stop = Impatient()
    queue.looks = stop.set
    told = list(dispatch(papers(folder), queue, HOW, stop))
    assert [news.state for news in told] == [State.WAITING] and len(queue.jobs) == 1
    queue.looks = lambda: None
    run(folder, queue)
    assert queue.printed == ["เขต 1", "เขต 2", "เขต 3"]


def test_what_the_print_system_refuses_is_not_called_sent(folder: Path, queue: Queue) -> None:
    def refuse(job: Job, accepted: Callable[[str], None]) -> str:
        raise Halt(Words("ไม่รับ", "no"), Words("-", "-"))

    queue.send = refuse  # type: ignore[method-assign]
    with pytest.raises(Halt):
        run(folder, queue)
    assert PrintLog(folder).entry(HOW.key(papers(folder)[0])) is None


def test_a_pdf_that_changed_since_it_was_looked_at_is_not_printed(folder: Path, queue: Queue) -> None:
    chosen = papers(folder)
    for change in (lambda path: path.write_bytes(pdf(7)), Path.unlink):
        change(folder / "เขต 1.pdf")
        with pytest.raises(Halt) as halt:
            list(dispatch(chosen, queue, HOW, Impatient()))
        assert "เขต 1.pdf" in halt.value.problem.th and queue.jobs == []


def test_two_runs_do_not_print_one_folder_at_once(folder: Path, queue: Queue) -> None:
    with alone(folder), pytest.raises(Halt):
        run(folder, queue)
    assert queue.jobs == []


def test_sheets_are_counted() -> None:
    paper = Paper(Path("ก.pdf"), "ก", 5)
    assert (How("eve", 3, True).sheets(paper), How("eve", 3, False).sheets(paper)) == (9, 15)
