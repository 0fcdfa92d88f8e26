"""Somebody whose service is over says how it was, thinks again, and the province is told."""

from __future__ import annotations

from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import AcceptFeeling, FindService, GiveFeeling, ServiceFound
from hall.kernel.secret import Secret
from tests.helpers.halls import Story

DESK = {"station_id": "guide-1"}
KIOSK = {"station_id": "kiosk-1"}


def somebody_says_how_it_was(story: Story, number: str) -> None:
    """By the number on the paper, and looked for by a card as well."""
    story.says(FindService, id_number=Secret("410199194005010016"), **KIOSK)
    meant = story.says(FindService, number=number, **DESK)
    if isinstance(meant, ServiceFound):
        paper = {"ticket_id": meant.ticket_id, "channel": "paper_by_guide", **DESK}
        for score in (5, 1):
            story.says(GiveFeeling, score=score, **paper)
        story.says(AcceptFeeling, ticket_id=meant.ticket_id, version=2)


def somebody_is_served_and_says_so(story: Story) -> None:
    """Whoever is next at the first counter, from the call to what they thought of it."""
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    called = story.says(CallNext, counter_id="c1").ticket
    for deed in (StartService, FinishService):
        story.says(deed, counter_id="c1", ticket_id=called.id)
    somebody_says_how_it_was(story, called.number)
