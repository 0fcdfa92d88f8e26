"""What the pages are filled with: the hall of config/, fictional visitors and their numbers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from devices.ports import IdCard
from hall.boards.floor import Floor
from hall.calls.messages import CounterView
from hall.kernel.facts import CardFact, HallFacts, MatterFact
from hall.tickets.messages import TicketView
from launch.facts import facts_of
from launch.languages import with_languages
from launch.paths import ASSETS, CONFIG
from launch.settings.loading import load_hall, load_names
from ui_kit.languages import base_of, languages_in
from ui_kit.strings import Strings, load_room

STRINGS = ASSETS / "strings"
PEOPLE = Path(__file__).with_name("longest.toml")
AT = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
STATION = "kiosk-1"
_UNASSIGNED_REGION = "410199"


@dataclass(frozen=True)
class Site:
    """One hall on one morning."""

    facts: HallFacts
    numbers: dict[str, Any]
    people: dict[str, dict[str, Any]]
    longest_card: CardFact
    longest_reason: str

    @property
    def local(self) -> datetime:
        """The time of all pages, in the hall's zone."""
        return AT.astimezone(ZoneInfo(self.facts.timezone))

    def words(self, room: str, language: str) -> Strings:
        """Load the words of a room in a language."""
        return load_room(STRINGS, room, language)

    def facts_in(self, language: str) -> HallFacts:
        """Return the facts with the names of a language."""
        return self.facts.in_language(language)

    def card(self, who: str) -> IdCard:
        """Return a fictional ID card; its number belongs to no region."""
        person = self.people[who]
        born = date.fromisoformat(person["born"])
        valid_to = person.get("valid_to")
        return IdCard(
            kind="resident",
            name=person["name"],
            sex=person["sex"],
            ethnicity="",
            birth_date=born,
            address="",
            id_number=f"{_UNASSIGNED_REGION}{born:%Y%m%d}0014",
            issued_by="",
            valid_from=date(2010, 1, 1),
            valid_to=date.fromisoformat(valid_to) if valid_to else None,
        )

    def matters_by_length(self) -> tuple[MatterFact, ...]:
        """Return all matters, the longest name first."""
        return tuple(sorted(self.facts.matters, key=lambda one: -len(one.plain_name)))

    def hardest_matters(self) -> tuple[MatterFact, ...]:
        """Return the matters with the longest names and lines, and the most and longest papers."""
        facts = self.facts
        every = [facts, *(facts.in_language(one) for one in facts.languages)]
        hardest: set[str] = {facts.matters[0].id}
        for one in every:
            for how in (_name_length, _line_length, _papers, _paper_length, _note_length):
                hardest |= {matter.id for matter in sorted(one.matters, key=how)[-2:]}
        return tuple(one for one in facts.matters if one.id in hardest)

    def ticket(self, digits: str, matter: MatterFact, **more: object) -> TicketView:
        """Return a ticket of the elders' series."""
        series = self.facts.series_of("age_60")
        known = {
            "id": f"t-{digits}", "number": series.prefix + digits, "series": series.id,
            "matter_id": matter.id, "queue": matter.queue, "priority": "age_60",
            "reason": "card", "state": "waiting", "ahead": None, "where": "seats",
            "taken_at": AT.isoformat(), "visitor_id": f"v-{digits}", "station_id": STATION,
            "behalf_of": None, "print_state": "printed", "counter_id": None, "call_no": 0,
            "order": (1, 0, 0.0, int(digits)), "day_id": "day",
        }  # fmt: skip
        return msgspec.convert({**known, **more}, type=TicketView)

    def floor(
        self, tickets: tuple[TicketView, ...] = (), counters: tuple[CounterView, ...] = (), *,
        day: bool = True,
    ) -> Floor:  # fmt: skip
        """Return the floor of the hall, open while there is a `day`."""
        return Floor(
            day_id="day" if day else None,
            date=self.local.date().isoformat(),
            tickets={one.id: one for one in tickets},
            counters={one.id: one for one in counters},
        )


def _name_length(matter: MatterFact) -> int:
    return len(matter.plain_name)


def _line_length(matter: MatterFact) -> int:
    return max(map(len, matter.plain_lines or (matter.plain_name,)))


def _papers(matter: MatterFact) -> int:
    return len(matter.materials)


def _paper_length(matter: MatterFact) -> int:
    return max((len(paper.plain) for paper in matter.materials), default=0)


def _note_length(matter: MatterFact) -> int:
    shared = "".join(paper.plain for paper in matter.materials if paper.shareable)
    return len(shared)


def load_site(config: Path = CONFIG) -> Site:
    """Open the hall of a configuration."""
    loaded = load_hall(config)
    facts = facts_of(loaded.settings, loaded.matters)
    facts = with_languages(facts, loaded.settings, load_names(config, loaded))
    # Who is asked to sign in sees nothing else; that has pages of its own.
    facts = msgspec.structs.replace(facts, sign_in_required=False)
    table = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))
    card, reason = CardFact(**table["card"]), table["reason"]["name"]
    return Site(facts, table["numbers"], table["people"], card, reason)


def languages_of(facts: HallFacts, room: str) -> tuple[str, ...]:
    """Return the languages that a room can be read in at a hall, the hall's own first.

    A dialect is read in its base and is not looked at again.
    """
    own, *others = (one for one in languages_in(STRINGS) if base_of(STRINGS, one) == one)
    there = [one for one in others if one in facts.languages]
    return (own, *(one for one in there if (STRINGS / one / f"{room}.toml").is_file()))
