"""Reads a number of cards and writes them as JSON lines: the command-line use of a reader."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Mapping

from devices.ports import (
    CardEvent,
    CardReader,
    CardSeen,
    CardTaken,
    CardUnreadable,
    DeviceStatus,
    IdCard,
    Ready,
    status_word,
)

Write = Callable[[str], None]


def read_cards(
    open_reader: Callable[[], CardReader],
    count: int,
    write_line: Write,
    write_error: Write,
    say: Mapping[str, str],
    patience_s: float = 30.0,
) -> int:
    """Read `count` cards; return the exit code: 0 when all were read, 1 when the reader is lost.

    One JSON object a line per card goes to `write_line`, a fault as {"error", "say"} to
    `write_error`. `say` maps an error code to its sentence. The reader counts as lost when its
    status has not been Ready for `patience_s`.
    """
    events: queue.SimpleQueue[CardEvent | DeviceStatus] = queue.SimpleQueue()
    reader = open_reader()
    reader.start(events.put, events.put)
    seen, ready = 0, False
    try:
        while seen < count:
            try:
                event = events.get(timeout=None if ready else patience_s)
            except queue.Empty:
                return 1
            if isinstance(event, CardSeen):
                write_line(card_json(event.card))
                seen += 1
            elif isinstance(event, CardUnreadable):
                write_error(_fault(event.code, say))
            elif not isinstance(event, CardTaken):
                ready = isinstance(event, Ready)
                if not ready:
                    write_error(_fault(status_word(event), say))
    finally:
        reader.stop()
    return 0


def card_json(card: IdCard) -> str:
    """Return one card as one line of JSON; days are ISO 8601, `valid_to` null means no end."""
    fields: dict[str, object] = {
        "kind": card.kind,
        "name": card.name,
        "sex": card.sex,
        "ethnicity": card.ethnicity,
        "birth_date": card.birth_date.isoformat(),
        "address": card.address,
        "id_number": card.id_number,
        "issued_by": card.issued_by,
        "valid_from": card.valid_from.isoformat() if card.valid_from else None,
        "valid_to": card.valid_to.isoformat() if card.valid_to else None,
    }
    if card.pass_number is not None:
        fields["pass_number"] = card.pass_number
    return json.dumps(fields, ensure_ascii=False)


def _fault(code: str, say: Mapping[str, str]) -> str:
    return json.dumps({"error": code, "say": say.get(code, code)}, ensure_ascii=False)
