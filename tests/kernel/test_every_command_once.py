"""A morning in which every kind of command succeeds, and each of them is sent twice.

The second time the first answer comes again, word for word, and not a row nor the place changes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import SQLModel

from hall.boards.vocabulary import vocabulary
from hall.care.agency import messages as agency
from hall.care.feelings import messages as feelings
from hall.care.home_visits import messages as home_visits
from hall.care.not_done import messages as not_done
from hall.kernel.blobs import ReadBlob, SealBlob
from hall.kernel.hall import Hall
from hall.kernel.messages import Answer, Command, Refusal
from hall.tickets import messages as tickets
from tests.helpers.halls import open_local_hall
from tests.helpers.whole_morning import whole_morning
from tests.visits.papers import WITH_PAPERS

LOOKING = (
    tickets.FindTicket, feelings.FindService, agency.FindMandates, not_done.ListNotDone,
    home_visits.FindHomeSlots,
)  # fmt: skip
"""What is found is no event: looking leaves no trace."""
KINDS = (*vocabulary().commands.values(), SealBlob, ReadBlob)


@dataclass(frozen=True)
class Sent:
    """One command sent twice: both answers, and all that is stored after each."""

    first: Answer
    again: Answer
    stored: dict[str, list[Any]]
    stored_again: dict[str, list[Any]]


@dataclass
class NervousFinger:
    """A hall to which everything is said twice."""

    hall: Hall
    sent: dict[type[Command], Sent] = field(default_factory=dict)

    def says(self, kind: type[Command], **fields: Any) -> Any:
        command = kind(command_id=str(uuid.uuid4()), **fields)
        first = self.hall.handle(command, "anybody")
        stored = all_rows(self.hall.parts.engine)
        again = self.hall.handle(command, "anybody")
        if not isinstance(first.message, Refusal) or kind in LOOKING:
            stored_again = all_rows(self.hall.parts.engine)
            self.sent[kind] = Sent(first, again, stored, stored_again)
        return first.message


def all_rows(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table, as the file has it."""
    with closing(engine.raw_connection()) as connection:
        return {
            name: sorted(connection.cursor().execute(str(select(table))), key=repr)
            for name, table in SQLModel.metadata.tables.items()
        }


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NervousFinger]:
    with open_local_hall(tmp_path_factory.mktemp("hall"), WITH_PAPERS) as (hall, _):
        finger = NervousFinger(hall)
        whole_morning(finger)
        yield finger


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_sent_again_it_gets_the_first_answer_and_changes_nothing(morning, kind):
    assert kind in morning.sent, "the morning has no such command that succeeds"
    sent = morning.sent[kind]
    assert sent.again == sent.first
    assert sent.stored_again == sent.stored


def test_these_eyes_would_see_a_change(morning):
    stored = [sent.stored for sent in morning.sent.values()]
    assert all(one["event"] for one in stored)
    assert len({len(one["event"]) for one in stored}) > len(stored) / 2
