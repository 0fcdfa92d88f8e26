"""The one writer: commands of the same instant share a commit, each in its own savepoint."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)

from hall.kernel.errors import StoreFailed

T = TypeVar("T")
GROUP_LIMIT = 64
"""Commands that may share one commit."""

THE_COMMANDS_OWN = (DataError, IntegrityError, NotSupportedError, ProgrammingError)
"""Refusals of the database that concern one statement only."""


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
        self._ending = False
        self._entry = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="hall-writer", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether jobs are still taken and carried out."""
        return self._thread.is_alive() and not self._ending

    def submit(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue one job; the future ends after its group's commit and cannot be cancelled.

        The future raises StoreFailed when the database refused the group or the hall is ending,
        and whatever the job raised when only that job failed.
        """
        done: Future[T] = Future()
        # A caller that goes away must not take the answer of its job from under the writer.
        done.set_running_or_notify_cancel()
        with self._entry:
            if self._ending:
                done.set_exception(StoreFailed("the hall is ending; nothing was changed"))
            else:
                self._jobs.put(_Job(work, done))  # type: ignore[arg-type]  # jobs of any answer
        return done

    def stop(self) -> None:
        """Finish what was submitted, then end."""
        with self._entry:
            self._ending = True
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
        try:
            with self._engine.begin() as connection:
                outcomes = [_attempt(connection, job) for job in group]
        except Exception as fault:  # noqa: BLE001 - handed to everybody who asked
            for job in group:
                failed = StoreFailed("the database refused to store; nothing was changed")
                failed.__cause__ = fault
                job.done.set_exception(failed)
            return
        for tell in outcomes:
            tell()
        self._on_committed()


def _attempt(connection: Connection, job: _Job[object]) -> Callable[[], None]:
    """Carry out one job in its own savepoint; returns how to tell the outcome after the commit.

    Raises what the database says of itself, which concerns the whole group.
    """
    try:
        with connection.begin_nested():
            answer = job.work(connection)
    except Exception as fault:
        if not _is_the_commands_own(fault):
            raise
        return partial(job.done.set_exception, fault)
    return partial(job.done.set_result, answer)


def _is_the_commands_own(fault: Exception) -> bool:
    """Tell whether a fault concerns one command; a disk's or a link's concerns the whole group."""
    return not isinstance(fault, DBAPIError) or isinstance(fault, THE_COMMANDS_OWN)
