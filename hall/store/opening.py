"""A hall put together over a database: rooms, policy, vocabulary, keys."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from sqlalchemy import Engine, select

from hall.boards.vocabulary import vocabulary
from hall.calls.handlers import calls_room
from hall.calls.rows import at_work
from hall.care.agency.handlers import agency_room
from hall.care.agency.intake import seek as seek_mandates
from hall.care.agency.messages import FindMandates
from hall.care.feelings.handlers import feelings_room
from hall.care.feelings.intake import seek_service
from hall.care.feelings.messages import FindService
from hall.care.follow_up.handlers import follow_up_room
from hall.care.home_visits.handlers import home_visits_room
from hall.care.mail.handlers import mail_room
from hall.care.not_done.handlers import not_done_room
from hall.care.pictures.handlers import pictures_room
from hall.help.handlers import help_room
from hall.kernel.blob_room import blobs_room, seal_blob
from hall.kernel.blobs import BlobDeleted, DayKeyForgotten, SealBlob
from hall.kernel.clock import Clock
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.hall import Hall, HallParts
from hall.kernel.outbox import outbox_room
from hall.kernel.privacy import Keyring
from hall.kernel.rows import PlaceRow, table_of
from hall.records.handlers import records_room
from hall.staff.handlers import staff_room
from hall.staff.messages import SignIn
from hall.staff.pins import PinCheck
from hall.store.engine import scrub
from hall.tickets import intake
from hall.tickets.handlers import tickets_room
from hall.tickets.messages import (
    ChangeVisitor,
    ClockStepped,
    FindTicket,
    PlanDays,
    TakeTicket,
    VisitorsPurged,
)
from hall.tickets.policy import Credit, Fifo, Policy
from hall.visits.advancing import may_finish
from hall.visits.handlers import visits_room
from hall.visits.intake import greet
from hall.visits.messages import BeginVisit


def random_id() -> str:
    """Return a fresh random id."""
    return str(uuid.uuid4())


def open_hall(
    engine: Engine,
    clock: Clock,
    facts: HallFacts,
    rules: HallRules,
    keyring: Keyring,
    new_id: Callable[[], str] = random_id,
) -> Hall:
    """Open the hall over migrated tables; what came due meanwhile passes, its day is planned."""
    scrub(engine)  # a hall that was killed may have left what it had purged in the log
    policy = policy_of(rules)
    hall = Hall(
        HallParts(
            engine=engine,
            clock=clock,
            facts=facts,
            rules=rules,
            keyring=keyring,
            vocabulary=vocabulary(),
            rooms=(
                tickets_room(policy, at_work),
                calls_room(policy, may_finish),
                help_room(),
                visits_room(),
                blobs_room(keyring.days),
                records_room(),
                agency_room(),
                pictures_room(),
                outbox_room(),
                home_visits_room(),
                mail_room(),
                follow_up_room(),
                feelings_room(),
                not_done_room(),
                staff_room(),
            ),
            intakes={
                TakeTicket: intake.admit,
                ChangeVisitor: intake.correct,
                FindTicket: intake.seek,
                BeginVisit: greet,
                FindMandates: seek_mandates,
                FindService: seek_service,
                SealBlob: seal_blob,
            },
            preparations={SignIn: PinCheck(engine, facts.hall_id)},
            on_step=lambda step_s: ClockStepped(step_s=step_s),
            new_id=new_id,
            afterwards=dict.fromkeys(
                (VisitorsPurged, BlobDeleted, DayKeyForgotten), lambda: scrub(engine)
            ),
        )
    )
    hall.run_due()
    hall.handle(PlanDays(command_id=new_id()), "hall")
    return hall


def policy_of(rules: HallRules) -> Policy:
    """Return the policy the rules name."""
    if rules.policy == "fifo":
        return Fifo()
    return Credit(rules.head_start_s, rules.guard_after_s, rules.guard_every)


def last_steady_s(engine: Engine, hall_id: str) -> float:
    """Return the steady time a hall had reached, 0.0 for a new one."""
    place = table_of(PlaceRow)
    with engine.connect() as connection:
        found: float | None = connection.scalar(
            select(place.c.steady_s).where(place.c.hall_id == hall_id)
        )
    return found or 0.0
