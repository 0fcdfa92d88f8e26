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
from launch.settings.hall_schema import HallSettings

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def facts_of(settings: HallSettings, matters: MatterList) -> HallFacts:
    """Return what stations may know."""
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
                serves=one.serves,
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
            _matter(one, matters) for group in matters.groups for one in matters.in_group(group.id)
        ),
        announcers={one.id: one.announcing_station for one in settings.sound_zones},
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


def _matter(matter: Matter, matters: MatterList) -> MatterFact:
    return MatterFact(
        id=matter.id,
        plain_name=matter.plain_name,
        plain_lines=matter.key_lines,
        group=matter.kiosk_group,
        queue=matters.queue_of(matter.id).id,
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
