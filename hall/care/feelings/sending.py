"""Brings what people said to the provincial system: kept until taken, in order, at least once."""

from __future__ import annotations

import logging
import threading

from hall.care.feelings.evaluation import (
    DocumentRefused,
    EvaluationSystem,
    NotTaken,
    document_of,
)
from hall.care.feelings.messages import AcceptFeeling
from hall.care.feelings.rows import waiting
from hall.kernel.hall import Hall

LOOK_AGAIN_S = 2.0
LONGEST_WAIT_S = 600.0
AT_ONCE = 50

log = logging.getLogger(__name__)


class FeelingSender:
    """Delivers what waits. A document that is not taken is tried again, ever more rarely."""

    def __init__(self, hall: Hall, system: EvaluationSystem) -> None:
        self._hall = hall
        self._system = system
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feelings-out", daemon=True)

    def start(self) -> None:
        """Begin in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End; a document under way is finished first."""
        self._stopping.set()
        self._thread.join()

    def send_waiting(self) -> int:
        """Deliver what waits now; return how many documents were taken.

        One that is refused holds up no other. Raises NotTaken where the other side does not answer,
        and DocumentRefused at the end where one was refused.
        """
        parts = self._hall.parts
        with parts.engine.connect() as connection:
            standing = waiting(connection, parts.facts.hall_id, AT_ONCE)
        refused: DocumentRefused | None = None
        for feeling in standing:
            try:
                self._system.deliver(document_of(feeling, parts.facts))
            except DocumentRefused as fault:
                refused = fault
                continue
            taken = AcceptFeeling(
                command_id=parts.new_id(), ticket_id=feeling.ticket_id, version=feeling.version
            )
            self._hall.handle(taken, "evaluation")
        if refused is not None:
            raise refused
        return len(standing)

    def _run(self) -> None:
        wait_s = LOOK_AGAIN_S
        while not self._stopping.wait(wait_s):
            try:
                self.send_waiting()
                wait_s = LOOK_AGAIN_S
            except NotTaken as fault:
                wait_s = min(wait_s * 2, LONGEST_WAIT_S)
                log.warning("what people said waits for the evaluation system: %s", fault)
            except Exception:
                wait_s = min(wait_s * 2, LONGEST_WAIT_S)
                log.exception("what people said could not be handed over; it is tried again")
