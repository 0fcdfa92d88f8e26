"""The record of a call afterwards, on paper. Pure."""

from __future__ import annotations

from datetime import datetime

from devices.papers import Paper
from forms.papers.care_values import FollowUpRecord
from forms.papers.compose import compose
from forms.papers.loading import FormBook
from forms.papers.matters import head_of
from guide_desk.cases.signs import whole_day_words
from guide_desk.follow_up.pages import matter_words
from hall.care.follow_up.messages import FollowUpView
from hall.kernel.facts import HallFacts, StaffFact
from ui_kit.strings import Strings

FORM = "follow_up_record"


def record_paper(
    book: FormBook, words: Strings, facts: HallFacts, call: FollowUpView,
    caller: StaffFact | None, local: datetime,
) -> Paper:  # fmt: skip
    """Return the record to be filled in while speaking; no telephone stands on it.

    `local` is the time in the hall. Raises FormFault.
    """
    today = whole_day_words(words, local.date().isoformat())
    clock = words.get("clock", hour=local.hour, minute=f"{local.minute:02d}")
    values = FollowUpRecord(
        head=head_of(facts, today),
        matter=matter_words(facts, call.matter_id),
        closed_on=whole_day_words(words, call.closed_on),
        called_at=f"{today} {clock}",
        caller=words.get("home_member", name=caller.name, badge=caller.badge) if caller else "",
        tries=words.get("after_try", count=call.tries + 1),
    )
    return compose(book, FORM, values)
