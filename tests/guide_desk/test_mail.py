"""What is ready goes home by post: asked for, sent under a number, arrived or sent again."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from devices.papers import PaperText
from guide_desk.care.views import EntryPage, WriteView
from guide_desk.views import GridView
from hall.care.mail.messages import AskForMailing, SendMailing
from hall.client.local import LocalGateway
from hall.kernel.errors import NoLongerKept
from hall.kernel.facts import MatterSheetFact
from hall.records.messages import KeepDetail
from tests.guide_desk.desk import Desk
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import open_local_hall

STREET, NAME = "示例县柳树街道78号", "欧阳测试"
HALL = msgspec.structs.replace(
    FACTS,
    matters=(
        matter("m-pension", "领养老金", "pension"),
        matter("m-senior-card", "老年证", "other", sheet=MatterSheetFact(mail_ok=True)),
    ),
)


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, HALL) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        one = Desk(LocalGateway(hall, "guide-1"), pass_time)
        one.turns_to("mail")
        yield one


def keys(desk: Desk) -> dict[str, Any]:
    shown: Any = desk.view.page
    if isinstance(shown, GridView):
        every = (*shown.cells, *shown.beside)
    elif isinstance(shown, EntryPage):
        every = shown.deeds
    elif isinstance(shown, WriteView):
        every = (*shown.keys, *shown.beside)
    else:
        every = shown.keys
    return {key.name: key for key in every}


def touch(desk: Desk, *names: str) -> None:
    for name in names:
        key = keys(desk)[name]
        assert key.mode in ("can", "next", "chosen"), f"{name} cannot be pressed"
        desk.press(key.action, key.argument)


def asks(desk: Desk) -> None:
    touch(
        desk, "mail_new", "mail_group_other", "mail_matter_m-senior-card", "mail_what_certificate"
    )
    desk.press("mail_edited", STREET)
    touch(desk, "mail_written")
    desk.press("mail_edited", NAME)
    touch(desk, "mail_written", "mail_unwritten")


def sends(desk: Desk, number: str = "xa 1234 5678") -> None:
    touch(desk, "mail_send")
    desk.press("mail_edited", number)
    touch(desk, "mail_written")


def test_only_what_the_list_mails_can_be_asked_for(desk):
    touch(desk, "mail_new")
    assert set(keys(desk)) == {"mail_group_other", "back"}


def test_an_item_is_asked_for_with_its_address_sealed(desk):
    asks(desk)
    assert desk.of(AskForMailing)[0].what == "certificate"
    assert {one.detail for one in desk.of(KeepDetail)} == {"address", "name"}
    assert STREET not in repr(desk.sent)
    assert desk.view.notice == "记下了：办好寄到家，不收钱"
    assert desk.view.page.head.hint == "还没寄"
    touch(desk, "mail_read")
    assert f"住：{STREET}" in desk.view.page.lines


def test_it_is_sent_under_the_number_of_the_post_and_arrives(desk):
    asks(desk)
    sends(desk)
    assert desk.of(SendMailing)[0].item_number == "XA12345678"
    assert "11月23日寄的，号码 XA12345678" in desk.view.page.lines
    blob_id = desk.of(KeepDetail)[0].blob_id
    touch(desk, "mail_receive")
    assert desk.view.page.head.title == "要寄 0 件"
    with pytest.raises(NoLongerKept):
        desk.gateway.unseal(blob_id)


def test_what_came_back_calls_and_is_sent_again(desk):
    asks(desk)
    sends(desk)
    touch(desk, "mail_return")
    key = desk.book("mail")
    assert (key.count, key.tone, key.key.second) == ("1", "call", "退回来")
    desk.turns_to("mail")
    touch(desk, "mail_write")
    desk.press("mail_edited", "示例县杨树街道2号")
    for name in ("mail_written", "mail_edited", "mail_written", "mail_unwritten"):
        desk.press(name, NAME)
    assert [one.detail for one in desk.of(KeepDetail)].count("address") == 2
    sends(desk, "XB99")
    assert desk.view.page.head.hint == "在路上"


def test_the_record_is_printed_with_name_and_address(desk):
    asks(desk)
    touch(desk, "mail_paper")
    desk.waits(1)
    touch(desk, "paper_print")
    said = "".join(
        piece.text for page in desk.papers[0].pages for piece in page.pieces
        if isinstance(piece, PaperText)
    )  # fmt: skip
    assert STREET in said
    assert NAME in said
    assert desk.papers[0].copies == 2


def test_what_was_begun_and_left_is_forgotten(desk):
    touch(desk, "mail_new", "mail_group_other", "mail_matter_m-senior-card", "mail_what_card")
    desk.press("mail_edited", STREET)
    desk.waits(301)
    assert desk.view.page.head.title == "要寄 0 件"
