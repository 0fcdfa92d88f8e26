"""A mailing is asked for, sent, and ends when it arrived; what came back does not end by itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any, get_args

import msgspec
import pytest

from hall.care.mail import model
from hall.care.mail.messages import (
    AskForMailing,
    CancelMailing,
    NoSuchMailing,
    NotByMail,
    ReceiveMailing,
    ReturnMailing,
    SendMailing,
    WrongMailingState,
)
from hall.care.mail.model import next_state
from hall.client.local import LocalGateway
from hall.kernel.errors import NoLongerKept
from hall.kernel.facts import MatterSheetFact
from hall.records.messages import KeepDetail
from hall.tickets.messages import NoSuchMatter
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import Story, open_local_hall

STREET = "示例县柳树街道78号"
HALL = msgspec.structs.replace(
    FACTS,
    matters=(
        matter("m-pension", "领养老金", "pension"),
        matter("m-senior-card", "老年证", "other", sheet=MatterSheetFact(mail_ok=True)),
    ),
)


@dataclass
class Says:
    """Whatever is said, the guide's desk says it."""

    story: Story

    def __call__(self, kind: Any, **fields: Any) -> Any:
        return self.story.says(kind, station_id="guide-1", **fields)


@pytest.fixture
def says(tmp_path):
    with open_local_hall(tmp_path, HALL) as (hall, _):
        yield Says(Story(LocalGateway(hall, "guide-1")))


def asks(says: Any, matter_id: str = "m-senior-card") -> Any:
    return says(AskForMailing, matter_id=matter_id, what="certificate", case_id="case-1")


def test_only_what_the_list_mails_is_mailed(says):
    assert asks(says, "m-pension") == NotByMail()
    assert isinstance(asks(says, "m-none"), NoSuchMatter)


def test_from_the_wish_to_the_door(says):
    mailing = asks(says).mailing
    about = {"mailing_id": mailing.id}
    assert says(ReceiveMailing, **about) == WrongMailingState(state="to_send")
    sent = says(SendMailing, item_number="XA12345678", **about).mailing
    assert (sent.state, sent.item_number, sent.case_id) == ("sent", "XA12345678", "case-1")
    assert says(ReceiveMailing, **about).mailing.ended_at is not None
    assert says(ReceiveMailing, **about) == NoSuchMailing()
    assert says.story.look("guide").mailings == {}


def test_what_came_back_goes_out_again_or_is_fetched(says):
    about = {"mailing_id": asks(says).mailing.id}
    says(SendMailing, item_number="XA12345678", **about)
    assert says(ReturnMailing, **about).mailing.state == "returned"
    assert list(says.story.look("guide").mailings) == [about["mailing_id"]]
    again = says(SendMailing, item_number="XB12345678", **about).mailing
    assert (again.item_number, again.ended_at) == ("XB12345678", None)
    says(ReturnMailing, **about)
    assert says(CancelMailing, **about).mailing.state == "cancelled"


def test_an_address_goes_once_the_item_has_arrived(says):
    mailing_id = asks(says).mailing.id
    blob_id = says.story.gateway.seal(STREET.encode(), "detail")
    says(
        KeepDetail, blob_id=blob_id, case_id=mailing_id, detail="address", basis="consent",
        purpose="mail",
    )  # fmt: skip
    says(SendMailing, item_number="XA12345678", mailing_id=mailing_id)
    assert says.story.gateway.unseal(blob_id).decode() == STREET
    says(ReceiveMailing, mailing_id=mailing_id)
    with pytest.raises(NoLongerKept):
        says.story.gateway.unseal(blob_id)


@pytest.mark.parametrize("number", ["", "X", "xa12345678", "XA 1234", "王福贵", "X" * 25])
def test_the_number_of_the_post_is_letters_and_digits(number):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"kind": "SendMailing", "command_id": "c", "station_id": "guide-1",
             "mailing_id": "m", "item_number": number},
            type=SendMailing,
        )  # fmt: skip


def test_every_mailing_ends_or_goes_on():
    for state, action in product(get_args(model.State), get_args(model.Action)):
        assert next_state(state, action) in (None, *get_args(model.State))
    assert {state for state, _ in model.NEXT_STATE} == set(get_args(model.State)) - model.OVER
