"""Calls afterwards on a board: every one still to be made."""

from __future__ import annotations

from hall.care.follow_up.messages import FollowUpEvent, FollowUpView
from hall.kernel.messages import Event


def follow_ups_after(calls: dict[str, FollowUpView], event: Event) -> dict[str, FollowUpView]:
    """Return the calls still to be made after one event."""
    if not isinstance(event, FollowUpEvent):
        return calls
    call = event.follow_up
    others = {key: one for key, one in calls.items() if key != call.id}
    return others if call.state == "closed" else {**others, call.id: call}
