"""What the hall is told at its start: facts stations may see, and rules they need not."""

from __future__ import annotations

from typing import Literal

import msgspec

Priority = Literal["age_80", "claim", "age_60", "ordinary"]
COLLECTING = "collecting"
"""The id under which a number is taken by whoever only collects; no matter of the list has it."""


class SeriesFact(msgspec.Struct, frozen=True, kw_only=True):
    """A row of numbers: `prefix` is what people see, `reading` what the voice says of it.

    It is for a class of visitors, or where `queue` is given for everybody in that queue.
    """

    id: str
    prefix: str
    reading: str
    priority: Priority | None = None
    queue: str = ""


class CounterFact(msgspec.Struct, frozen=True, kw_only=True):
    """A counter; `serves` holds queue ids."""

    id: str
    window_number: int
    name: str
    serves: tuple[str, ...]
    sound_zone: str
    zone: str = ""
    """The name of the place where its visitors wait; empty where the hall has only one."""


class ClerkFact(msgspec.Struct, frozen=True, kw_only=True):
    """A clerk as the console offers her."""

    id: str
    name: str


class StaffFact(msgspec.Struct, frozen=True, kw_only=True):
    """A member of staff: `number` signs in and stands on records, `badge` is what visitors see."""

    number: str
    name: str
    badge: str
    roles: tuple[str, ...]


class LoanItemFact(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of the hall that is lent for nothing; `kind` chooses its picture."""

    id: str
    kind: str
    name: str


class BoxItemFact(msgspec.Struct, frozen=True, kw_only=True):
    """A thing the hall's medicine box holds, and the word it is counted in."""

    id: str
    name: str
    unit: str


class GroupFact(msgspec.Struct, frozen=True, kw_only=True):
    """A plain group of matters, one tile of the kiosk."""

    id: str
    name: str
    icon: str
    examples: tuple[str, ...]


class MaterialFact(msgspec.Struct, frozen=True, kw_only=True):
    """One paper a matter asks for, in plain words; `name` and `form` are the list's own."""

    plain: str
    copies: int
    deferrable: bool
    shareable: bool
    is_main: bool = False
    promise_allowed: bool = False
    note: str = ""
    name: str = ""
    form: str = ""
    identity_card: bool = False
    """Whether it says who somebody is by a picture: none of it is kept, see hall.care.pictures."""


class MatterSheetFact(msgspec.Struct, frozen=True, kw_only=True):
    """What papers say of a matter besides: the list's own words; `accepted_at` names offices."""

    name: str = ""
    department: str = ""
    condition: str = ""
    accepted_at: tuple[str, ...] = ()
    fee_text: str = ""
    costs: bool = False
    agent_ok: bool = True
    home_visit: bool = False
    mail_ok: bool = False
    result: str = ""


class MatterFact(msgspec.Struct, frozen=True, kw_only=True):
    """A matter as visitors and clerks see it; `minutes` is the usual time at the counter.

    `days_promised` None is not known, 0 on the spot. `true_intent_check`: the elder is asked alone.
    `social_relief`: nothing is demanded that an office can look up.
    """

    id: str
    plain_name: str
    plain_lines: tuple[str, ...]
    group: str
    queue: str
    bereavement: bool
    auto_grant: bool
    minutes: int
    materials: tuple[MaterialFact, ...] = ()
    true_intent_check: bool = False
    social_relief: bool = False
    days_promised: int | None = None
    days_unit: Literal["working_days", "calendar_days"] = "working_days"
    sheet: MatterSheetFact = MatterSheetFact()


class CardFact(msgspec.Struct, frozen=True, kw_only=True):
    """A calm card of the hall board: a title, and a line that says more."""

    title: str
    text: str = ""


class FeelingReasonFact(msgspec.Struct, frozen=True, kw_only=True):
    """A reason that may be touched after a bad score."""

    id: str
    name: str


class FeelingsFact(msgspec.Struct, frozen=True, kw_only=True):
    """How people are asked how it was. `connected`: a system of the province is told of it."""

    ask_s: float = 30.0
    reasons: tuple[FeelingReasonFact, ...] = ()
    connected: bool = False


class HomeVisitFact(msgspec.Struct, frozen=True, kw_only=True):
    """How this hall comes to people's homes.

    `from_age` in full years; `kit` is what those who go take along. `per_half_day` visits fit, and
    days are offered `days_ahead`, in calendar days.
    """

    from_age: int = 80
    per_half_day: int = 2
    days_ahead: int = 30
    kit: tuple[str, ...] = ()


class LanguageFact(msgspec.Struct, frozen=True, kw_only=True):
    """What visitors read and hear of the hall in another language; the rest has no language."""

    zone_name: str
    guide_desk: str
    series: tuple[SeriesFact, ...]
    groups: tuple[GroupFact, ...]
    matters: tuple[MatterFact, ...]
    collecting: MatterFact | None = None


class HallFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What every station may know of its hall. `opens` and `closes` are local times HH:MM."""

    hall_id: str
    name: str
    zone_name: str
    phone: str
    timezone: str
    opens: str
    closes: str
    guide_desk: str
    digit_one: Literal["yao", "yi"]
    series: tuple[SeriesFact, ...]
    counters: tuple[CounterFact, ...]
    clerks: tuple[ClerkFact, ...]
    groups: tuple[GroupFact, ...]
    matters: tuple[MatterFact, ...]
    collecting: MatterFact | None = None
    """What a certificate or a result is collected with: a number and no papers. It is no matter of
    the published list, and so on none of the hall's lists; None where nothing is collected."""
    announcers: dict[str, str] = {}
    """Sound zone -> the station that announces there."""
    calls_said: dict[str, int] = {}
    """Sound zone -> how often a call is said at once; 2 where it is not here."""
    prepare_said: bool = False
    """Whether those who are nearly next are told so by voice."""
    cards: tuple[CardFact, ...] = ()
    card_s: float = 30.0
    """How long a card stands on the hall board."""
    guide_desk_where: str = ""
    """The sentence that brings people to the guides' desk; empty where the hall has none."""
    languages: dict[str, LanguageFact] = {}
    """Further languages of the kiosk, each with every name of the hall in it."""
    handwriting_minutes: int = 30
    """How long what somebody wrote by hand is kept, sealed; then it is deleted."""
    papers_days: int = 730
    """How long a printed paper is kept on record, sealed."""
    mandate_report_days: int = 5
    """Working days after which an elder for whom a helper acts is told how it goes."""
    details_days: int = 60
    """How long a name, a telephone or an address is kept, sealed, for what is still to come."""
    holidays: tuple[str, ...] = ()
    working_days: tuple[str, ...] = ()
    """ISO dates on which offices do not work, and weekends on which they do: a screen counts last
    days as the hall does."""
    forgets_at_close: bool = True
    """Whether everything about persons goes after closing; else it goes when the next day opens."""
    holidays_known_until: str = ""
    """The last day, an ISO date, of which it is known whether offices work: later ones count Monday
    to Friday. Empty where nobody said."""

    staff: tuple[StaffFact, ...] = ()
    sign_in_required: bool = False
    """Whether the staff stations ask who is there."""
    loan_items: tuple[LoanItemFact, ...] = ()
    box_items: tuple[BoxItemFact, ...] = ()
    """What belongs into the medicine box; empty where the hall keeps no list of it."""
    home_visits: HomeVisitFact = HomeVisitFact()
    feelings: FeelingsFact = FeelingsFact()

    def in_language(self, language: str) -> HallFacts:
        """Return these facts with their names in a language; as they are where it is not known."""
        names = self.languages.get(language)
        if names is None:
            return self
        return msgspec.structs.replace(
            self,
            zone_name=names.zone_name,
            guide_desk=names.guide_desk,
            guide_desk_where="",
            counters=tuple(msgspec.structs.replace(one, zone="") for one in self.counters),
            cards=(),
            series=names.series,
            groups=names.groups,
            matters=names.matters,
            collecting=names.collecting,
        )

    def matter(self, matter_id: str) -> MatterFact | None:
        """Find what a number can be taken for by id: a matter of the list, or collecting."""
        if self.collecting is not None and matter_id == self.collecting.id:
            return self.collecting
        return next((matter for matter in self.matters if matter.id == matter_id), None)

    def offered(self, group_id: str) -> tuple[MatterFact, ...]:
        """Return what a number is taken for in a group: collecting first, then the list's matters.

        Who came to collect has had all the questions already and should not look for a key.
        """
        one = self.collecting
        collecting = (one,) if one is not None and one.group == group_id else ()
        return (*collecting, *(matter for matter in self.matters if matter.group == group_id))

    def counter(self, counter_id: str) -> CounterFact | None:
        """Find a counter by id."""
        return next((counter for counter in self.counters if counter.id == counter_id), None)

    def member(self, staff_number: str) -> StaffFact | None:
        """Find a member of staff by number."""
        return next((one for one in self.staff if one.number == staff_number), None)

    def series_of(self, priority: str) -> SeriesFact:
        """Find the series of a priority class; settings guarantee exactly one."""
        return next(series for series in self.series if series.priority == priority)

    def series_for(self, queue: str, priority: str) -> SeriesFact:
        """Find the series a number of a queue is drawn from: the queue's own, else the class's."""
        own = next((series for series in self.series if queue and series.queue == queue), None)
        return own or self.series_of(priority)

    def label_parts(self, series_id: str, number: str) -> tuple[str, str]:
        """Split a label into the character of its seal and its digits."""
        prefix = next((s.prefix for s in self.series if s.id == series_id), "")
        return prefix, number.removeprefix(prefix)


class NotDoneRules(msgspec.Struct, frozen=True, kw_only=True):
    """How many working days an entry may stay in each state; 0 is the same day.

    While somebody answers for it: `now_days`, `short_days` or `long_days`, as its reason asks.
    `reminder_days` before a last day somebody is reminded.
    """

    accepted_days: int = 0
    classified_days: int = 1
    now_days: int = 0
    short_days: int = 5
    long_days: int = 10
    settled_days: int = 1
    answered_days: int = 5
    checked_days: int = 1
    reminder_days: int = 1


class HallRules(msgspec.Struct, frozen=True, kw_only=True):
    """How this hall works; durations in seconds, weekdays 0 = Monday."""

    policy: Literal["fifo", "credit"] = "credit"
    head_start_s: float = 900.0
    guard_after_s: float = 3600.0
    guard_every: int = 3
    help_escalate_s: float = 60.0
    help_take_back_s: float = 10.0
    call_spoken_within_s: float = 20.0
    visit_unowned_s: float = 120.0
    entry_reminder_days: int = 2
    promise_check_days: int = 20
    mandate_term_days: int = 30
    mandate_loss_days: int = 1
    mandate_tries: int = 3
    hold_s: float = 600.0
    feeling_change_s: float = 600.0
    missed_returns_after_calls: int = 2
    ahead_counted_to: int = 100
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[str, ...] = ()
    working_days: tuple[str, ...] = ()
    purge_at_close: bool = True
    sign_in_failures: int = 5
    sign_in_lock_s: float = 600.0
    counter_idle_s: float = 600.0
    guide_idle_s: float = 300.0
    not_done: NotDoneRules = NotDoneRules()
    follow_up_after_days: int = 5
    follow_up_next_days: int = 1
    follow_up_tries: int = 3
    messages: bool = False
