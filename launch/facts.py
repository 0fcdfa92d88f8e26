"""From the settings of a hall to what the hall is told: facts for stations, rules for itself."""

from __future__ import annotations

import msgspec

from hall.kernel.facts import (
    COLLECTING,
    BoxItemFact,
    CardFact,
    ClerkFact,
    CounterFact,
    FeelingReasonFact,
    FeelingsFact,
    GroupFact,
    HallFacts,
    HallRules,
    HomeVisitFact,
    LoanItemFact,
    MaterialFact,
    MatterFact,
    MatterSheetFact,
    NotDoneRules,
    SeriesFact,
    StaffFact,
)
from hall.matters.model import Matter, MatterList
from launch.identity_papers import shows_identity
from launch.settings.hall_schema import Collecting, Counter, HallSettings
from launch.workdays import calendar_of

MOST_COUNTERS_PREPARED = 25
"""With more counters one voice has enough to do with the calls."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def facts_of(settings: HallSettings, matters: MatterList) -> HallFacts:
    """Return what stations may know."""
    alone, calendar = _matters_with_a_line_of_their_own(settings, matters), calendar_of(settings)
    places = {zone.id: zone.name for zone in settings.zones} if len(settings.zones) > 1 else {}
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
            SeriesFact(
                id=one.id,
                prefix=one.prefix,
                priority=one.priority,
                queue=one.queue,
                reading=one.reading,
            )
            for one in settings.series
        ),
        counters=tuple(
            CounterFact(
                id=one.id,
                window_number=one.window_number,
                name=one.name,
                serves=_lines_of(one, matters, alone),
                sound_zone=one.sound_zone,
                zone=places.get(one.zone, ""),
            )
            for one in settings.counters
        ),
        clerks=tuple(ClerkFact(id=one.id, name=one.name) for one in settings.clerks),
        staff=tuple(
            StaffFact(
                number=one.number, name=one.name, badge=one.badge or one.number, roles=one.roles
            )
            for one in settings.staff
        ),
        sign_in_required=settings.sign_in.mode == "required",
        loan_items=tuple(
            LoanItemFact(id=one.id, kind=one.kind, name=one.name) for one in settings.loan_items
        ),
        box_items=tuple(
            BoxItemFact(id=one.id, name=one.name, unit=one.unit) for one in settings.box_items
        ),
        groups=tuple(
            GroupFact(id=one.id, name=one.name, icon=one.icon, examples=one.examples)
            for one in matters.groups
        ),
        matters=tuple(
            _matter(one, one.id if one.id in alone else matters.queue_of(one.id).id, matters)
            for group in matters.groups
            for one in matters.in_group(group.id)
        ),
        collecting=_collecting(settings.collecting),
        announcers={one.id: one.announcing_station for one in settings.sound_zones},
        calls_said={one.id: one.calls_said for one in settings.sound_zones},
        prepare_said=_says_prepare(settings),
        cards=tuple(CardFact(title=one.title, text=one.text) for one in settings.cards),
        card_s=float(settings.board.card_s),
        guide_desk_where=settings.guide_desk.where,
        handwriting_minutes=settings.retention.handwriting_minutes,
        papers_days=settings.retention.papers_days,
        mandate_report_days=settings.agency.report_days,
        details_days=settings.retention.details_days,
        holidays=calendar.holidays,
        working_days=calendar.working_days,
        feelings=_feelings(settings),
        forgets_at_close=settings.retention.purge_visitors_at_close,
        holidays_known_until=calendar.known_until.isoformat(),
        home_visits=HomeVisitFact(
            from_age=settings.home_visits.from_age,
            per_half_day=settings.home_visits.visits_per_half_day,
            days_ahead=settings.home_visits.days_ahead,
            kit=settings.home_visits.kit,
        ),
    )


def rules_of(settings: HallSettings) -> HallRules:
    """Return how this hall works."""
    policy, limits, sign_in = settings.policy, settings.limits, settings.sign_in
    calendar = calendar_of(settings)
    return HallRules(
        policy=policy.name,
        head_start_s=policy.head_start_minutes * 60.0,
        guard_after_s=policy.guard_after_minutes * 60.0,
        guard_every=policy.guard_every,
        help_escalate_s=limits.help_escalate_s,
        help_take_back_s=limits.help_take_back_s,
        call_spoken_within_s=limits.call_spoken_within_s,
        visit_unowned_s=limits.visit_unowned_s,
        entry_reminder_days=limits.entry_reminder_days,
        promise_check_days=limits.promise_check_days,
        mandate_term_days=settings.agency.term_days,
        mandate_loss_days=settings.agency.loss_days,
        mandate_tries=settings.agency.unreached_calls,
        hold_s=limits.hold_minutes * 60.0,
        feeling_change_s=settings.feelings.change_minutes * 60.0,
        missed_returns_after_calls=limits.missed_returns_after_calls,
        ahead_counted_to=limits.ahead_counted_to,
        weekdays=tuple(WEEKDAYS.index(day) for day in settings.business_day.weekdays),
        holidays=calendar.holidays,
        working_days=calendar.working_days,
        purge_at_close=settings.retention.purge_visitors_at_close,
        sign_in_failures=sign_in.failures,
        sign_in_lock_s=sign_in.lock_minutes * 60.0,
        counter_idle_s=sign_in.counter_idle_minutes * 60.0,
        guide_idle_s=sign_in.guide_idle_minutes * 60.0,
        follow_up_after_days=settings.follow_up.after_days,
        follow_up_next_days=settings.follow_up.next_try_days,
        follow_up_tries=settings.follow_up.tries,
        messages=settings.messages.driver != "off",
        not_done=msgspec.convert(msgspec.structs.asdict(settings.not_done), NotDoneRules),
    )


def _feelings(settings: HallSettings) -> FeelingsFact:
    return FeelingsFact(
        ask_s=float(settings.feelings.ask_s),
        reasons=tuple(
            FeelingReasonFact(id=one.id, name=one.name) for one in settings.feeling_reasons
        ),
        connected=settings.feelings.system != "none",
    )


def _says_prepare(settings: HallSettings) -> bool:
    if settings.voice.say_prepare == "auto":
        return len(settings.counters) <= MOST_COUNTERS_PREPARED
    return settings.voice.say_prepare == "on"


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


def _collecting(one: Collecting) -> MatterFact | None:
    if not one.queue:
        return None
    return MatterFact(
        id=COLLECTING,
        plain_name=one.name,
        plain_lines=(one.name,),
        group=one.group,
        queue=one.queue,
        bereavement=False,
        auto_grant=False,
        minutes=one.minutes,
    )


def _matter(matter: Matter, queue: str, matters: MatterList) -> MatterFact:
    return MatterFact(
        id=matter.id,
        plain_name=matter.plain_name,
        plain_lines=matter.key_lines,
        group=matter.kiosk_group,
        queue=queue,
        bereavement=matter.bereavement,
        auto_grant=matter.auto_grant,
        minutes=matter.minutes,
        true_intent_check=matter.true_intent_check,
        social_relief=matter.social_relief,
        days_promised=matter.days_promised,
        days_unit=matter.days_unit,
        materials=tuple(
            MaterialFact(
                plain=paper.plain,
                copies=paper.copies,
                deferrable=paper.deferrable,
                shareable=paper.shareable,
                is_main=paper.is_main,
                promise_allowed=paper.promise_allowed,
                note=paper.note,
                name=paper.name,
                form=paper.form,
                identity_card=shows_identity(paper),
            )
            for paper in matter.materials
        ),
        sheet=_sheet(matter, matters),
    )


def _sheet(matter: Matter, matters: MatterList) -> MatterSheetFact:
    places = {place.id: place.name for place in matters.places}
    return MatterSheetFact(
        name=matter.name,
        department=matter.department,
        condition=matter.eligibility.text,
        accepted_at=tuple(places[place] for place in matter.accept_at),
        fee_text=matter.fee_text,
        costs=matter.fee_yuan > 0,
        agent_ok=matter.agent_ok,
        home_visit=matter.home_visit,
        mail_ok=matter.mail_ok,
        result=matter.result,
    )
