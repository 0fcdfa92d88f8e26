"""What hall.toml may say: types, ranges, defaults. docs/settings.md lists the same keys."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta, Struct

from launch.settings.agency_schema import Agency
from launch.settings.care_schema import FollowUp, HomeVisits, Messages
from launch.settings.feelings_schema import FeelingReason, Feelings
from launch.settings.not_done_schema import NotDone

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Identifier = Annotated[
    str,
    Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", description="letters, digits, - and _"),
]
Minutes = Annotated[int, Meta(ge=0, le=600)]
Seconds = Annotated[int, Meta(ge=1, le=3600)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Priority = Literal["age_80", "claim", "age_60", "ordinary"]
StaffRole = Literal["guide", "adviser", "clerk", "helper", "manager", "admin", "auditor"]
LoanKind = Literal["wheelchair", "glasses", "magnifier", "umbrella", "other"]

PRIORITIES: tuple[Priority, ...] = ("age_80", "claim", "age_60", "ordinary")


class HallIdentity(Struct, frozen=True):
    """Which hall this is. `timezone` is an IANA name; times of day are in it.

    `matters_file` is the list of matters, relative to the folder of hall.toml.
    """

    id: Identifier
    name: Name
    zone_name: Name
    phone: Annotated[str, Meta(pattern=r"^[0-9][0-9 -]{2,19}$", description="digits")]
    timezone: Name = "Asia/Shanghai"
    matters_file: Annotated[str, Meta(min_length=1, max_length=200)] = "matters.toml"


class Zone(Struct, frozen=True):
    """A place in the hall where people sit and wait; the slip names it where there are several."""

    id: Identifier
    name: Name


class GuideDesk(Struct, frozen=True):
    """The desk of the guides. `where` is the sentence of the slip while no counter is open."""

    id: Identifier
    name: Name
    where: Annotated[str, Meta(min_length=1, max_length=18)]


class Counter(Struct, frozen=True):
    """One window. `serves` names queues or single matters of matters.toml."""

    id: Identifier
    window_number: Annotated[int, Meta(ge=1, le=999)]
    name: Name
    serves: Annotated[tuple[str, ...], Meta(min_length=1)]
    zone: Identifier
    sound_zone: Identifier


class Clerk(Struct, frozen=True):
    """A member of staff whom a console offers until staff sign in."""

    id: Identifier
    name: Name


class Member(Struct, frozen=True):
    """A member of staff who signs in by number; the PIN is set with `./run staff`.

    `badge` is what visitors read on the breast, the number itself where it is left out.
    """

    number: Annotated[str, Meta(pattern=r"^[0-9]{2,8}$", description="2 to 8 digits")]
    name: Name
    roles: Annotated[tuple[StaffRole, ...], Meta(min_length=1)]
    badge: Annotated[str, Meta(max_length=20)] = ""


class SignIn(Struct, frozen=True):
    """Whether the staff stations ask who is there. Calling for help never does."""

    mode: Literal["required", "off"] = "off"
    failures: Annotated[int, Meta(ge=3, le=20)] = 5
    lock_minutes: Annotated[int, Meta(ge=1, le=60)] = 10
    counter_idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 10
    guide_idle_minutes: Annotated[int, Meta(ge=1, le=60)] = 5


class LoanItem(Struct, frozen=True):
    """A thing of the hall that is lent for nothing."""

    id: Identifier
    kind: LoanKind
    name: Name


class BoxItem(Struct, frozen=True):
    """A thing that belongs into the medicine box; `unit` is the word it is counted in."""

    id: Identifier
    name: Annotated[str, Meta(min_length=1, max_length=12)]
    unit: Annotated[str, Meta(min_length=1, max_length=2)]


class Series(Struct, frozen=True):
    """One row of numbers. `prefix` is the seal's character, `reading` how the voice says it.

    It is for a class of visitors (`priority`), or for one queue whoever waits there (`queue`): a
    short row of its own for people who only collect something.
    """

    id: Identifier
    prefix: Annotated[str, Meta(min_length=1, max_length=1)]
    reading: Name
    priority: Priority | None = None
    queue: Annotated[str, Meta(max_length=40)] = ""


class Policy(Struct, frozen=True):
    """Who is next. The numbers concern `credit` only.

    People of 60 to 79 are taken as if they had come `head_start_minutes` earlier; while an
    ordinary ticket is older than `guard_after_minutes`, every `guard_every`th call takes it.
    """

    name: Literal["fifo", "credit"] = "credit"
    head_start_minutes: Minutes = 15
    guard_after_minutes: Minutes = 60
    guard_every: Annotated[int, Meta(ge=2, le=20)] = 3


class BusinessDay(Struct, frozen=True):
    """When the hall works, in local time."""

    opens: time
    closes: time
    weekdays: Annotated[tuple[Weekday, ...], Meta(min_length=1)]


class SoundZone(Struct, frozen=True):
    """A part of the hall where one sentence is heard; exactly one station speaks in it.

    `calls_said` is how often it says a call at once.
    """

    id: Identifier
    announcing_station: Identifier
    calls_said: Annotated[int, Meta(ge=1, le=2)] = 2


class Card(Struct, frozen=True):
    """A calm card of the hall board: what people should know, shown between calls."""

    title: Annotated[str, Meta(min_length=2, max_length=12)]
    text: Annotated[str, Meta(min_length=0, max_length=20)] = ""


class Board(Struct, frozen=True):
    """The hall board. `card_s` is how long a card stands before the next one does."""

    card_s: Annotated[int, Meta(ge=20, le=600)] = 30


class NamedDay(Struct, frozen=True):
    """A calendar day that differs from its weekday, with the reason."""

    date: date
    name: Name


class Limits(Struct, frozen=True):
    """How long the hall waits before it acts by itself."""

    help_escalate_s: Seconds = 60
    help_take_back_s: Annotated[int, Meta(ge=2, le=60)] = 10
    call_spoken_within_s: Seconds = 20
    visit_unowned_s: Seconds = 120
    entry_reminder_days: Annotated[int, Meta(ge=1, le=10)] = 2
    promise_check_days: Annotated[int, Meta(ge=1, le=120)] = 20
    hold_minutes: Annotated[int, Meta(ge=1, le=480)] = 20
    missed_returns_after_calls: Annotated[int, Meta(ge=1, le=20)] = 2
    ahead_counted_to: Annotated[int, Meta(ge=1, le=1000)] = 100


class Retention(Struct, frozen=True):
    """How long the hall keeps what concerns a person."""

    purge_visitors_at_close: bool = True
    handwriting_minutes: Annotated[int, Meta(ge=5, le=480)] = 30
    papers_days: Annotated[int, Meta(ge=30, le=3650)] = 730
    details_days: Annotated[int, Meta(ge=1, le=365)] = 60


class Voice(Struct, frozen=True):
    """How numbers are spoken, and how much.

    `say_prepare` says whether those who are nearly next are told so; `auto` does where the hall
    has no more counters than one voice can follow. `calls_per_hour_per_counter` is what
    check-config reckons the use of a loudspeaker with.
    """

    digit_one: Literal["yao", "yi"] = "yao"
    say_prepare: Literal["auto", "on", "off"] = "auto"
    calls_per_hour_per_counter: Annotated[int, Meta(ge=1, le=120)] = 8


class Collecting(Struct, frozen=True):
    """Whoever comes for a certificate or a result: no matter of the list, a short row of its own.

    `queue` is one of matters.toml that some counter serves; empty where nothing is collected.
    `group` is the page of the kiosk where it stands first; the home page has a key for it too.
    """

    queue: Annotated[str, Meta(max_length=40)] = ""
    group: Annotated[str, Meta(max_length=40)] = ""
    name: Annotated[str, Meta(max_length=13)] = ""
    minutes: Annotated[int, Meta(ge=1, le=480)] = 3


class Language(Struct, frozen=True):
    """A second language of the kiosk: the hall's own names in it.

    `id` is a folder of assets/strings; the names of the matters stand beside the list, in
    matters.<id>.toml. `series` says how the voice says each row of numbers; `collecting` is what
    the slip calls it, and is needed where the hall has that.
    """

    id: Identifier
    zone_name: Name
    guide_desk: Name
    series: dict[str, Name]
    collecting: Annotated[str, Meta(max_length=21)] = ""


class HallSettings(Struct, frozen=True):
    """The whole of hall.toml."""

    hall: HallIdentity
    guide_desk: GuideDesk
    business_day: BusinessDay
    zones: Annotated[tuple[Zone, ...], Meta(min_length=1)]
    sound_zones: Annotated[tuple[SoundZone, ...], Meta(min_length=1)]
    counters: Annotated[tuple[Counter, ...], Meta(min_length=1)]
    clerks: Annotated[tuple[Clerk, ...], Meta(min_length=1)]
    series: Annotated[tuple[Series, ...], Meta(min_length=1)]
    holidays: tuple[NamedDay, ...] = ()
    working_days: tuple[NamedDay, ...] = ()
    languages: tuple[Language, ...] = ()
    staff: tuple[Member, ...] = ()
    loan_items: tuple[LoanItem, ...] = ()
    box_items: tuple[BoxItem, ...] = ()
    feeling_reasons: tuple[FeelingReason, ...] = ()
    feelings: Feelings = Feelings()
    sign_in: SignIn = SignIn()
    collecting: Collecting = Collecting()
    cards: tuple[Card, ...] = ()
    board: Board = Board()
    policy: Policy = Policy()
    limits: Limits = Limits()
    retention: Retention = Retention()
    voice: Voice = Voice()
    agency: Agency = Agency()
    home_visits: HomeVisits = HomeVisits()
    follow_up: FollowUp = FollowUp()
    messages: Messages = Messages()
    not_done: NotDone = NotDone()

    def counter(self, counter_id: str) -> Counter:
        """Return the counter of this id; KeyError when there is none."""
        for counter in self.counters:
            if counter.id == counter_id:
                return counter
        raise KeyError(counter_id)
