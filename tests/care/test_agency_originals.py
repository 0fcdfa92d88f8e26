"""What an elder hands over is on a list, and every original comes home."""

from __future__ import annotations

import pytest

from hall.boards.agency import is_late
from hall.care.agency import messages as words
from hall.care.agency import refusals
from hall.care.agency.messages import Handed
from tests.care.mandates import CARD_AND_BOOK, FACTS, Desk
from tests.helpers.halls import open_local_hall
from tests.visits.papers import BANK


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):
        yield Desk(hall, clock)


def test_each_original_comes_back_by_itself_and_the_list_says_when(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK)
    desk.clock.advance(3600)
    desk.gives_back(mandate, "2")
    card, book = desk.mandate(mandate).originals
    assert (card.state, book.state) == ("held", "given_back")
    assert book.given_back_at > book.taken_at
    again = desk.does(words.GiveBackOriginal, mandate, original_id="2")
    assert again == refusals.OriginalElsewhere()
    none = desk.does(words.GiveBackOriginal, mandate, original_id="7")
    assert none == refusals.NoSuchOriginal()


def test_more_may_be_handed_over_later_and_a_copy_need_not_come_back(desk):
    mandate = desk.signed()
    handed = (
        Handed(matter_id="m-subsidy", material_id=BANK, form="copy", count=2),
        Handed(matter_id="m-subsidy", material_id="other"),
    )
    taken = desk.does(words.TakeOriginals, mandate, handed=handed)
    assert taken.original_ids == ("1", "2")
    copy, other = taken.mandate.originals
    assert (copy.plain, copy.count, copy.form) == ("银行卡", 2, "copy")
    assert other.plain == ""
    assert [one.id for one in taken.mandate.still_here] == ["2"]


def test_a_lost_original_is_told_explained_and_never_forgotten(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK)
    lost = desk.does(words.LoseOriginal, mandate, original_id="1").mandate
    assert (lost.report_state, lost.report_for) == ("due", "loss")
    assert lost.originals[0].explain_by == "2026-11-24"
    silent = desk.does(words.ExplainLoss, mandate, original_id="1", outcome="replaced")
    assert silent == refusals.OriginalElsewhere(), "nobody has told the elder"
    desk.tells(mandate)
    assert desk.mandate(mandate).originals[0].state == "told"
    desk.days_pass(3)
    assert is_late(desk.mandate(mandate))
    desk.gives_back(mandate, "2")
    desk.does(words.WithdrawMandate, mandate)
    assert isinstance(desk.does(words.CloseMandate, mandate), refusals.OriginalsStillHere)
    told = desk.does(words.ExplainLoss, mandate, original_id="1", outcome="replaced")
    assert isinstance(told, words.LossExplained)
    assert isinstance(desk.does(words.CloseMandate, mandate), words.MandateClosed)


def test_what_was_lost_may_turn_up_and_then_it_is_given_back(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK)
    desk.does(words.LoseOriginal, mandate, original_id="1")
    found = desk.does(words.FindOriginal, mandate, original_id="1").mandate
    assert (found.originals[0].state, found.originals[0].explain_by) == ("held", None)
    desk.days_pass(3)
    assert not desk.mandate(mandate).originals[0].late
    desk.gives_back(mandate, "1")


def test_the_elder_hears_of_a_loss_even_after_taking_the_mandate_back(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK)
    desk.does(words.LoseOriginal, mandate, original_id="1")
    withdrawn = desk.does(words.WithdrawMandate, mandate).mandate
    assert (withdrawn.report_state, withdrawn.report_for) == ("due", "loss")
