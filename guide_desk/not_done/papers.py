"""The papers of the register: one entry to sign, or the list of a month. Pure."""

from __future__ import annotations

from devices.papers import Paper
from forms.papers.compose import compose
from forms.papers.loading import FormBook
from forms.papers.matters import head_of
from forms.papers.not_done import month_of, record_of
from guide_desk.cases.signs import whole_day_words
from guide_desk.not_done.telling import owner_words
from hall.care.not_done.messages import NotDoneListed, NotDoneView
from hall.care.not_done.monthly import monthly_of
from hall.kernel.facts import HallFacts
from ui_kit.strings import Strings

RECORD, LIST = "not_done", "not_done_list"


def record_paper(book: FormBook, words: Strings, facts: HallFacts, entry: NotDoneView) -> Paper:
    """Return the paper of one entry, its number at the top. Raises FormFault."""
    day = whole_day_words(words, entry.opened_on)
    head = head_of(facts, day, entry.number)
    owner = owner_words(words, facts, entry)
    return compose(book, RECORD, record_of(entry, facts, book.common(), head, owner))


def list_paper(
    book: FormBook, words: Strings, facts: HallFacts, listed: NotDoneListed, today: str
) -> Paper:
    """Return the list of a month; `today` is an ISO date. Raises FormFault."""
    head = head_of(facts, whole_day_words(words, today))
    monthly = monthly_of(listed.month, listed.entries)
    return compose(book, LIST, month_of(monthly, facts, book.common(), head))
