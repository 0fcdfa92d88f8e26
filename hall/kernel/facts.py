"""What the hall is told at its start: facts stations may see, and rules they need not."""

from __future__ import annotations

from typing import Literal

import msgspec

Priority = Literal["age_80", "claim", "age_60", "ordinary"]


class SeriesFact(msgspec.Struct, frozen=True, kw_only=True):
    """A row of numbers: `prefix` is what people see, `reading` what the voice says of it."""

    id: str
    prefix: str
    priority: Priority
    reading: str


class CounterFact(msgspec.Struct, frozen=True, kw_only=True):
    """A counter; `serves` holds queue ids."""

    id: str
    window_number: int
    name: str
    serves: tuple[str, ...]
    sound_zone: str


class ClerkFact(msgspec.Struct, frozen=True, kw_only=True):
    """A clerk as the console offers her."""

    id: str
    name: str


class GroupFact(msgspec.Struct, frozen=True, kw_only=True):
    """A plain group of matters, one tile of the kiosk."""

    id: str
    name: str
    icon: str
    examples: tuple[str, ...]


class MaterialFact(msgspec.Struct, frozen=True, kw_only=True):
    """One paper a matter asks for, in plain words."""

    plain: str
    copies: int
    deferrable: bool
    shareable: bool
    note: str = ""


class MatterFact(msgspec.Struct, frozen=True, kw_only=True):
    """A matter as visitors and clerks see it; `minutes` is the usual time at the counter."""

    id: str
    plain_name: str
    plain_lines: tuple[str, ...]
    group: str
    queue: str
    bereavement: bool
    auto_grant: bool
    minutes: int
    materials: tuple[MaterialFact, ...] = ()


class LanguageFact(msgspec.Struct, frozen=True, kw_only=True):
    """What visitors read and hear of the hall in another language; the rest has no language."""

    zone_name: str
    guide_desk: str
    series: tuple[SeriesFact, ...]
    groups: tuple[GroupFact, ...]
    matters: tuple[MatterFact, ...]


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
    announcers: dict[str, str] = {}
    """Sound zone -> the station that announces there."""
    languages: dict[str, LanguageFact] = {}
    """Further languages of the kiosk, each with every name of the hall in it."""
    handwriting_minutes: int = 30
    """How long what somebody wrote by hand is kept, sealed; then it is deleted."""

    def in_language(self, language: str) -> HallFacts:
        """Return these facts with their names in a language; as they are where it is not known."""
        names = self.languages.get(language)
        if names is None:
            return self
        return msgspec.structs.replace(
            self,
            zone_name=names.zone_name,
            guide_desk=names.guide_desk,
            series=names.series,
            groups=names.groups,
            matters=names.matters,
        )

    def matter(self, matter_id: str) -> MatterFact | None:
        """Find a matter by id."""
        return next((matter for matter in self.matters if matter.id == matter_id), None)

    def counter(self, counter_id: str) -> CounterFact | None:
        """Find a counter by id."""
        return next((counter for counter in self.counters if counter.id == counter_id), None)

    def series_of(self, priority: str) -> SeriesFact:
        """Find the series of a priority class; settings guarantee exactly one."""
        return next(series for series in self.series if series.priority == priority)

    def label_parts(self, series_id: str, number: str) -> tuple[str, str]:
        """Split a label into the character of its seal and its digits."""
        prefix = next((s.prefix for s in self.series if s.id == series_id), "")
        return prefix, number.removeprefix(prefix)


class HallRules(msgspec.Struct, frozen=True, kw_only=True):
    """How this hall works; durations in seconds, weekdays 0 = Monday."""

    policy: Literal["fifo", "credit"] = "credit"
    head_start_s: float = 900.0
    guard_after_s: float = 3600.0
    guard_every: int = 3
    help_escalate_s: float = 60.0
    call_spoken_within_s: float = 20.0
    hold_s: float = 600.0
    missed_returns_after_calls: int = 2
    ahead_counted_to: int = 100
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[str, ...] = ()
    working_days: tuple[str, ...] = ()
    purge_at_close: bool = True
