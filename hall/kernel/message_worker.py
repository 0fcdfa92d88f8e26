"""The one worker that sends what stands in the outbox, at least once each."""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Mapping
from datetime import date

from hall.kernel.blob_room import open_blob
from hall.kernel.blobs import BlobRead, ReadBlob
from hall.kernel.hall import Hall
from hall.kernel.message_port import Delivery, MessagePort, ShortMessage, Template
from hall.kernel.outbox import Queued, queued
from hall.kernel.outbox_messages import NoteDelivery

LOOK_AGAIN_S = 30.0
PAUSES_S = (5.0, 15.0, 60.0, 300.0, 900.0, 1800.0)
"""After the first, second … vain try in a row; the last one for every further."""
ACTOR = "messages"

log = logging.getLogger(__name__)


def filled(template: str, said: str, phone: str) -> str:
    """Return the words of a message; `said` is an ISO date, `phone` the hall's own number."""
    day = date.fromisoformat(said)
    return template.format(month=day.month, day=day.day, phone=phone)


class MessageWorker:
    """Sends in a thread of its own until stopped; waits longer after each try in vain.

    The message is marked as sent only once the port said so: after a crash in between it goes again
    with the same id.
    """

    def __init__(
        self,
        hall: Hall,
        port: MessagePort,
        templates: Mapping[Template, str],
        pauses_s: tuple[float, ...] = PAUSES_S,
    ) -> None:
        self._hall, self._port, self._templates = hall, port, templates
        self._pauses_s = pauses_s
        self._woken, self._stopping = threading.Event(), threading.Event()
        self._end_wake = hall.on_wake(self._woken.set)
        self._thread = threading.Thread(target=self._run, name="hall-messages", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End the worker; one that hangs at the port is left behind, its message goes again."""
        self._stopping.set()
        self._woken.set()
        self._end_wake()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        vain = 0
        while not self._stopping.is_set():
            self._woken.clear()
            try:
                vain = 0 if self._send_all() else vain + 1
            except Exception:
                log.exception("messages could not be sent; tried again soon")
                vain += 1
            if vain:
                pause_s = self._pauses_s[min(vain, len(self._pauses_s)) - 1]
                self._stopping.wait(pause_s)
            else:
                self._woken.wait(LOOK_AGAIN_S)

    def _send_all(self) -> bool:
        """Send what stands there; False once the port does not take one."""
        parts = self._hall.parts
        with parts.engine.connect() as connection:
            waiting = queued(connection, parts.facts.hall_id)
        for one in waiting:
            if self._stopping.is_set():
                return True
            delivery = self._send(one)
            self._tell(NoteDelivery(
                command_id=_new_id(), message_id=one.message_id, delivery=delivery
            ))  # fmt: skip
            if delivery == "not_sent":
                return False
        return True

    def _send(self, one: Queued) -> Delivery:
        telephone = self._telephone(one.to_blob_id)
        if telephone is None:
            return "refused"  # the consent was taken back, or the matter is over
        text = filled(self._templates[one.template], one.said, self._hall.parts.facts.phone)
        return self._port.send(ShortMessage(one.message_id, one.template, telephone, text))

    def _telephone(self, blob_id: str) -> str | None:
        """Read the sealed telephone; that it was read is on record first."""
        read = self._hall.handle(ReadBlob(command_id=_new_id(), blob_id=blob_id), ACTOR)
        if not isinstance(read.message, BlobRead):
            return None
        blob = open_blob(self._hall.parts, blob_id)
        return blob.data.decode() if blob is not None else None

    def _tell(self, command: NoteDelivery) -> None:
        self._hall.handle(command, ACTOR)


def _new_id() -> str:
    return str(uuid.uuid4())
