"""Going through the papers: marks, the ladder's offer and what the elder decides, notices."""

from hall.visits.messages import (
    BeginVisit,
    DecideItem,
    EndVisit,
    IssueNotice,
    ItemDecided,
    MarkItem,
    MoveVisit,
    NoticeIssued,
    OpenByCode,
    OpenCase,
)
from hall.visits.refusals import (
    DueDayNotPossible,
    LadderNotWalked,
    LastRung,
    MarkedAlready,
    NoCaseYet,
    NoSuchCase,
    NoSuchPaper,
    NothingMissing,
    OfferChanged,
)
from tests.helpers.halls import person
from tests.visits.papers import BANK, BOOK, CARD, DESK, FORM, INCOME, LI, PHOTO, WANG, WITH_PAPERS


def test_checking_papers_lays_out_what_the_list_asks_for(desk):
    visit_id = desk.checks("m-subsidy")
    case = desk.case(visit_id)
    assert [item.plain for item in case.items] == [
        "申请表",
        "身份证",
        "户口本",
        "银行卡",
        "一寸照片",
        "收入证明",
    ]
    assert set(desk.colours(visit_id)) == {"open"}
    assert (case.stage, case.code) == ("preparing", None)


def test_there_is_nothing_to_mark_before_a_checklist_is_open(desk):
    visit = desk.greets()
    assert desk.says(MarkItem, visit.id, item_id=FORM, mark="ok") == NoCaseYet()


def test_a_paper_is_there_missing_or_not_right(desk):
    visit_id = desk.checks()
    desk.says(MarkItem, visit_id, item_id=FORM, mark="ok")
    desk.says(MarkItem, visit_id, item_id=CARD, mark="incorrect", fault="expired")
    desk.finds_missing(visit_id, BANK)
    assert desk.colours(visit_id) == ["ok", "incorrect", "open", "missing", "open", "open"]
    assert desk.item(visit_id, CARD).fault == "expired"
    assert desk.says(MarkItem, visit_id, item_id=FORM, mark="ok") == MarkedAlready()
    assert desk.says(MarkItem, visit_id, item_id="99", mark="ok") == NoSuchPaper()


def test_the_ladder_offers_one_way_after_the_other_as_each_is_declined(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, INCOME)
    offered = []
    while (offer := desk.item(visit_id, INCOME).offer) != "notice":
        offered.append(offer)
        said = desk.decides(visit_id, INCOME, offer, taken=False)
        assert isinstance(said, ItemDecided)
    assert offered == ["shared", "promise", "deferral"]
    assert desk.item(visit_id, INCOME).declined == ("shared", "promise", "deferral")
    assert desk.decides(visit_id, INCOME, "notice", taken=False) == LastRung()


def test_what_was_offered_and_what_was_decided_are_both_kept(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, PHOTO)
    desk.decides(visit_id, PHOTO, "promise", taken=False)
    said = desk.decides(visit_id, PHOTO, "deferral", taken=True)
    assert (said.offer, said.taken, said.item_id) == ("deferral", True, PHOTO)
    seen = desk.item(visit_id, PHOTO)
    assert (seen.decision, seen.declined, seen.offer) == ("deferral", ("promise",), "")
    assert seen.colour == "deferred"


def test_a_decision_counts_only_for_what_is_offered_now(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, PHOTO)
    assert desk.decides(visit_id, PHOTO, "deferral", taken=True) == OfferChanged(offer="promise")
    desk.decides(visit_id, PHOTO, "promise", taken=True)
    assert desk.decides(visit_id, PHOTO, "promise", taken=False) == OfferChanged(offer="")
    assert desk.decides(visit_id, FORM, "notice", taken=True) == OfferChanged(offer="")


def test_a_deferral_has_a_last_day_that_a_guide_may_change(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    for day in ("2026-11-23", "2020-01-01", "2027-12-01", "2026-02-31"):
        said = desk.decides(visit_id, BANK, "deferral", taken=True, due_on=day)
        assert said == DueDayNotPossible()
    desk.decides(visit_id, BANK, "deferral", taken=True, due_on="2026-12-01")
    assert desk.item(visit_id, BANK).due_on == "2026-12-01"
    assert [entry.due_on for entry in desk.entries()] == ["2026-12-01"]


def test_a_last_day_nobody_changed_is_two_days_before_the_promise(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True)
    assert desk.item(visit_id, BANK).due_on == "2026-12-17"  # the 18th working day


def test_no_notice_while_another_way_has_not_been_tried(desk):
    visit_id = desk.checks()
    assert desk.says(IssueNotice, visit_id) == NothingMissing()
    desk.finds_missing(visit_id, FORM, BOOK, BANK)
    assert desk.says(IssueNotice, visit_id) == LadderNotWalked(item_ids=(BOOK, BANK))
    desk.decides(visit_id, BOOK, "shared", taken=True)
    desk.decides(visit_id, BANK, "deferral", taken=False)
    said = desk.says(IssueNotice, visit_id)
    assert isinstance(said, NoticeIssued)
    assert said.notice.item_ids == (FORM, BANK)
    assert said.notice.number == "2026-0001"
    assert desk.colours(visit_id) == ["noticed", "open", "shared", "noticed", "open", "open"]


def test_social_relief_never_demands_what_an_office_can_look_up(desk):
    visit_id = desk.checks("m-relief")
    desk.finds_missing(visit_id, BOOK, FORM)
    desk.decides(visit_id, BOOK, "shared", taken=False)
    assert desk.item(visit_id, BOOK).offer == "office"
    said = desk.says(IssueNotice, visit_id)
    assert said.notice.item_ids == (FORM,)
    desk.decides(visit_id, BOOK, "office", taken=True)
    assert desk.item(visit_id, BOOK).colour == "office"


def go_home_with_a_notice(desk, **visitor):
    visit_id = desk.checks("m-subsidy", **visitor)
    desk.finds_missing(visit_id, FORM)
    code = desk.says(IssueNotice, visit_id).notice.code
    desk.says(EndVisit, visit_id, outcome="with_notice")
    return code


def test_the_code_of_a_notice_opens_the_same_checklist_however_it_is_typed(hall, desk):
    code = go_home_with_a_notice(desk)
    assert not desk.board.cases
    typed = f" {code[:3].lower()} {code[3:]}"
    again = hall.says(OpenByCode, code=typed, **DESK)
    assert again.again
    assert again.visit.state == "arrived"
    assert desk.item(again.visit.id, FORM).colour == "noticed"
    assert hall.says(OpenByCode, code="222222", **DESK) == NoSuchCase()


def test_a_code_opens_the_checklist_for_somebody_who_has_a_number_already(hall, desk):
    code = go_home_with_a_notice(desk)
    visit = desk.visit_of(hall.ticket("m-subsidy").id)
    again = desk.says(OpenByCode, visit.id, code=code)
    assert (again.visit.id, again.visit.state) == (visit.id, "waiting")
    assert desk.case(visit.id).id == again.case.id


def test_the_card_opens_the_same_checklist_weeks_later(hall, desk):
    go_home_with_a_notice(desk, number=WANG)
    hall.advance(14 * 24 * 3600)
    ticket = hall.ticket("m-subsidy", number=WANG)
    visit = desk.visit_of(ticket.id)
    assert desk.item(visit.id, FORM).colour == "noticed"
    assert visit.earlier_cases == (visit.case_id,)
    other = hall.ticket("m-subsidy", number=LI)
    assert desk.visit_of(other.id).case_id is None


def test_a_card_that_nobody_brought_again_is_forgotten_and_the_code_still_opens(hall, desk):
    code = go_home_with_a_notice(desk, number=WANG)
    hall.advance((WITH_PAPERS.details_days + 3) * 24 * 3600)  # a Monday
    visit = desk.visit_of(hall.ticket("m-subsidy", number=WANG).id)
    assert (visit.case_id, visit.earlier_cases) == (None, ())
    assert desk.says(OpenByCode, visit.id, code=code).again


def test_the_card_of_somebody_with_two_cases_leaves_the_choice_to_the_guide(hall, desk):
    for matter_id in ("m-subsidy", "m-relief"):
        visit_id = desk.checks(matter_id, number=WANG)
        desk.says(EndVisit, visit_id)
        hall.advance(60)
    visit = desk.greets(number=WANG)
    assert visit.case_id is None
    assert len(visit.earlier_cases) == 2
    opened = desk.says(OpenCase, visit.id, case_id=visit.earlier_cases[1])
    assert (opened.case.matter_id, opened.again) == ("m-relief", True)
    assert desk.visit(visit.id).matter_id == "m-relief"


def test_opening_a_matter_again_opens_what_the_person_has(hall, desk):
    first = desk.checks("m-subsidy", number=WANG)
    case_id = desk.case(first).id
    desk.says(EndVisit, first)
    visit = hall.says(BeginVisit, visitor=person(number=WANG), matter_id="m-relief", **DESK).visit
    opened = desk.says(OpenCase, visit.id, matter_id="m-subsidy")
    assert (opened.case.id, opened.again) == (case_id, True)


def test_a_second_notice_says_what_the_first_could_have_said(hall, desk):
    code = go_home_with_a_notice(desk)
    again = hall.says(OpenByCode, code=code, **DESK)
    desk.finds_missing(again.visit.id, CARD)
    second = desk.says(IssueNotice, again.visit.id).notice
    assert (second.number, second.code) == ("2026-0002", code)
    assert second.item_ids == (FORM, CARD)
    assert second.could_have_been_said == (CARD,)


def test_whoever_comes_back_without_a_paper_is_offered_every_way_again(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=False)
    desk.says(IssueNotice, visit_id)
    desk.finds_missing(visit_id, BANK)
    assert desk.item(visit_id, BANK).offer == "deferral"


def test_two_people_never_get_one_code(desk):
    codes = {go_home_with_a_notice(desk) for _ in range(5)}
    assert len(codes) == 5


def test_a_decision_pressed_twice_is_taken_once(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    wish = {"visit_id": visit_id, "item_id": BANK, "offer": "deferral", "taken": True}
    for _ in range(2):
        said = hall.says(DecideItem, command_id="one-press", **wish, **DESK)
        assert isinstance(said, ItemDecided)
    assert len(desk.entries()) == 1


def test_forms_are_filled_between_checking_and_waiting(desk):
    visit_id = desk.checks()
    for action, state in (("fill", "filling"), ("precheck", "prechecking"), ("wait", "waiting")):
        desk.says(MoveVisit, visit_id, action=action)
        assert desk.visit(visit_id).state == state
