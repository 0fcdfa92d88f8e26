"""Every cell of the ticket's table again, this time through the door with real commands."""

from typing import get_args

import pytest
from sqlalchemy import text

from hall.calls.messages import (
    CallTicket,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    OpenCounter,
    RecallTicket,
    StartService,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.kernel.messages import Command, Refusal
from hall.tickets import model
from hall.tickets.messages import CancelTicket, CloseDay, ReturnTicket
from tests.helpers.halls import Story, open_local_hall

CALL: tuple[type[Command], dict[str, str]] = (CallTicket, {"reason": "x"})
Way = tuple[tuple[type[Command], dict[str, str]], ...]
WAY_TO: dict[str, Way] = {
    "waiting": (),
    "called": (CALL,),
    "serving": (CALL, (StartService, {})),
    "held": (CALL, (HoldTicket, {})),
    "missed": (CALL, (MissTicket, {})),
    "parked": (CALL, (MissTicket, {}), (ReturnTicket, {}), CALL, (MissTicket, {})),
    "finished": (CALL, (FinishService, {})),
    "cancelled": ((CancelTicket, {"reason": "x"}),),
    "carried_over": ((CloseDay, {}),),
}
MISSED_ONCE: Way = (CALL, (MissTicket, {}), (ReturnTicket, {}), CALL)
COMMAND: dict[str, tuple[type[Command], dict[str, str]]] = {
    "call": (CallTicket, {"counter_id": "c2", "reason": "x"}),
    "recall": (RecallTicket, {}),
    "miss": (MissTicket, {}),
    "park": (MissTicket, {}),
    "hold": (HoldTicket, {}),
    "come_back": (ReturnTicket, {}),
    "start": (StartService, {}),
    "finish": (FinishService, {}),
    "transfer": (TransferTicket, {"to_matter_id": "m-special"}),
    "hand_over": (HandOverTicket, {"to_counter_id": "c2", "reason": "x"}),
    "cancel": (CancelTicket, {"reason": "x"}),
    "carry_over": (CloseDay, {}),
}


class Desk:
    """One ticket, and commands about it."""

    def __init__(self, hall):
        self.hall = hall
        self.story = Story(LocalGateway(hall, "desk"))
        for counter in ("c1", "c2"):
            self.story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        self.ticket_id = self.story.ticket().id

    def does(self, command, more):
        values = {"counter_id": "c1", "ticket_id": self.ticket_id, "station_id": "s", **more}
        fields = {name: values[name] for name in command.__struct_fields__ if name in values}
        return self.story.says(command, **fields)

    @property
    def state(self):
        with self.hall.parts.engine.connect() as connection:
            return connection.scalar(
                text("SELECT state FROM ticket WHERE ticket_id = :id"), {"id": self.ticket_id}
            )


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_a_command_does_what_the_table_says_and_nothing_else(tmp_path, state, action):
    with open_local_hall(tmp_path) as (hall, _):
        desk = Desk(hall)
        way = MISSED_ONCE if (state, action) == ("called", "park") else WAY_TO[state]
        for command, more in way:
            desk.does(command, more)
        assert desk.state == state
        seq = hall.seq()
        said = desk.does(*COMMAND[action])
        reached = model.next_state(state, action)
        if reached is not None:
            assert desk.state == reached
            assert not isinstance(said, Refusal)
        else:
            assert desk.state == state
            assert action == "carry_over" or isinstance(said, Refusal)
            assert action == "carry_over" or hall.seq() == seq


def test_missing_is_parking_only_the_second_time(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        desk = Desk(hall)
        for command, more in WAY_TO["missed"]:
            desk.does(command, more)
        assert desk.state == "missed"
