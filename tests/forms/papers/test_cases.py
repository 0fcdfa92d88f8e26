"""The papers of a case say what its checklist says."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from forms.papers.cases import (
    acceptance_of,
    complete_of,
    deferral_of,
    notice_of,
    privacy_of,
    promise_of,
    receipt_of,
)
from forms.papers.compose import compose
from forms.papers.matters import head_of
from forms.papers.values import Person
from hall.visits.views import CaseView, ItemView
from tests.forms.papers.shelf import BOOK, facts, matter, run_together

WORDS = BOOK.common()
ELDER = Person("王福贵", id_number="410199194503071217")
SUBSIDY = matter("EL003")
CASE = CaseView(
    id="c1",
    matter_id="EL003",
    stage="preparing",
    opened_at="2026-11-24T01:40:00Z",
    items=(
        ItemView(id="1", plain="身份证", mark="ok"),
        ItemView(id="2", plain="户口本", mark="incorrect", fault="expired", decision="notice"),
        ItemView(id="3", plain="社保卡或银行卡", mark="missing", decision="deferral",
                 due_on="2026-12-08"),
        ItemView(id="4", plain="旧名单上的材料", mark="missing", decision="notice"),
    ),
)  # fmt: skip


def head():
    return head_of(facts(), "2026年11月24日", "2026-0382", "7K4M2X")


def said(name: str, values) -> str:
    return run_together(compose(BOOK, name, values).texts())


def test_the_notice_lists_what_it_was_issued_for_and_nothing_else():
    notice = notice_of(CASE, ("2", "4"), SUBSIDY, WORDS, head=head(), name="王福贵", adviser="李敏")
    told = said("one_time_notice", notice)
    assert "户口本差在哪里：已经过期" in told
    assert "怎么补：带原件，大厅免费复印1份" in told
    assert "旧名单上的材料差在哪里：没有带来怎么补：下回带来" in told
    assert "社保卡" not in told


def test_the_promise_names_the_papers_as_the_list_does():
    letter = promise_of(CASE, SUBSIDY, WORDS, head=head(), person=ELDER, item_ids=("2",))
    assert "1.居民户口簿" in said("promise", letter)
    assert letter.choice == ""


def test_the_deferral_says_form_and_last_day_and_whether_it_is_accepted_already():
    asked = {
        "head": head(), "person": ELDER, "adviser": "李敏",
        "say_day": by_day,
    }  # fmt: skip
    received = deferral_of(CASE, SUBSIDY, WORDS, **asked)
    assert received.mode == "received"
    assert "最晚哪天：12月8日" in said("deferral", received)
    assert "请在12月8日以前补齐" in said("deferral", received)
    case = msgspec.structs.replace(CASE, accepted_at="2026-11-24T02:00:00Z")
    assert deferral_of(case, SUBSIDY, WORDS, **asked).mode == "accepted"


def by_day(day: str) -> str:
    return f"{int(day[5:7])}月{int(day[8:])}日"


def test_the_complete_paper_says_of_each_how_it_was_settled_and_leaves_out_the_rest():
    items = (
        *CASE.items[:1],
        ItemView(id="2", plain="户口本", mark="missing", decision="shared"),
        ItemView(id="3", plain="低保证", mark="missing", decision="promise"),
        *CASE.items[2:],
    )
    case = msgspec.structs.replace(CASE, items=items)
    asked = {"head": head(), "name": "王福贵", "say_day": by_day}
    told = said(
        "complete",
        complete_of(case, SUBSIDY, WORDS, next_place="3号窗口", adviser="李敏", **asked),
    )
    assert "身份证看过了户口本系统里查到了，不用交低保证写了承诺书代替" in told
    assert "社保卡或银行卡先办，12月8日以前补" in told
    assert "旧名单上的材料" not in told
    taken = receipt_of(
        case, SUBSIDY, WORDS, place="3号窗口", clerk="张晓云", answer_by="12月1日", **asked
    )
    assert "4.社保卡或银行卡" in said("receipt", taken)


def test_the_acceptance_says_days_last_day_fee_and_result_of_the_list():
    case = msgspec.structs.replace(CASE, promised_on="2027-01-06")
    told = said(
        "acceptance",
        acceptance_of(
            case, SUBSIDY, WORDS, head=head(), name="王福贵", clerk="张晓云", say_day=by_day
        ),
    )
    for part in ("30个工作日办好", "1月6日", "不收费", "按月发放", "县民政局"):
        assert part in told


def test_the_privacy_paper_prints_the_figures_that_drive_the_deletion():
    hall = msgspec.structs.replace(
        facts(), handwriting_minutes=45, papers_days=900, details_days=77, forgets_at_close=False
    )
    told = said("privacy", privacy_of(hall, WORDS, replace(head(), number="", token="")))
    for figure in ("45分钟", "900天", "77天", "第二天上班以前"):
        assert figure in told
