"""Does one thing to many others in several processes: in order, with little in memory, whatever happens to one of them.

Knows nothing of what is done.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from typing import Final, Generic, NamedTuple, TypeVar

from generator.garbage import collect_seldom

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 4
"""So many things a process may be ahead of what was taken from it."""
BEAT: Final = 0.5
"""Seconds: on Windows a wait cannot be interrupted by Ctrl+C, so waits are short."""


class Done(NamedTuple, Generic[T, R]):
    """What became of one thing: its value, or the error that its process met or died of."""

    item: T
    value: R | None
    error: BaseException | None


def in_parallel(
    work: Callable[[T], R], items: Sequence[T], jobs: int | None = None
) -> Generator[Done[T, R], None, None]:
    """Yield what `work` makes of each item, in their order; by `jobs` processes, as many as there are cores if None.

    An exception does not stop the others, nor does a process that dies: what it was at is tried once more by itself.
    When the caller stops taking, as after Ctrl+C, what has begun is ended and nothing further begun.
    """
    count = min(jobs or os.cpu_count() or 1, len(items))
    waiting: deque[tuple[T, Future[R]]] = deque()
    rest = iter(items)
    pool = _pool(count)
    try:
        while True:
            while len(waiting) < count * AHEAD and (item := next(rest, None)) is not None:
                waiting.append((item, _submit(pool, work, item)))
            if not waiting:
                return
            item, future = waiting.popleft()
            error = patiently(future).exception()
            if isinstance(error, BrokenProcessPool):
                pool.shutdown()
                pool = _pool(count)
                again = [item, *(item for item, _ in waiting)]
                waiting = deque()
                for item in again:  # one of them killed its process, perhaps all that shared it
                    yield _alone(work, item)
                continue
            yield Done(item, None if error else future.result(), error)
    finally:
        pool.shutdown(cancel_futures=True)


def patiently(future: Future[R]) -> Future[R]:
    """Return a future that is done, having waited for it so that Ctrl+C is heard."""
    while not future.done():
        wait([future], timeout=BEAT)
    return future


def _submit(pool: Executor, work: Callable[[T], R], item: T) -> Future[R]:
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as broken:  # it broke while we were handing out
        future: Future[R] = Future()
        future.set_exception(broken)
        return future


def _alone(work: Callable[[T], R], item: T) -> Done[T, R]:
    with ProcessPoolExecutor(1, initializer=_begin) as pool:
        future = patiently(pool.submit(work, item))
        error = future.exception()
        return Done(item, None if error else future.result(), error)


def _pool(count: int) -> Executor:
    """Return what runs `count` things at once: for a single one no process is worth its while."""
    return ProcessPoolExecutor(count, initializer=_begin) if count > 1 else ThreadPoolExecutor(1)


def _begin() -> None:
    """Begin a process: Ctrl+C is heard by the one that waits for it alone, and without that one it ends.

    It does not look for garbage in what it has from the other. That takes a twentieth off its time.
    """
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
