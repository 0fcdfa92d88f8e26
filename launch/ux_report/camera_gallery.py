"""A paper under the camera at the guide's desk, on her screen and on the elder's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import msgspec
from PySide6.QtWidgets import QWidget

from devices.camera_port import PageNotTaken, PageVerdict
from devices.ports import Offline, PaperOut, PrintOutcome, Ready, Unknown
from guide_desk.presenter import GuidePresenter
from guide_desk.screens.mirror import GuideMirror
from guide_desk.screens.window import GuideWindow
from guide_desk.wishes import PrintCopy, ReadNote, SuggestItem, TakePage
from hall.boards.guide import GuideBoard
from hall.care.pictures.messages import PictureView
from launch.ux_report.case_gallery import HALF, Story, board_of, open_item, told
from launch.ux_report.site import AT, Site
from launch.ux_report.under_camera import seen, taken
from ui_kit.theme import Theme

Shown = Callable[[Site, Theme, str], QWidget]
_ITEM = "6"
_AT_ITEM = Story(open_item(_ITEM), HALF)


@dataclass(frozen=True)
class Shot:
    """What happens with one paper: what the camera says of it, and what is pressed.

    `card` is a paper of which no picture is kept; `kept` are pages the hall has already. `guess` is
    the paper it is said to look like; None where nobody guesses.
    """

    verdict: PageVerdict = "good"
    presses: tuple[str, ...] = ()
    refused: bool = False
    card: bool = False
    away: str = ""
    kept: int = 0
    copy: PrintOutcome | None = None
    opened: bool = True
    guess: str | None = None


def camera_pages() -> Mapping[str, Shown]:
    """Return the pages by name."""
    return {f"camera-{name}": _window(shot) for name, shot in SHOTS.items()}


def camera_mirror_pages() -> Mapping[str, Shown]:
    """Return what the elder sees of them by name."""
    return {f"camera-{name}": _mirror(SHOTS[name]) for name in _MIRRORED}


def _window(shot: Shot) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideWindow(theme, "", _press_nothing)
        window.show_view(_with_paper(site, language, shot).view(AT))
        window.look(seen(shot.verdict))
        return window

    return make


def _mirror(shot: Shot) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideMirror(theme, "")
        window.show_view(_with_paper(site, language, shot).view(AT).mirror)
        window.look(seen(shot.verdict))
        return window

    return make


def _with_paper(site: Site, language: str, shot: Shot) -> GuidePresenter:
    """Return the desk after the paper was laid under its camera."""
    presenter = told(site, language, replace(_AT_ITEM, suggests=shot.guess is not None))
    presenter.board_changed(_board(site, shot))
    presenter.device_status("camera", Offline(shot.away) if shot.away else Ready())
    presenter.view(AT)
    for action in ("camera_open", *shot.presses) if shot.opened else ():
        presenter.press(action)
        presenter.looked(shot.verdict)
        _answer(presenter, shot)
        presenter.view(AT)
        _answer(presenter, shot)
    return presenter


def _answer(presenter: GuidePresenter, shot: Shot) -> None:
    """Let camera, hall and printer answer."""
    for wish in presenter.drain():
        if isinstance(wish, TakePage):
            outcome = PageNotTaken(shot.verdict) if shot.refused else taken()
            presenter.page_came(wish.job_id, outcome)
        elif isinstance(wish, ReadNote):
            presenter.note_came(wish.blob_id, taken().jpeg)
        elif isinstance(wish, PrintCopy) and shot.copy is not None:
            presenter.paper_printed(wish.job_id, shot.copy)
        elif isinstance(wish, SuggestItem):
            presenter.page_guessed(wish.job_id, shot.guess or "")


def _board(site: Site, shot: Shot) -> GuideBoard:
    board = board_of(site, _AT_ITEM)
    (case,) = board.visits.cases.values()
    item = next(one for one in case.items if one.id == _ITEM)
    facts = site.facts
    matters = tuple(
        msgspec.structs.replace(
            matter,
            materials=tuple(
                msgspec.structs.replace(paper, identity_card=shot.card, copies=int(shot.card))
                if (matter.id, paper.plain) == (case.matter_id, item.plain)
                else paper
                for paper in matter.materials
            ),
        )
        for matter in facts.matters
    )
    pictures = {
        f"p{page}": PictureView(
            blob_id=f"p{page}", visit_id="v1", case_id=case.id, item_id=item.id,
            plain=item.plain, page=page, station_id="guide-1", taken_at=AT.isoformat(),
        )
        for page in range(1, shot.kept + 1)
    }  # fmt: skip
    facts = msgspec.structs.replace(facts, matters=matters)
    return msgspec.structs.replace(board, facts=facts, pictures=pictures)


def _press_nothing(_action: str, _argument: str) -> None:
    """Nobody presses in a picture."""


_TAKE = ("camera_take",)
_COPY = (*_TAKE, "camera_print")
SHOTS: Mapping[str, Shot] = {
    "key": Shot(opened=False),
    "key-pages": Shot(opened=False, kept=12),
    "key-copy": Shot(opened=False, card=True),
    "no-paper": Shot("no_paper"),
    "cut": Shot("cut_corner"),
    "glare": Shot("glare", _TAKE, refused=True),
    "blur": Shot("blur", _TAKE, refused=True),
    "good": Shot(),
    "taken": Shot(presses=_TAKE),
    "no-guess": Shot(presses=_TAKE, guess=""),
    "guess": Shot(presses=_TAKE, guess="3"),
    "guess-card": Shot(presses=_TAKE, guess="2"),
    "guess-long": Shot(presses=_TAKE, guess="5"),
    "guess-here": Shot(presses=_TAKE, guess=_ITEM),
    "next": Shot("no_paper", (*_TAKE, "camera_next")),
    "copy": Shot(presses=_TAKE, card=True),
    "copy-printing": Shot(presses=_COPY, card=True),
    "copy-printed": Shot(presses=_COPY, card=True, copy=PrintOutcome("printed", Ready())),
    "copy-unsure": Shot(presses=_COPY, card=True, copy=PrintOutcome("unknown", Unknown())),
    "copy-failed": Shot(presses=_COPY, card=True, copy=PrintOutcome("not_printed", PaperOut())),
    "away": Shot(away="no_camera"),
    "away-busy": Shot(away="busy"),
    "kept": Shot(kept=1),
    "kept-many": Shot(kept=12),
}
_MIRRORED = ("no-paper", "glare", "good", "taken", "copy", "kept")
CAMERA_PICTURES = ("camera-good", "camera-taken", "camera-away")
