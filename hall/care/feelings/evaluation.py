"""The port to the provincial evaluation system: which documents it gets.

The province builds the one system and halls call it (its notice no. 5 of 2019 on evaluation); this
is the hall's side of the call. `docs/feelings.md` shows a document.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from hall.care.feelings.messages import Channel, FeelingView, Score
from hall.kernel.facts import HallFacts


class EvaluationDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One answer as another system gets it. It names nobody.

    `id` is the same for every version of one answer, `version` grows. `given_at` is UTC, ISO 8601;
    `window` is the number people read over the counter, 0 where the hall has it no more.
    """

    format: str = "silverhall.evaluation/1"
    id: str
    version: int
    hall_id: str
    hall_name: str
    matter_id: str
    matter_name: str
    window: int
    service_date: str
    score: Score
    reasons: tuple[str, ...]
    channel: Channel
    given_at: str


class EvaluationSystem(Protocol):
    """Another system that takes answers, one at a time and perhaps twice."""

    def deliver(self, document: EvaluationDocument) -> None:
        """Hand over one document; returning means that it was taken. Raises NotTaken."""
        ...


class NotTaken(Exception):
    """The system did not take it now; it is tried again. The message says why."""


class DocumentRefused(NotTaken):
    """The system does not want this one document; others may go."""


def document_of(feeling: FeelingView, facts: HallFacts) -> EvaluationDocument:
    """Return an answer as another system gets it; reasons are the hall's words."""
    matter, counter = facts.matter(feeling.matter_id), facts.counter(feeling.counter_id)
    names = {one.id: one.name for one in facts.feelings.reasons}
    return EvaluationDocument(
        id=feeling.ticket_id,
        version=feeling.version,
        hall_id=facts.hall_id,
        hall_name=facts.name,
        matter_id=feeling.matter_id,
        matter_name=(matter.sheet.name or matter.plain_name) if matter else "",
        window=counter.window_number if counter else 0,
        service_date=feeling.service_date,
        score=feeling.score,
        reasons=tuple(names.get(one, one) for one in feeling.reasons),
        channel=feeling.channel,
        given_at=feeling.given_at,
    )
