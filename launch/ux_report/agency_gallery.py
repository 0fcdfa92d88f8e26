"""The guide's desk when somebody acts for an elder, with the hardest names of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import cache

import msgspec
from PySide6.QtWidgets import QWidget

from devices.papers import Paper
from guide_desk.presenter import GuidePresenter
from guide_desk.screens.mirror import GuideMirror
from guide_desk.screens.window import GuideWindow
from guide_desk.wishes import MakePaper, ReadNote
from hall.boards.guide import GuideBoard
from hall.boards.visits import Visits
from hall.care.agency.views import MandateMoment, MandateView, MomentWord, OriginalView
from hall.kernel.facts import HallFacts, MatterFact, StaffFact
from hall.records.messages import Detail, DetailView
from hall.visits.views import VisitView
from launch.papers import paper_renderer
from launch.ux_report.equipped_desk import equipped_desk
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
"""Makes the board of a busy hall in a language."""
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

_HERE = "guide-1"
_LATE, _RUNS, _DRAFT, _ENDED, _LOST, _FAMILY, _QUIET = "m1", "m2", "m3", "m4", "m5", "m6", "m7"
_PHONE, _NAMED = "13800000000", "minority"
AGENCY_PICTURES = ("agency", "agency-handed", "agency-one", "agency-things", "agency-report")


def agency_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    book = ("area", "agency")
    who = (book, ("agency_new", ""), ("agency_visit", "v1"))
    handed = (*who, ("agency_helper", "2001"))
    some = (*handed, ("agency_paper", "1"), ("agency_paper", "2"), ("agency_paper", "2"))

    def one(mandate_id: str, *presses: Press) -> Make:
        return _page(board_of, book, ("agency_open", mandate_id), *presses)

    return {
        "agency": _page(board_of, book),
        "agency-next": _page(board_of, book, ("agency_turn", "1")),
        "agency-none": _page(board_of, book, bare=True),
        "agency-whose": _page(board_of, book, ("agency_new", "")),
        "agency-groups": _page(board_of, book, ("agency_new", ""), ("agency_groups", "")),
        "agency-matters": _page(
            board_of, book, ("agency_new", ""), ("agency_groups", ""), ("agency_group", "pension")
        ),
        "agency-who": _page(board_of, *who),
        "agency-handed": _page(board_of, *some),
        "agency-handed-nothing": _page(board_of, *handed),
        "agency-asked": _page(board_of, *some, ("agency_handed", "")),
        "agency-draft": one(_DRAFT),
        "agency-one": one(_LATE),
        "agency-later": one(_RUNS),
        "agency-ended": one(_ENDED),
        "agency-loss": one(_LOST),
        "agency-of-family": one(_FAMILY),
        "agency-quiet": one(_QUIET),
        "agency-step": one(_RUNS, ("agency_step", "")),
        "agency-things": one(_LATE, ("agency_things", ""), ("agency_thing", "2")),
        "agency-things-many": one(_LOST, ("agency_things", "")),
        "agency-lost": one(_LOST, ("agency_things", ""), ("agency_thing", "1")),
        "agency-lost-told": one(_LOST, ("agency_things", ""), ("agency_thing", "2")),
        "agency-report": one(_LATE, ("agency_report", ""), ("agency_read", "")),
        "agency-report-unread": one(_LATE, ("agency_report", "")),
        "agency-report-no-phone": one(_LOST, ("agency_report", "")),
        "agency-write": one(
            _LOST,
            ("agency_report", ""),
            ("agency_write", ""),
            *(("agency_digit", digit) for digit in _PHONE),
        ),
        "agency-change": one(_RUNS, ("agency_change", "")),
        "agency-drop": one(_RUNS, ("agency_drop", "")),
        "agency-papers": one(_ENDED, ("agency_papers", "")),
        "agency-paper": one(_DRAFT, ("agency_papers", ""), ("agency_form", "mandate")),
        "agency-by-hand": one(
            _DRAFT, ("agency_papers", ""), ("agency_form", "mandate"), ("agency_paper_by_hand", "")
        ),
    }


def agency_mirror_pages() -> Mapping[str, Make]:
    """Return the pages of the elder's screen by name."""
    begun = (("agency_new", ""), ("agency_visit", "v1"), ("agency_helper", "2001"))
    handed = (*begun, *(("agency_paper", str(place)) for place in range(1, 7)))
    things = (("agency_open", _LOST), ("agency_things", ""))
    return {
        "agency-handed": _mirror(*handed),
        "agency-asked": _mirror(*begun, ("agency_handed", "")),
        "agency-things": _mirror(*things),
    }


def _mirror(*presses: Press) -> Make:
    def board_of(site: Site, language: str) -> GuideBoard:
        return GuideBoard(facts=site.facts_in(language), floor=site.floor())

    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideMirror(theme, "")
        told = _told(board_of, site, language, (("area", "agency"), *presses), bare=False)
        window.show_view(told.view(AT).mirror)
        return window

    return make


def _page(board_of: BoardOf, *presses: Press, bare: bool = False) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(_told(board_of, site, language, presses, bare=bare).view(AT))
        return window

    return make


def _told(
    board_of: BoardOf, site: Site, language: str, presses: Sequence[Press], *, bare: bool
) -> GuidePresenter:
    """Return the desk after a story was told to it."""
    presenter = GuidePresenter(equipped_desk(site, language, _HERE))
    presenter.tick(0.0)
    presenter.board_changed(_board(board_of(site, language), site, bare=bare))
    presenter.link_changed(linked=True)
    for action, argument in presses:
        presenter.press(action, argument)
        presenter.view(AT)
        _answer(presenter, site)
    presenter.tick(1.0)
    presenter.press("alarm_fold")  # an alarm has pages of its own
    return presenter


def _answer(presenter: GuidePresenter, site: Site) -> None:
    """Say what the hall and the renderer would."""
    texts = {"b-name": site.card(_NAMED).name, "b-phone": _PHONE}
    for wish in presenter.drain():
        if isinstance(wish, ReadNote):
            presenter.note_came(wish.blob_id, texts[wish.blob_id].encode())
        elif isinstance(wish, MakePaper):
            presenter.paper_made(wish.job_id, _pdf(wish.paper))


@cache
def _pdf(paper: Paper) -> bytes:
    return paper_renderer()(paper)


def _board(board: GuideBoard, site: Site, *, bare: bool) -> GuideBoard:
    facts = msgspec.structs.replace(board.facts, staff=_staff(board.facts))
    if bare:
        return msgspec.structs.replace(board, facts=facts, helps={})
    matters = site.matters_by_length()
    most = max(facts.matters, key=lambda one: len(one.materials))
    number = f"{facts.series[0].prefix}1000"
    here = (_visit("v1", number, most), _visit("v2", "", matters[1]), _visit("v3", "", matters[2]))
    return msgspec.structs.replace(
        board,
        facts=facts,
        helps={},
        visits=Visits(visits={one.id: one for one in here}),
        mandates={one.id: one for one in _mandates(matters, most)},
        details={one.blob_id: one for one in (_detail("name"), _detail("phone"))},
    )


def _mandates(matters: tuple[MatterFact, ...], most: MatterFact) -> tuple[MandateView, ...]:
    """Return one of every kind that a guide may have before her."""
    long, *others = matters
    calls: tuple[MomentWord, ...] = ("no_answer", "wrong_number", "no_answer")
    late = _mandate(
        _LATE, long, report_state="overdue", report_for="milestone", state="received",
        report_due_on="2026-11-20", tries=3, timeline=_moments(*calls), signed_by="principal",
        originals=_originals(most)[:5],
    )  # fmt: skip
    lost = tuple(
        msgspec.structs.replace(one, state=state, lost_at=AT.isoformat(), explain_by="2026-11-24")
        for one, state in zip(_originals(most), ("lost", "told"), strict=False)
    )
    return (
        late,
        _mandate(_RUNS, others[0], state="submitted", report_state="planned",
                 report_due_on="2026-11-27", timeline=_moments("reached")),
        _mandate(_DRAFT, most, state="drafted", signer="guardian", originals=_originals(most)),
        _mandate(_ENDED, others[1], state="done", report_state="due", report_for="end",
                 report_due_on="2026-11-23", originals=_back(most)),
        _mandate(_LOST, long, state="running", report_state="due", report_for="loss",
                 report_due_on="2026-11-23", originals=(*lost, *_originals(most)[2:])),
        _mandate(_FAMILY, others[2], kind="family", agent_number="", state="running"),
        _mandate(_QUIET, others[3], state="withdrawn", report_state="none"),
    )  # fmt: skip


def _mandate(mandate_id: str, matter: MatterFact, **more: object) -> MandateView:
    fields: dict[str, object] = {
        "id": mandate_id, "number": f"D2026-{1000 + int(mandate_id[1:])}", "kind": "staff",
        "matter_ids": (matter.id,), "agent_number": "2001", "asked_alone": True,
        "signer": "principal", "term_on": "2026-12-23", "opened_at": AT.isoformat(),
        "state": "running",
    }  # fmt: skip
    return msgspec.convert({**fields, **more}, MandateView, from_attributes=True)


def _originals(matter: MatterFact) -> tuple[OriginalView, ...]:
    """Return twelve things: as many as a mandate may have, the longest names among them."""
    names = sorted((one.plain for one in matter.materials), key=len, reverse=True)
    return tuple(
        OriginalView(
            id=str(place), matter_id=matter.id, plain=name, count=place,
            form="copy" if place % 4 == 0 else "original", state="held", taken_at=AT.isoformat(),
        )
        for place, name in enumerate((*names, "", *names, *names)[:12], start=1)
    )  # fmt: skip


def _back(matter: MatterFact) -> tuple[OriginalView, ...]:
    first, *others = _originals(matter)[:4]
    back = msgspec.structs.replace(
        first, state="given_back", given_back_at=(AT - timedelta(days=1)).isoformat()
    )
    return (back, *others)


def _moments(*words: MomentWord) -> tuple[MandateMoment, ...]:
    return tuple(MandateMoment(at=AT.isoformat(), what=word, by="guide-1") for word in words)


def _visit(visit_id: str, number: str, matter: MatterFact) -> VisitView:
    return VisitView(
        id=visit_id, state="arrived", began_at=AT.isoformat(), station_id=_HERE,
        number=number, matter_id=matter.id, owner_kind="guide_desk",
        owner_id=_HERE,
    )  # fmt: skip


def _detail(detail: Detail) -> DetailView:
    return DetailView(
        blob_id=f"b-{detail}", case_id=_LATE, detail=detail, basis="consent", purpose="report"
    )


def _staff(facts: HallFacts) -> tuple[StaffFact, ...]:
    names = [one.name for one in facts.staff] + [one.name for one in facts.clerks]
    return tuple(
        StaffFact(number=f"{2000 + place}", name=name, badge=f"{place:03d}", roles=("helper",))
        for place, name in enumerate((names * 9)[:9], start=1)
    )
