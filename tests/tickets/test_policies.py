"""Who is next, told as mornings: who came when, who is called in which order.

A line of a morning is `minute class`; `call` lines say how many are called then. Classes: E for
80 and over, C for a claim, S for 60 to 79, O for everybody else.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest

from hall.calls.messages import FinishService
from hall.client.local import LocalGateway
from tests.helpers.halls import Story, Telling, local_telling, open_local_hall

WHO: dict[str, dict[str, Any]] = {
    "E": {"born": "1940-01-01"},
    "C": {"born": "1990-01-01", "claims": ("disabled",)},
    "S": {"born": "1955-01-01"},
    "O": {"born": "1990-01-01"},
}


@dataclass
class Morning:
    telling: Telling
    minute: int = 0
    names: dict[str, str] = field(default_factory=dict)
    called: list[str] = field(default_factory=list)

    def at(self, minute: int) -> None:
        self.telling.advance((minute - self.minute) * 60)
        self.minute = minute

    def comes(self, name: str) -> None:
        self.names[self.telling.ticket(**WHO[name[0]]).number] = name

    def call(self, count: int = 1) -> None:
        for _ in range(count):
            self.called.append(self.names[self.telling.serves()])


def play(folder, policy, lines):
    with local_telling(folder, {"policy": policy}) as telling:
        morning = Morning(telling)
        telling.opens("c1")
        for line in lines:
            minute, what, *count = line.split()
            morning.at(int(minute))
            if what == "call":
                morning.call(int(count[0]) if count else 1)
            else:
                morning.comes(what)
        return " ".join(morning.called)


@pytest.mark.parametrize(
    ("policy", "lines", "called"),
    [
        pytest.param(
            "fifo",
            ["0 O1", "1 S1", "2 E1", "3 C1", "4 O2", "5 call 5"],
            "O1 S1 E1 C1 O2",
            id="fifo: whoever came first, whatever their age",
        ),
        pytest.param(
            "fifo",
            ["0 O1", "0 O2", "0 E1", "0 S1", "0 call 4"],
            "O1 O2 E1 S1",
            id="fifo: at the same instant by the order of the numbers",
        ),
        pytest.param(
            "fifo",
            ["0 O1", "70 E1", "70 E2", "70 call 3"],
            "O1 E1 E2",
            id="fifo: needs no guard",
        ),
        pytest.param(
            "credit",
            ["0 O1", "1 S1", "2 E1", "3 C1", "4 O2", "5 call 5"],
            "E1 C1 S1 O1 O2",
            id="credit: the eldest and those with a claim first, in the order they came",
        ),
        pytest.param(
            "credit",
            ["0 C1", "1 E1", "2 C2", "3 call 3"],
            "C1 E1 C2",
            id="credit: a claim and eighty years are one class of waiting",
        ),
        pytest.param(
            "credit",
            ["0 O1", "14 S1", "14 call 2"],
            "S1 O1",
            id="credit: sixty and over as if they had come fifteen minutes earlier",
        ),
        pytest.param(
            "credit",
            ["0 O1", "15 S1", "15 call 2"],
            "O1 S1",
            id="credit: fifteen minutes and no more; then the smaller number",
        ),
        pytest.param(
            "credit",
            ["0 O1", "16 S1", "16 call 2"],
            "O1 S1",
            id="credit: sixteen minutes later does not overtake",
        ),
        pytest.param(
            "credit",
            ["0 S1", "1 S2", "2 S3", "3 call 3"],
            "S1 S2 S3",
            id="credit: nobody of one's own kind is called before one",
        ),
        pytest.param(
            "credit",
            ["0 O1", *(f"61 E{n}" for n in range(1, 6)), "61 call 6"],
            "E1 E2 O1 E3 E4 E5",
            id="guard: after an hour every third call is theirs",
        ),
        pytest.param(
            "credit",
            ["0 O1", *(f"59 E{n}" for n in range(1, 6)), "59 call 6"],
            "E1 E2 E3 E4 E5 O1",
            id="guard: not before the hour is over",
        ),
        pytest.param(
            "credit",
            ["0 O1", "1 O2", "2 O3", *(f"70 E{n}" for n in range(1, 7)), "70 call 9"],
            "E1 E2 O1 E3 E4 O2 E5 E6 O3",
            id="guard: the oldest of them first, two of the others between",
        ),
        pytest.param(
            "credit",
            ["0 S1", *(f"61 E{n}" for n in range(1, 4)), "61 call 4"],
            "E1 E2 E3 S1",
            id="guard: it is for ordinary visitors only",
        ),
        pytest.param(
            "credit",
            ["0 E1", "0 E2", "0 call 2", "0 O1", "61 E3", "61 E4", "61 call 3"],
            "E1 E2 O1 E3 E4",
            id="guard: the counter's calls are counted on from before",
        ),
    ],
)
def test_who_is_called_in_which_order(tmp_path, policy, lines, called):
    assert play(tmp_path, policy, lines) == called


def test_every_counter_keeps_its_own_count_for_the_guard(tmp_path):
    with local_telling(tmp_path, {"policy": "credit"}) as telling:
        telling.opens("c1", "c2")
        ordinary = telling.ticket(**WHO["O"])
        telling.advance(61 * 60)
        old = [telling.ticket(**WHO["E"]).number for _ in range(5)]
        called = [telling.serves(counter) for counter in ("c1", "c2", "c1", "c2", "c1", "c2")]
    assert called == [*old[:4], ordinary.number, old[4]]


def test_a_restart_in_between_changes_nobodys_place(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        first = [story.ticket(**WHO[who]).id for who in ("O", "S")]
    clock.advance(60)
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        telling = Telling(Story(LocalGateway(hall)), clock.advance, clock.step, lambda *_: None)
        telling.opens("c1")
        old = telling.ticket(**WHO["E"]).id
        called = []
        for _ in range(3):
            called.append(telling.calls().ticket.id)
            telling.says(FinishService, counter_id="c1", ticket_id=called[-1])
    assert called == [old, first[1], first[0]]
