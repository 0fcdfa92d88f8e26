"""What happens when nobody touches anything: pages that pass, questions, forgetting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.flow import PERSONAL, RESTING, Page
from kiosk.session import Session

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

LONGEST_SLIP_S = 45.0
_STAYS_WHILE_TOUCHED: frozenset[Page] = frozenset({"slip", "accompanied"})
"""Who has a number said once more, or louder, is still there."""


class Patience:
    """Watches the time of one presenter."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter

    def pass_time(self) -> None:
        """Look at the hall, then at the page."""
        self._watch_hall()
        on = self._on
        if on.page in RESTING:
            self._watch_resting()
        else:
            self._watch_page(on.page)

    def _here_s(self) -> float:
        return self._on.now_s - self._on.entered_s

    def _watch_hall(self) -> None:
        """Say within three seconds that the hall is silent."""
        on = self._on
        if self._here_s() < on.setup.times.answer_s:
            return
        if on.page == "printing" and on.giving.waits:
            on.move("hall_lost")
        elif not on.heard_hall and on.linked and on.page == "home":
            on.link_changed(linked=False)

    def _watch_page(self, page: Page) -> None:
        on, times, here_s = self._on, self._on.setup.times, self._here_s()
        ends_s = {
            "greeting": times.greeting_s,
            "slip": times.slip_s if on.said else LONGEST_SLIP_S,
            "still_there": times.question_s,
            "printing": times.print_s,
            "sending": times.answer_s,
            "undoing": times.answer_s,
            "accompanied": times.slip_s if on.said else LONGEST_SLIP_S,
            "list_printing": on.listing.waits_s,
            "said": times.answer_s * 2,
        }
        quiet_s = on.now_s - on.touched_s
        if page in _STAYS_WHILE_TOUCHED:
            here_s = min(here_s, quiet_s)
        chooses = page == "greeting" and on.comfort.keypad
        if page in ends_s and here_s >= ends_s[page] and not chooses:
            self._page_ends(page)
        if page == on.page and quiet_s >= self._idle_s(page):
            on.move("idle")

    def _page_ends(self, page: Page) -> None:
        on = self._on
        if page == "greeting":
            on.move("spoken")
        elif page == "sending":
            on.writing.give_up()
        elif page == "undoing":
            on.undoing.give_up()
        elif page == "list_printing":
            on.listing.give_up()
        elif page == "printing":
            if on.session.ticket is not None and not on.giving.waits:
                on.move("not_printed")
        else:
            on.move("nobody")

    def _idle_s(self, page: Page) -> float:
        times = self._on.setup.times
        return times.personal_idle_s if page in PERSONAL else times.idle_s

    def _watch_resting(self) -> None:
        on = self._on
        over = on.day_is_over()
        changed = on.session != Session() or not on.comfort.default
        if on.page == "closed":
            changed = changed or not over
        if changed and on.now_s - on.touched_s >= on.setup.times.personal_idle_s:
            on.enter("home", keeps_comfort=False)
        elif on.page == "home" and over:
            on.enter("home", keeps_comfort=True)
