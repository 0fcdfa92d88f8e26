"""The only place of time: one loop passes what is due through the door, in order."""

from __future__ import annotations

import logging
import threading

from hall.kernel.hall import Hall

LOOK_AGAIN_S = 1.0
"""Longest wait before the clock is looked at again: a wall clock may be set while we wait."""

log = logging.getLogger(__name__)


class DueLoop:
    """Runs the hall's due commands in a thread of its own until stopped."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._changed = threading.Event()
        self._stopping = threading.Event()
        self._end_wake = hall.on_wake(self._changed.set)
        self._thread = threading.Thread(target=self._run, name="hall-due", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the loop; a command under way is finished first."""
        self._stopping.set()
        self._changed.set()
        self._thread.join()
        self._end_wake()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._changed.clear()
            try:
                self._hall.run_due()
                wait_s = self._wait_s()
            except Exception:
                log.exception("the hall's own plans could not be carried out; tried again soon")
                wait_s = LOOK_AGAIN_S
            self._changed.wait(wait_s)

    def _wait_s(self) -> float:
        left_s = self._hall.due_in_s()
        return LOOK_AGAIN_S if left_s is None else min(max(left_s, 0.0), LOOK_AGAIN_S)
