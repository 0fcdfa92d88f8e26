"""Who cannot say it writes it on the kiosk, and the note goes to the guide and nowhere else."""

from __future__ import annotations

import pytest

from hall.client.local import LocalGateway
from hall.help.messages import AcknowledgeHelp, RequestHelp
from hall.kernel.errors import NoLongerKept
from hall.kernel.handwriting import Handwriting, read_handwriting
from kiosk.views import MessageView, WriteView
from kiosk.wishes import SealNote
from tests.helpers.facts import FACTS
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown, to_confirm, with_facts

STROKE = (1203, 407, 1311, 407, 1523, 419)


def sheet(*strokes) -> Handwriting:
    return Handwriting(width_mm=248.0, height_mm=190.0, pen_mm=2.8, strokes=strokes)


def opens_the_sheet(visit: Visit) -> None:
    visit.touch("help")
    visit.look()
    assert visit.touch("write") == "write"


def writes(visit: Visit, *strokes) -> None:
    visit.on.writing.wrote(sheet(*(strokes or (STROKE,))))


def on_sheet(visit: Visit):
    body = visit.on.view().body
    assert isinstance(body, WriteView)
    return body.sheet


def at_the_desk(visit: Visit):
    board = visit.gateway.snapshot("guide").board
    return list(board.helps.values())  # type: ignore[attr-defined]


def test_a_note_reaches_the_guide_as_a_sealed_blob_and_its_id_alone_is_sent(visit):
    opens_the_sheet(visit)
    writes(visit)
    assert visit.touch("written") == "help"
    assert "来看您写的" in shown(visit)
    assert "看您写的字" in visit.said[-1]
    (seen,) = at_the_desk(visit)
    guide = LocalGateway(visit.gateway._hall, "guide-1")
    assert read_handwriting(guide.unseal(seen.note_blob_id)).strokes == (STROKE,)
    assert "1203" not in str(visit.of(RequestHelp))


def test_it_is_offered_to_whoever_cannot_say_it(visit):
    visit.put(card())
    assert visit.touch("unclear") == "help"
    body = visit.on.view().body
    assert isinstance(body, MessageView)
    assert [key.action for key in body.keys] == ["write", "glasses"]
    assert visit.touch("write") == "write"
    writes(visit)
    visit.touch("written")
    assert [one.kind for one in at_the_desk(visit)] == ["help"]


def test_the_page_says_what_it_is_for_who_sees_it_and_for_how_long(tmp_path):
    with open_local_hall(tmp_path, with_facts(FACTS, handwriting_minutes=20)) as (hall, _):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        opens_the_sheet(visit)
        assert "只给工作人员看，20分钟就删" in shown(visit)
        assert "写给我们看" in visit.said[-1]
        assert "20分钟就删掉" in visit.said[-1]


@pytest.mark.parametrize(
    ("before", "kind"),
    [("help", "help"), ("unwell", "unwell"), ("collect", "collect"), ("not_done", "not_done")],
)
def test_the_note_joins_the_call_it_belongs_to_so_that_one_elder_is_one_card(visit, before, kind):
    visit.touch(before)
    visit.touch("write")
    writes(visit)
    visit.touch("written")
    (seen,) = at_the_desk(visit)
    assert (seen.kind, bool(seen.note_blob_id)) == (kind, True)


def test_who_feels_ill_is_still_told_to_stay_still(visit):
    visit.touch("unwell")
    visit.touch("write")
    writes(visit)
    visit.touch("written")
    assert "别怕" in visit.said[-1]


def test_a_second_note_takes_the_place_of_the_first(visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.touch("written")
    (first,) = at_the_desk(visit)
    assert visit.touch("write") == "write"
    assert on_sheet(visit) is None
    writes(visit, (10, 10))
    visit.touch("written")
    (second,) = at_the_desk(visit)
    assert second.id == first.id
    assert second.note_blob_id != first.note_blob_id


def test_a_note_written_after_the_guide_has_set_out_calls_again(visit):
    opens_the_sheet(visit)
    (seen,) = at_the_desk(visit)
    visit.gateway.handle(AcknowledgeHelp(command_id="go", help_id=seen.id))
    visit.look()
    writes(visit)
    visit.touch("written")
    (again,) = at_the_desk(visit)
    assert again.id != seen.id


def test_what_could_not_be_done_is_on_the_register_once_however_late_it_is_written(visit):
    visit.touch("not_done")
    visit.look()
    (seen,) = at_the_desk(visit)
    visit.gateway.handle(AcknowledgeHelp(command_id="go", help_id=seen.id))
    visit.look()
    visit.touch("write")
    writes(visit)
    visit.touch("written")
    (again,) = at_the_desk(visit)
    assert again.id != seen.id
    visit.gateway.handle(AcknowledgeHelp(command_id="again", help_id=again.id))
    (entry,) = visit.gateway.snapshot("guide").board.not_done.values()
    assert entry.note_blob_id == again.note_blob_id


def test_who_comes_next_writes_to_an_entry_of_their_own(visit):
    visit.touch("not_done")
    visit.look()
    (seen,) = at_the_desk(visit)
    visit.gateway.handle(AcknowledgeHelp(command_id="go", help_id=seen.id))
    visit.look()
    visit.waits(200)
    assert visit.page == "home"
    visit.touch("not_done")
    visit.touch("write")
    writes(visit)
    visit.touch("written")
    (own,) = at_the_desk(visit)
    visit.gateway.handle(AcknowledgeHelp(command_id="again", help_id=own.id))
    entries = visit.gateway.snapshot("guide").board.not_done.values()
    assert {one.source_id: bool(one.note_blob_id) for one in entries} == {
        seen.id: False,
        own.id: True,
    }


def test_wiping_gives_a_clean_sheet_and_says_so(visit):
    opens_the_sheet(visit)
    writes(visit)
    assert on_sheet(visit) is not None
    assert visit.touch("wipe") == "write"
    assert on_sheet(visit) is None
    assert "擦掉了" in visit.said[-1]
    assert "1203" not in str(vars(visit.on.session))


def test_an_empty_sheet_is_not_sent_and_it_is_said_what_to_do(visit):
    opens_the_sheet(visit)
    assert visit.touch("written") == "write"
    assert "还没有写" in visit.said[-1]
    writes(visit)
    visit.touch("wipe")
    assert visit.touch("written") == "write"
    assert not [wish for wish in visit.wishes if isinstance(wish, SealNote)]


def test_back_loses_nothing(visit):
    to_confirm(visit)
    opens_the_sheet(visit)
    writes(visit)
    assert visit.touch("back") == "help"
    assert visit.touch("write") == "write"
    assert on_sheet(visit) == sheet(STROKE)
    visit.touch("back")
    assert visit.touch("back") == "confirm"
    assert visit.touch("yes") == "slip"


def test_help_larger_and_lower_keys_leave_what_was_written(visit):
    opens_the_sheet(visit)
    writes(visit)
    for key in ("larger", "lower", "slower", "again"):
        assert visit.touch(key) == "write"
    assert on_sheet(visit) == sheet(STROKE)
    assert visit.touch("unwell") == "help"
    visit.touch("write")
    assert on_sheet(visit) == sheet(STROKE)


def test_who_is_still_there_finds_the_sheet_as_it_was(visit):
    visit.put(card())
    visit.spoken()
    opens_the_sheet(visit)
    writes(visit)
    assert visit.waits(60) == "still_there"
    assert visit.touch("still_here") == "write"
    assert on_sheet(visit) == sheet(STROKE)
    visit.touch("back")
    assert visit.touch("back") == "groups"


def test_whoever_writes_slowly_is_not_asked_whether_anybody_is_there(visit):
    opens_the_sheet(visit)
    for _ in range(6):
        assert visit.waits(50) == "write"
        visit.on.writing.goes_on()
    visit.waits(50)
    writes(visit)
    assert visit.waits(59) == "write"


def test_the_sheet_is_a_personal_page_and_nothing_of_it_is_left_when_nobody_is_there(ink, visit):
    opens_the_sheet(visit)
    writes(visit)
    assert visit.waits(60) == "still_there"
    assert visit.waits(30) == "home"
    visit.touch("start")
    visit.wishes.clear()
    assert ink.left() == []


def test_what_was_handed_in_is_kept_at_the_kiosk_no_longer(ink, visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.touch("written")
    assert visit.on.session.sheet is None
    visit.wishes.clear()
    assert ink.left() == []
    assert "1203" not in shown(visit) + str(visit.on.outbox.commands())


def test_a_stroke_that_ends_after_the_page_has_gone_is_dropped(visit):
    writes(visit)
    assert visit.on.session.sheet is None


def test_a_hall_that_is_gone_says_so_leaves_a_way_forward_and_keeps_nothing(visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.cut()
    assert visit.page == "write"
    assert on_sheet(visit) == sheet(STROKE)
    assert visit.touch("written") == "help"
    assert "写的字没送到，也没有留" in shown(visit)
    assert "请找" in shown(visit)
    assert "没有送到" in visit.said[-1]
    assert "咨询辅导台" in visit.said[-1]
    assert visit.on.session.sheet is None


def test_without_the_hall_the_sheet_is_not_offered(visit):
    visit.cut()
    visit.touch("help")
    body = visit.on.view().body
    assert isinstance(body, MessageView)
    assert body.keys == ()


def test_a_note_that_did_not_arrive_over_a_good_link_still_brings_a_person(visit):
    opens_the_sheet(visit)
    (seen,) = at_the_desk(visit)
    visit.gateway.handle(AcknowledgeHelp(command_id="go", help_id=seen.id))
    visit.look()
    writes(visit)
    visit.link = False
    assert visit.touch("written") == "help"
    assert "写的字没送到，也没有留" in shown(visit)
    assert "来问您" in shown(visit)
    visit.link = True
    visit.waits(2)
    (again,) = at_the_desk(visit)
    assert again.note_blob_id is None


def test_a_hall_that_says_nothing_is_given_up_within_three_seconds(visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.silent = True
    assert visit.touch("written") == "sending"
    assert "请稍等" in shown(visit)
    (wish,) = [one for one in visit.wishes if isinstance(one, SealNote)]
    assert visit.waits(3) == "help"
    assert "没送到" in shown(visit)
    visit.on.writing.sealed(wish.name, "too late")
    assert [one.note_blob_id for one in visit.of(RequestHelp)] == [None]


def test_help_while_it_is_being_sent_loses_neither(visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.silent = True
    visit.touch("written")
    assert visit.touch("help") == "help"
    (wish,) = [one for one in visit.wishes if isinstance(one, SealNote)]
    visit.on.writing.sealed(wish.name, "b-1")
    visit.waits(1)
    assert "来看您写的" in shown(visit)
    (seen,) = at_the_desk(visit)
    assert seen.note_blob_id == "b-1"


def test_a_note_is_gone_half_an_hour_later(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        opens_the_sheet(visit)
        writes(visit)
        visit.touch("written")
        (seen,) = at_the_desk(visit)
        clock.advance(30 * 60)
        hall.run_due()
        with pytest.raises(NoLongerKept):
            LocalGateway(hall, "guide-1").unseal(seen.note_blob_id)


def test_a_new_reason_for_help_does_not_speak_of_an_old_note(visit):
    opens_the_sheet(visit)
    writes(visit)
    visit.touch("written")
    visit.touch("back")
    assert visit.touch("unwell") == "help"
    assert "看您写的" not in shown(visit)


def test_neither_the_session_nor_the_wish_prints_what_was_written(visit):
    opens_the_sheet(visit)
    writes(visit)
    assert "1203" not in str(visit.on.session) + shown(visit)
    visit.touch("written")
    assert "1203" not in str(visit.wishes)
