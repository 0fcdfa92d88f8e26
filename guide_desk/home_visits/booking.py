"""How a visit is agreed, page by page, and how another day is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from guide_desk.care.details import DetailHand
from guide_desk.care.writer import Writer
from guide_desk.desk import Desk
from guide_desk.home_visits import pages
from guide_desk.home_visits.draft import CHANNELS, LINES, Draft
from guide_desk.home_visits.errands import HomeErrands
from guide_desk.home_visits.place import Pile, PlaceName
from guide_desk.home_visits.telling import slot_words
from guide_desk.shell_views import Page
from hall.care.home_visits.messages import (
    BookHomeVisit,
    HomeSlotsFound,
    HomeSlotTaken,
    HomeSlotView,
    HomeVisitBooked,
    HomeVisitMoved,
    HomeVisitView,
    MoveHomeVisit,
    OtherWayOffered,
)
from hall.care.home_visits.model import other_ways
from hall.kernel.messages import Command, Event, Refusal

LEFT_S = 300.0
"""What somebody began to write down and left lying is forgotten."""


class Booking:
    """The visit that is being agreed. What is written stays here until the hall has it."""

    def __init__(self, desk: Desk, pile: Pile, errands: HomeErrands, details: DetailHand) -> None:
        self._desk, self._pile = desk, pile
        self._errands, self._details = errands, details
        self._draft = Draft()
        self._slots: tuple[HomeSlotView, ...] | None = None
        self.writer = Writer(desk, "home")
        self._moving = self._writing_for = ""
        self._touched_s = 0.0
        self.just_booked: HomeVisitView | None = None
        """The visit the hall answered with, until the board has it too."""

    def deeds(self, turned: Callable[[], None]) -> dict[str, Callable[[str], None]]:
        """Return what its keys do; `turned` turns lists back to their beginning."""
        known: dict[str, Callable[[str], None]] = {
            "home_new": lambda _: self._begin(),
            "home_channel": self._channel,
            "home_group": self._group,
            "home_matter": self._matter,
            "home_way": self._way,
            "home_ground": lambda one: self._put(self._draft.with_ground(one)),
            "home_grounds_done": lambda _: self._grounds_done(),
            "home_slot": self._slot,
            "home_mind": lambda one: self._put(self._draft.with_mind(one)),
            "home_book": lambda _: self._errands.book(self._draft),
            **self.writer.deeds(),
        }

        def touched(deed: Callable[[str], None], name: str) -> Callable[[str], None]:
            def do(argument: str) -> None:
                self._touched_s = self._desk.now_s
                if name not in ("home_edited", "home_digit", "home_erase"):
                    turned()
                deed(argument)

            return do

        return {name: touched(deed, name) for name, deed in known.items()}

    def pages(self, leaf: int) -> Mapping[PlaceName, Callable[[], Page | None]]:
        """Return its pages; `leaf` is how far a list was turned."""
        desk, draft = self._desk, self._draft
        words, facts = desk.words, desk.hall.facts
        return {
            "channels": lambda: pages.channels_view(words),
            "groups": lambda: pages.groups_view(words, facts, "home"),
            "matters": lambda: pages.matters_view(words, facts, "home", draft.group_id, leaf),
            "other_way": self._other_way_page,
            "grounds": lambda: pages.grounds_view(words, facts, draft),
            "slots": lambda: pages.slots_view(
                words, self._slots, leaf, under_way=self._is_moving()
            ),
            "minds": lambda: pages.minds_view(words, draft, under_way=self._errands.booking()),
        }

    def write_for(self, visit_id: str) -> None:
        """Write down where a visit goes of which nothing is kept."""
        self._writing_for, self._touched_s = visit_id, self._desk.now_s
        self._write()

    def move(self) -> None:
        """Ask for another half day for the visit on the page."""
        self._moving, self._slots = self._pile.entry_id, None
        self._errands.ask_slots()
        self._pile.go("slots")

    def tick(self, now_s: float) -> None:
        """Let time pass: what was begun and left is forgotten."""
        begun = self._draft != Draft() or self.writer.texts
        if begun and not self._errands.booking() and now_s - self._touched_s >= LEFT_S:
            self._draft = Draft()
            self.writer.taken()
            if not self._pile.entry_id:
                self._pile.home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked."""
        if isinstance(message, HomeSlotsFound):
            self._slots = message.slots
        elif isinstance(message, HomeSlotTaken):
            self._slots = message.slots
            if isinstance(command, BookHomeVisit) and self._pile.here == "minds":
                self._pile.back_to("slots")
        elif isinstance(message, HomeVisitBooked):
            self._booked(message.home_visit)
        elif isinstance(message, HomeVisitMoved) and isinstance(command, MoveHomeVisit):
            if self._pile.here == "slots":
                self._pile.back()
            self._say("home_told_moved", message.home_visit)
        elif isinstance(message, OtherWayOffered):
            self._draft = Draft()
            self._pile.home()
            self._desk.say(f"home_told_{message.way}")

    def _begin(self) -> None:
        self._draft, self._slots = Draft(), None
        self._moving = self._writing_for = ""
        self.writer.taken()
        self._errands.ask_slots()
        self._pile.go("channels")

    def _channel(self, channel: str) -> None:
        known = next((one for one in CHANNELS if one == channel), CHANNELS[0])
        self._put(replace(self._draft, channel=known))
        self._pile.go("groups")

    def _group(self, group_id: str) -> None:
        self._put(replace(self._draft, group_id=group_id))
        self._pile.go("matters")

    def _matter(self, matter_id: str) -> None:
        matter = self._desk.hall.facts.matter(matter_id)
        if matter is None:
            return
        self._put(replace(self._draft, matter_id=matter_id))
        self._pile.go("grounds" if matter.sheet.home_visit else "other_way")

    def _other_way_page(self) -> Page | None:
        matter = self._desk.hall.facts.matter(self._draft.matter_id)
        if matter is None:
            return None
        sheet = matter.sheet
        ways = other_ways(agent_ok=sheet.agent_ok, mail_ok=sheet.mail_ok)
        return pages.other_way_view(self._desk.words, matter, ways)

    def _way(self, way: str) -> None:
        self._errands.offer(self._draft.matter_id, way)

    def _grounds_done(self) -> None:
        if self._draft.grounds:
            self._pile.go("slots")

    def _slot(self, argument: str) -> None:
        day, _, half = argument.partition("/")
        slot = next((one for one in self._slots or () if (one.day, one.half) == (day, half)), None)
        if slot is None:
            return
        if self._moving:
            self._errands.move(self._moving, slot.day, slot.half)
            return
        self._put(replace(self._draft, slot=slot))
        self._write()

    def _write(self) -> None:
        self.writer.begin(LINES, self._all_written)
        self._pile.go("write")

    def _all_written(self) -> None:
        if self._writing_for:
            self._keep(self._writing_for)
            self._pile.open(self._writing_for)
        else:
            self._pile.go("minds")

    def _booked(self, visit: HomeVisitView) -> None:
        """The day is agreed: what was written is sealed under the visit's id, then forgotten."""
        self.just_booked = visit
        self._keep(visit.id)
        self._pile.open(visit.id)
        self._say("home_told_booked", visit)

    def _keep(self, visit_id: str) -> None:
        draft, words = self._draft, self._desk.words
        self._details.keep_all(visit_id, self.writer.taken())
        if draft.minds:
            minds = words.get("list_mark").join(words.get(f"mind_{one}") for one in draft.minds)
            self._details.keep(visit_id, "note", minds)
        self._draft = Draft()

    def _say(self, key: str, visit: HomeVisitView) -> None:
        words = self._desk.words
        self._desk.say(key, day=slot_words(words, visit.day, visit.half))

    def _is_moving(self) -> bool:
        return "home_move" in self._errands.busy(self._moving)

    def _put(self, draft: Draft) -> None:
        self._draft = draft
