"""From the settings of a hall to what the hall is told: facts for stations, rules for itself."""

from __future__ import annotations

from hall.kernel.facts import (
    ClerkFact,
    CounterFact,
    GroupFact,
    HallFacts,
    HallRules,
    MaterialFact,
    MatterFact,
    SeriesFact,
)
from hall.matters.model import Matter, MatterList
from launch.settings.hall_schema import Counter, HallSettings

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def facts_of(settings: HallSettings, matters: MatterList) -> HallFacts:
    """Return what stations may know."""
    alone = _matters_with_a_line_of_their_own(settings, matters)
    return HallFacts(
        hall_id=settings.hall.id,
        name=settings.hall.name,
        zone_name=settings.hall.zone_name,
        phone=settings.hall.phone,
        timezone=settings.hall.timezone,
        opens=settings.business_day.opens.strftime("%H:%M"),
        closes=settings.business_day.closes.strftime("%H:%M"),
        guide_desk=settings.guide_desk.name,
        digit_one=settings.voice.digit_one,
        series=tuple(
            SeriesFact(id=one.id, prefix=one.prefix, priority=one.priority, reading=one.reading)
            for one in settings.series
        ),
        counters=tuple(
            CounterFact(
                id=one.id,
                window_number=one.window_number,
                name=one.name,
                serves=_lines_of(one, matters, alone),
                sound_zone=one.sound_zone,
            )
            for one in settings.counters
        ),
        clerks=tuple(ClerkFact(id=one.id, name=one.name) for one in settings.clerks),
        groups=tuple(
            GroupFact(id=one.id, name=one.name, icon=one.icon, examples=one.examples)
            for one in matters.groups
        ),
        matters=tuple(
            _matter(one, one.id if one.id in alone else matters.queue_of(one.id).id)
            for group in matters.groups
            for one in matters.in_group(group.id)
        ),
        announcers={one.id: one.announcing_station for one in settings.sound_zones},
        handwriting_minutes=settings.retention.handwriting_minutes,
    )


def rules_of(settings: HallSettings) -> HallRules:
    """Return how this hall works."""
    policy, limits = settings.policy, settings.limits
    return HallRules(
        policy=policy.name,
        head_start_s=policy.head_start_minutes * 60.0,
        guard_after_s=policy.guard_after_minutes * 60.0,
        guard_every=policy.guard_every,
        help_escalate_s=limits.help_escalate_s,
        call_spoken_within_s=limits.call_spoken_within_s,
        hold_s=limits.hold_minutes * 60.0,
        missed_returns_after_calls=limits.missed_returns_after_calls,
        ahead_counted_to=limits.ahead_counted_to,
        weekdays=tuple(WEEKDAYS.index(day) for day in settings.business_day.weekdays),
        holidays=tuple(one.date.isoformat() for one in settings.holidays),
        working_days=tuple(one.date.isoformat() for one in settings.working_days),
        purge_at_close=settings.retention.purge_visitors_at_close,
    )


def _matters_with_a_line_of_their_own(
    settings: HallSettings, matters: MatterList
) -> tuple[str, ...]:
    """Return the matters that some counter names one by one, in the order of the list."""
    named = {word for counter in settings.counters for word in counter.serves}
    return tuple(matter.id for matter in matters.matters if matter.id in named)


def _lines_of(counter: Counter, matters: MatterList, alone: tuple[str, ...]) -> tuple[str, ...]:
    """Return the queues a counter calls from.

    A matter that is named alone waits in a line of its own, which every counter of its queue
    calls from as well.
    """
    queues = {queue.id for queue in matters.queues}
    taken = matters.served_by(counter.serves)
    return (
        *(word for word in counter.serves if word in queues),
        *(matter_id for matter_id in alone if matter_id in taken),
    )


def _matter(matter: Matter, queue: str) -> MatterFact:
    return MatterFact(
        id=matter.id,
        plain_name=matter.plain_name,
        plain_lines=matter.key_lines,
        group=matter.kiosk_group,
        queue=queue,
        bereavement=matter.bereavement,
        auto_grant=matter.auto_grant,
        minutes=matter.minutes,
        materials=tuple(
            MaterialFact(
                plain=paper.plain,
                copies=paper.copies,
                deferrable=paper.deferrable,
                shareable=paper.shareable,
                note=paper.note,
            )
            for paper in matter.materials
        ),
    )
