"""The one writer: commands of the same instant share a commit, each in its own savepoint."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from hall.kernel.errors import StoreFailed

T = TypeVar("T")
GROUP_LIMIT = 64
"""Commands that may share one commit."""


@dataclass(frozen=True)
class _Job(Generic[T]):
    work: Callable[[Connection], T]
    done: Future[T]


class Writer:
    """Carries out jobs one after the other on one connection; answers leave after the commit."""

    def __init__(self, engine: Engine, on_committed: Callable[[], None]) -> None:
        self._engine = engine.execution_options(writing=True)
        self._on_committed = on_committed
        self._jobs: queue.Queue[_Job[object] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="hall-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue one job; the future ends after its group's commit.

        The future raises StoreFailed when the database refused the group, and whatever the job
        raised when only that job failed.
        """
        done: Future[T] = Future()
        self._jobs.put(_Job(work, done))  # type: ignore[arg-type]  # the queue holds jobs of any answer
        return done

    def stop(self) -> None:
        """Finish what was submitted, then end."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            group = [first]
            last = False
            while len(group) < GROUP_LIMIT:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if job is None:
                    last = True
                    break
                group.append(job)
            self._carry_out(group)
            if last:
                return

    def _carry_out(self, group: list[_Job[object]]) -> None:
        answers: list[tuple[_Job[object], object]] = []
        faults: list[tuple[_Job[object], BaseException]] = []
        try:
            with self._engine.begin() as connection:
                for job in group:
                    try:
                        with connection.begin_nested():
                            answers.append((job, job.work(connection)))
                    except OperationalError:
                        raise
                    except Exception as fault:  # noqa: BLE001 - handed to whoever asked
                        faults.append((job, fault))
        except SQLAlchemyError as fault:
            for job in group:
                failed = StoreFailed("the database refused to store; nothing was changed")
                failed.__cause__ = fault
                job.done.set_exception(failed)
            return
        for job, answer in answers:
            job.done.set_result(answer)
        for job, reason in faults:
            job.done.set_exception(reason)
        self._on_committed()
