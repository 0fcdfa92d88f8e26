"""Papers about how it was at the guide's desk: the number, the faces, why, and an empty paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from guide_desk.setup import GuideSetup
from guide_desk.wishes import MakePaper, Send
from hall.boards.guide import GuideBoard
from hall.care.feelings.messages import FindService, ServiceFound
from hall.kernel.messages import Answer
from launch.papers import form_book, paper_renderer
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

FEELINGS_PICTURES = ("feel-number", "feel-faces")
_TYPED = (("feel_series", "lao"), *(("feel_digit", one) for one in "1000"))
_FOUND = (*_TYPED, ("feel_go", ""))


def feelings_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    low = ("feel_face", "1")
    return {
        "feel": _page(board_of),
        "feel-number": _page(board_of, *_TYPED, ("feel_day", "before")),
        "feel-faces": _page(board_of, *_FOUND),
        "feel-why": _page(board_of, *_FOUND, low),
        "feel-why-two": _page(
            board_of, *_FOUND, low, ("feel_why", "waited"), ("feel_why", "errands")
        ),
        "feel-paper": _page(board_of, ("feel_paper", "")),
    }


def _page(board_of: BoardOf, *presses: Press) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        setup = GuideSetup(
            "guide-1", site.words("guide", language), site.words("devices", language),
            site.words("staff", language), lambda: "id", "printer", papers_id="papers",
            forms=form_book(),
        )  # fmt: skip
        presenter = GuidePresenter(setup)
        presenter.tick(0.0)
        calm = msgspec.structs.replace(board_of(site, language), helps={})
        presenter.board_changed(calm)
        presenter.link_changed(linked=True)
        for action, argument in (("area", "feelings"), *presses):
            presenter.press(action, argument)
            presenter.view(AT)
            _answer(presenter, site)
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(presenter.view(AT))
        return window

    return make


def _answer(presenter: GuidePresenter, site: Site) -> None:
    """Find every service that is asked for, and make every paper."""
    longest = site.facts.series_of("age_60").prefix + site.numbers["longest"]
    for wish in presenter.drain():
        if isinstance(wish, Send) and isinstance(wish.command, FindService):
            found = ServiceFound(ticket_id="t", number=longest, given=False)
            presenter.answered(wish.command, Answer(1, found))
        elif isinstance(wish, MakePaper):
            presenter.paper_made(wish.job_id, paper_renderer()(wish.paper))
