"""The A4 papers of the list, as the kiosk gives them: nothing of a person stands on them. Pure."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from devices.papers import Paper
from hall.kernel.facts import HallFacts, MatterFact
from ui_kit.strings import Strings

if TYPE_CHECKING:
    from forms.papers.loading import FormBook

GUIDE, BRING_LIST = "guide", "bring_list"
"""How a matter is done, which says what to bring too; and that alone, to be ticked off."""

log = logging.getLogger(__name__)


def paper_of(
    forms: Callable[[], FormBook] | None, form: str, matter: MatterFact, facts: HallFacts,
    local: datetime | None, words: Strings,
) -> Paper | None:  # fmt: skip
    """Return a paper of the list; None where this machine cannot make it."""
    if forms is None or local is None:
        return None
    # what papers are made of is loaded with the first: a kiosk starts in half a second
    from forms.papers.compose import compose
    from forms.papers.loading import FormFault
    from forms.papers.matters import guide_of, head_of

    day = words.get("whole_day", year=local.year, month=local.month, day=local.day)
    book = forms()
    try:
        values = guide_of(matter, book.common().matter, head_of(facts, day))
        return compose(book, form, values)
    except FormFault as fault:
        log.warning("the paper %s cannot be made: %s", form, fault)
        return None
