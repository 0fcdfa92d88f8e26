"""The one-time notice: everything that is missing, told at once and in writing."""

from __future__ import annotations

from dataclasses import replace

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.visits import cases, ladder, record_rows
from hall.visits.at_hand import case_at_hand, today
from hall.visits.case_rows import case_with_code, save_case, save_item, view
from hall.visits.cases import NOTICE, Case, without_papers
from hall.visits.codes import code_from, notice_number
from hall.visits.messages import IssueNotice, NoticeIssued
from hall.visits.refusals import LadderNotWalked, NothingMissing
from hall.visits.views import NoticeView


def issue(command: IssueNotice, work: Work) -> Event | Refusal:
    """Write down what is left, once no other way is open for any paper."""
    found = case_at_hand(command, work)
    if isinstance(found, Refusal):
        return found
    visit, case = found
    open_ways = cases.not_walked(case)
    if open_ways:
        return LadderNotWalked(item_ids=open_ways)
    listed = cases.for_notice(case)
    if not listed:
        return NothingMissing()
    case = _told(work, case, listed)
    year = today(work).year
    ordinal = record_rows.next_notice_ordinal(work, year)
    earlier = record_rows.earlier_notices(work, case.case_id)
    notice = NoticeView(
        id=work.new_id(),
        number=notice_number(year, ordinal),
        code=case.code or "",
        item_ids=listed,
        issued_at=work.now.iso,
        could_have_been_said=ladder.could_have_been_said(listed, earlier),
    )
    record_rows.insert_notice(
        work,
        notice,
        case_id=case.case_id,
        visit_id=visit.visit_id,
        year=year,
        ordinal=ordinal,
        settled=cases.settled(case),
    )
    case = save_case(work, replace(without_papers(case, NOTICE), notice=notice))
    return work.record(NoticeIssued(case=view(case), notice=notice, visit_id=visit.visit_id))


def _told(work: Work, case: Case, listed: tuple[str, ...]) -> Case:
    """Return the case with its papers decided for the notice, and with a code to come back by."""
    for item in case.items:
        if item.item_id in listed:
            case = save_item(work, case, replace(item, decision="notice"))
    if case.code is None:
        case = save_case(work, replace(case, code=_new_code(work)))
    return case


def _new_code(work: Work) -> str:
    while True:
        code = code_from(work.new_id())
        if case_with_code(work, code) is None:
            return code
