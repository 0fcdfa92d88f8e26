"""The record of an emergency, made from what the hall noted minute by minute. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from devices.ports import PrintOutcome
from forms.papers.compose import compose
from forms.papers.loading import FormFault
from forms.papers.matters import head_of
from forms.papers.values import EmergencyRecord
from guide_desk.cases.paper_hand import PaperHand, paper_view
from guide_desk.cases.signs import whole_day_words
from guide_desk.cases.views import PaperView
from guide_desk.desk import Desk
from guide_desk.views import TaskView
from hall.help.messages import HelpMoment, HelpView
from hall.kernel.errors import KnownError
from hall.kernel.facts import HallFacts
from hall.records.messages import EMERGENCY_RECORD
from ui_kit.places import place_words
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

FORM = EMERGENCY_RECORD
_KEYS = {"paper_print": "record_print", "paper_seen": "record_seen", "paper_done": "record_done"}
"""Keys of a paper that are of use here, and what each does with this one."""
_IN_WORDS = ("kept_still", "shielded", "waiting_outside")
"""Steps that have no field of their own on the paper."""


class EmergencyRecords:
    """The papers of alarms that are over, or still go on, and the one that lies open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hand = PaperHand(desk)
        self._numbers: dict[str, str] = {}
        """The number somebody had, by alarm: a number may be given up before its record is made."""
        self._printed: set[str] = set()
        """Records that came out here, before the hall says so."""

    def board_changed(self) -> None:
        """Remember whose number an alarm is about."""
        board = self._desk.hall
        for seen in (*board.helps.values(), *board.under_way.values(), *board.over.values()):
            ticket = board.floor.tickets.get(seen.ticket_id or "")
            if ticket is not None and seen.kind == "unwell":
                self._numbers[seen.id] = ticket.number
        self._printed &= board.over.keys()

    def tasks(self) -> list[TaskView]:
        """Return a card for each record that is still to be printed."""
        desk = self._desk
        if desk.setup.forms is None:
            return []
        over = desk.hall.over.values()
        return [_task(desk, seen) for seen in over if seen.id not in self._printed]

    def open(self, help_id: str) -> None:
        """Make the record of an alarm as far as it has gone, to be looked at."""
        desk, book = self._desk, self._desk.setup.forms
        board = desk.hall
        seen = board.over.get(help_id) or board.under_way.get(help_id) or board.helps.get(help_id)
        if seen is None or book is None:
            return
        number = self._numbers.get(help_id, "")
        values = record_of(desk.words, desk.hall.facts, seen, number, desk.setup.station_id)
        try:
            paper = compose(book, FORM, values)
        except FormFault:
            desk.say("paper_no_form")
            return
        self._hand.take(FORM, help_id, paper, on_record=True)

    def page(self) -> PaperView | None:
        """Return the page of the record that lies open."""
        desk, held = self._desk, self._hand.held
        if held is None:
            return None
        printer = bool(desk.setup.papers_id)
        kept = not self._hand.record.holds(held.job_id)
        view = paper_view(desk.words, held, kept=kept, printer=printer, code="")
        keys = tuple(
            replace(key, action=_KEYS.get(key.action, key.action))
            for key in view.keys
            if key.action in (*_KEYS, "back")
        )
        return replace(view, keys=keys or (_back(desk.words),))

    def print(self) -> None:
        """Print it."""
        self._hand.print()

    def seen(self) -> None:
        """It came out, although the printer does not say so."""
        self._hand.seen()

    def done(self) -> None:
        """Put it away; one that was printed is offered no more."""
        held = self._hand.held
        if held is not None and held.state == "printed":
            self._printed.add(held.case_id)
        self._hand.put_away()

    def back(self) -> bool:
        """Put it away; False when none lies open."""
        was_open = self._hand.held is not None
        self.done()
        return was_open

    def made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF, None when it cannot be made."""
        self._hand.made(job_id, pdf)

    def printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how it came out."""
        self._hand.printed(job_id, outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has it."""
        self._hand.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        self._hand.not_sealed(job_id, error)

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._hand.tick(now_s)


def record_of(
    words: Strings, facts: HallFacts, seen: HelpView, number: str, own_id: str
) -> EmergencyRecord:
    """Return the values of the record; what nobody noted is left to the pen."""
    zone = ZoneInfo(facts.timezone)

    def clock(iso: str) -> str:
        return datetime.fromisoformat(iso).astimezone(zone).strftime("%H:%M:%S")

    times = {one.note: clock(one.at) for one in reversed(seen.timeline)}
    steps = [words.get("record_step", what=words.get(f"record_{note}"), time=times[note])
             for note in _IN_WORDS if note in times]  # fmt: skip
    begun = datetime.fromisoformat(seen.requested_at).astimezone(zone).date().isoformat()
    place = words.get("place_beside", place=place_words(words, facts, seen.station_id, own_id))
    return EmergencyRecord(
        head=head_of(facts, whole_day_words(words, begun)),
        kind="drill" if seen.drill else "real",
        place=place,
        whom=number,
        raised_by=place_words(words, facts, seen.station_id, own_id),
        raised_at=clock(seen.requested_at),
        seen_at=times.get("acknowledged", ""),
        ambulance_at=times.get("called_120", ""),
        box_at=times.get("fetched_box", ""),
        family_at=times.get("told_family", ""),
        ended_at=times.get("finished", ""),
        what_happened=words.get("list_mark").join(steps),
        staff=words.get("list_mark").join(_who(words, facts, seen.timeline, own_id)),
    )


def _who(
    words: Strings, facts: HallFacts, timeline: tuple[HelpMoment, ...], own_id: str
) -> tuple[str, ...]:
    """Return who noted anything: people by name, stations as they are called."""
    named: dict[str, None] = {}
    for one in timeline:
        member = facts.member(one.by)
        if member is not None:
            named[member.name] = None
        elif one.by and one.by != "due":
            named[place_words(words, facts, one.by, own_id)] = None
    return tuple(named)


def record_key(words: Strings, seen: HelpView) -> KeyView:
    """Return the key of the record of an alarm that goes on; its place on the page names it."""
    return KeyView("", "record", words.get("key_record_so_far"), seen.id)


def _task(desk: Desk, seen: HelpView) -> TaskView:
    words = desk.words
    place = place_words(words, desk.hall.facts, seen.station_id, desk.setup.station_id)
    return TaskView(
        name="",
        tone="done",
        icon="first-aid-kit",
        title=words.get("record_title_drill" if seen.drill else "record_title"),
        place=words.get("place_beside", place=place),
        waited=words.get("record_note"),
        key=KeyView("", "record", words.get("key_record"), seen.id, icon="printer"),
    )


def _back(words: Strings) -> KeyView:
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")
