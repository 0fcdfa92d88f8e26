"""Random but repeatable mornings of a whole hall, for whoever looks at what they leave."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hall.calls.messages import (
    CallNext,
    CallSpoken,
    CallTicket,
    CloseCounter,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    ServiceFinished,
    StartService,
    TicketCalled,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.help.messages import (
    AcknowledgeHelp,
    AssignHelper,
    FinishHelp,
    HelpRequested,
    ItemLent,
    LendItem,
    NoteHelp,
    ReportDevice,
    RequestHelp,
    ReturnItem,
    TakeBackHelp,
)
from hall.kernel.facts import HallFacts, HallRules
from hall.records.messages import KeepDetail, KeepPaper, WithdrawConsent
from hall.staff import rows as staff_rows
from hall.staff.messages import CheckedSignIn, KeepSignedIn, SignedIn, SignOut
from hall.tickets.messages import (
    CancelTicket,
    ChangeVisitor,
    CloseDay,
    OpenDay,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
)
from tests.boards.acting import Helper
from tests.boards.boxing import BoxKeeper
from tests.boards.caring import Carer
from tests.boards.guiding import Guide
from tests.boards.lying import Leaver
from tests.boards.saying import somebody_says_how_it_was
from tests.boards.undone import Keeper
from tests.helpers.facts import RULES
from tests.helpers.halls import Story, open_local_hall, person, repeatable_ids
from tests.helpers.whole_morning import whole_morning
from tests.visits.papers import WITH_PAPERS

CARES_EVERY = 16
"""Of so many steps one is for people who are not in the hall."""


@contextmanager
def open_morning(
    folder: Path,
    seed: int,
    facts: HallFacts = WITH_PAPERS,
    rules: HallRules = RULES,
    gateway: type[LocalGateway] = LocalGateway,
) -> Iterator[Morning]:
    """Open a hall for the morning of a seed: told again, every id in it is the same."""
    with open_local_hall(folder, facts, rules, new_id=repeatable_ids(seed)) as (hall, clock):
        story = Story(gateway(hall, "anybody"), hall.parts.new_id)
        yield Morning(story, hall, clock, seed)


class Morning:
    """Random but repeatable: people come, clerks do whatever clerks do."""

    def __init__(self, story, hall, clock, seed):
        self.story, self.hall, self.clock = story, hall, clock
        self.chance = random.Random(seed)  # noqa: S311 - a story, not a secret
        self.helps, self.tickets, self.loans = [], ["none"], ["none"]
        self.box = BoxKeeper(story, self.chance)
        self.guide = Guide(story, self.chance)
        self.keeper = Keeper(story, self.chance)
        self.helper = Helper(story)
        self.carer = Carer(story, hall, self.chance)
        self.leaver = Leaver(story, hall, clock)
        self.says = story.says
        with hall.parts.engine.execution_options(writing=True).begin() as connection:
            staff_rows.set_pin(connection, hall.parts.facts.hall_id, "1003", "a hash")

    def with_everything(self, steps=150):
        """Whatever can happen happens, chance or not: a script before it, and a script after it."""
        whole_morning(self)
        self.leaver.for_a_while()
        self.goes_on(steps)
        self.leaver.for_days()

    def days_pass(self):
        self.clock.step(3600)
        for _ in range(15):
            self.leaver.time_passes(8 * 3600)

    def goes_on(self, steps=150):
        usual = (self.somebody_comes, self.a_clerk_works, self.a_clerk_calls, self.around_it)
        rare = (
            self.a_short_closing, self.nobody_comes_twice, self.one_clerk_helps_another,
            self.somebody_guesses_a_pin, self.something_is_kept,
        )  # fmt: skip
        deeds = (*usual, *usual, *usual, *usual, *usual, *rare, *[self.the_staff_help] * 3)
        deeds = (*deeds, *[self.guide.at_work] * 8, self.helper.acts)
        deeds = (*deeds, *[self.keeper.at_work] * 2, self.box.at_work)
        for step in range(steps):
            self.chance.choice(deeds)()
            if step % CARES_EVERY == 0:
                self.carer.at_work()
            self.clock.advance(self.chance.randrange(60))
            self.hall.run_due()

    def somebody_comes(self):
        taken = self.story.takes(
            self.chance.choice(["m-pension", "m-special", "m-death", "m-subsidy"]),
            band=self.chance.choice(["under_60", "60_79", "80_plus"]),
            surname=self.chance.choice(["王", "李", "欧阳"]),
            needs=self.chance.choice([(), ("hearing",)]),
            number=self.chance.choice([None, "410199194005010016", "410199195005010024"]),
            behalf_of=self.chance.choice([None, None, "family"]),
        )
        self.tickets.append(taken.ticket.id)
        self.guide.sends_elsewhere(self.tickets)

    def nobody_comes_twice(self):
        held = hall_counter(self.story, "c1")
        if held is not None:
            at_c1 = {"counter_id": "c1", "ticket_id": held}
            self.story.says(MissTicket, **at_c1)
            self.story.says(ReturnTicket, ticket_id=held, station_id="guide-1")
            self.story.says(CallTicket, reason="找到人了", **at_c1)
            self.story.says(MissTicket, **at_c1)

    def one_clerk_helps_another(self):
        held = hall_counter(self.story, "c1")
        if held is not None and hall_counter(self.story, "c2") is None:
            self.story.says(OpenCounter, counter_id="c2", clerk_id="k2")
            wish = {"ticket_id": held, "to_counter_id": "c2", "reason": "换班"}
            self.story.says(HandOverTicket, counter_id="c1", **wish)

    def a_short_closing(self):
        for command in (CloseDay, OpenDay):
            self.story.says(command, station_id="manager")

    def a_clerk_calls(self):
        counter = self.chance.choice(["c1", "c2", "c3"])
        if self.chance.random() < 0.3:
            self.story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        said = self.story.says(CallNext, counter_id=counter)
        if isinstance(said, TicketCalled) and self.chance.random() < 0.5:
            spoken = {"ticket_id": said.ticket.id, "call_no": said.ticket.call_no}
            self.story.says(CallSpoken, station_id="board-1", **spoken)

    def a_clerk_works(self):
        counter = self.chance.choice(["c1", "c2", "c3"])
        ticket_id = hall_counter(self.story, counter) or self.chance.choice(self.tickets)
        wishes: Any = (
            (StartService, {}),
            (FinishService, {}),
            (RecallTicket, {}),
            (MissTicket, {}),
            (HoldTicket, {}),
            (TransferTicket, {"to_counter_id": self.chance.choice(["c1", "c3"])}),
            (HandOverTicket, {"to_counter_id": "c2", "reason": "换班"}),
        )
        command, more = self.chance.choice(wishes)
        said = self.story.says(command, counter_id=counter, ticket_id=ticket_id, **more)
        if isinstance(said, ServiceFinished):
            somebody_says_how_it_was(self.story, said.ticket.number)

    def the_staff_help(self):
        help_id = self.helps[-1] if self.helps else "none"
        asked = self.chance.choice(["unwell", "accompany", "collect"])
        who = {"station_id": "guide-1", "staff_number": self.chance.choice(["1001", "1002"])}
        wishes = (
            (RequestHelp, {"station_id": "kiosk-1", "help_kind": asked}),
            (AssignHelper, {"help_id": help_id, "staff_number": "1002"}),
            (FinishHelp, {"help_id": help_id}),
            (LendItem, {"station_id": "guide-1", "item_id": "glasses-1"}),
            (ReturnItem, {"station_id": "guide-1", "loan_id": self.loans[-1]}),
            (CheckedSignIn, {**who, "right": self.chance.random() < 0.8}),
            (SignOut, {"station_id": "guide-1"}),
        )
        command, fields = self.chance.choice(wishes)
        said = self.story.says(command, **fields)
        if isinstance(said, HelpRequested):
            self.helps.append(said.help.id)
            step = "called_120" if asked == "unwell" else "copied"
            self.story.says(NoteHelp, help_id=said.help.id, note=step)
            if self.chance.random() < 0.3:
                self.story.says(TakeBackHelp, help_id=said.help.id, station_id="kiosk-1")
        if isinstance(said, SignedIn):
            self.story.says(KeepSignedIn, station_id="guide-1")
        if isinstance(said, ItemLent):
            self.loans.append(said.loan.id)

    def something_is_kept(self):
        case = {"case_id": self.chance.choice(["case-1", "case-2"])}
        phone = self.story.gateway.seal(b"130 0000 0000", "detail")
        why = {"detail": "phone", "basis": "consent", "purpose": "remind"}
        self.story.says(KeepDetail, blob_id=phone, **case, **why)
        paper = self.story.gateway.seal(b"%PDF-1.7", "paper")
        self.story.says(KeepPaper, blob_id=paper, paper="receipt", **case)
        cases = self.story.look("guide").visits.cases
        seen = [*cases, *self.story.look("guide").over]
        if seen:
            paper = self.story.gateway.seal(b"%PDF-1.7", "paper")
            of = self.chance.choice(seen)
            name = "promise" if of in cases else "emergency_record"
            self.story.says(KeepPaper, blob_id=paper, paper=name, case_id=of)
        if self.chance.random() < 0.5:
            self.story.says(WithdrawConsent, **case)

    def somebody_guesses_a_pin(self):
        for _ in range(5):
            self.story.says(CheckedSignIn, station_id="guide-1", staff_number="1003", right=False)

    def around_it(self):
        ticket_id, counter = self.chance.choice(self.tickets), self.chance.choice(["c1", "c2"])
        status = self.chance.choice(["ready", "paper_out", "offline"])
        wishes = (
            (RequestHelp, {"station_id": "kiosk-1", "help_kind": "help"}),
            (AcknowledgeHelp, {"help_id": self.helps[-1] if self.helps else "none"}),
            (ReportDevice, {"station_id": "kiosk-1", "device_id": "p", "status": status}),
            (ReturnTicket, {"ticket_id": ticket_id, "station_id": "guide-1"}),
            (ReportPrint, {"ticket_id": ticket_id, "station_id": "k", "outcome": "printed"}),
            (CallSpoken, {"station_id": "board-1", "ticket_id": ticket_id, "call_no": 1}),
            (CancelTicket, {"ticket_id": ticket_id, "reason": "回家", "station_id": "guide-1"}),
            (PauseCounter, {"counter_id": counter, "clerk_id": "k1"}),
            (CloseCounter, {"counter_id": counter, "clerk_id": "k1"}),
            (CallTicket, {"counter_id": counter, "ticket_id": ticket_id, "reason": "孕妇"}),
            (ReprintTicket, {"ticket_id": ticket_id, "station_id": "k"}),
            (
                ChangeVisitor,
                {
                    "ticket_id": ticket_id,
                    "reason": "看过证",
                    "visitor": person(band="80_plus", surname="赵"),
                    "station_id": "guide-1",
                },
            ),
        )
        command, fields = self.chance.choice(wishes)
        said = self.story.says(command, **fields)
        if isinstance(said, HelpRequested):
            self.helps.append(said.help.id)


def hall_counter(story, counter_id):
    counter = story.gateway.snapshot("queue").board.floor.counters.get(counter_id)
    return counter.ticket_id if counter else None
