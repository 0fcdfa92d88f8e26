"""Cases with their papers in the tables, whose card opens them, and how boards see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    RowMapping,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.visitors import VisitorRow
from hall.visits import ladder
from hall.visits.cases import Case, Item, offer_of
from hall.visits.codes import notice_number
from hall.visits.rows import WARNED_CASE, CaseRow, HolderRow, ItemRow, NoticeRow
from hall.visits.views import CaseView, ItemView, NearView, NoticeView

_CASE = table_of(CaseRow)
_ITEM = table_of(ItemRow)
_HOLDER = table_of(HolderRow)
_VISITOR = table_of(VisitorRow)
_NOTICE = table_of(NoticeRow)
_CASE_FIELDS = tuple(
    field.name for field in fields(Case) if field.name not in ("items", "papers", "notice")
)
_ITEM_FIELDS = tuple(field.name for field in fields(Item))

_LOAD = select(_CASE).where(
    _CASE.c.hall_id == bindparam("hall"),
    _CASE.c.case_id.in_(bindparam("cases", expanding=True)),
)
_ITEMS = (
    select(_ITEM)
    .where(
        _ITEM.c.hall_id == bindparam("hall"),
        _ITEM.c.case_id.in_(bindparam("cases", expanding=True)),
    )
    .order_by(_ITEM.c.case_id, _ITEM.c.place)
)
_SAVE = (
    update(_CASE)
    .where(_CASE.c.hall_id == bindparam("hall"), _CASE.c.case_id == bindparam("case"))
    .values({name: bindparam(name) for name in (*_CASE_FIELDS, "papers") if name != "case_id"})
)
_NOTICES = (
    select(_NOTICE, _CASE.c.code)
    .join(_CASE, (_CASE.c.hall_id == _NOTICE.c.hall_id) & (_CASE.c.case_id == _NOTICE.c.case_id))
    .where(
        _NOTICE.c.hall_id == bindparam("hall"),
        _NOTICE.c.case_id.in_(bindparam("cases", expanding=True)),
    )
    .order_by(_NOTICE.c.year, _NOTICE.c.ordinal)
)
_NEAR = select(
    _CASE.c.case_id, _CASE.c.matter_id, _CASE.c.stage, _CASE.c.answer_by, _CASE.c.promised_on
).where(_CASE.c.hall_id == bindparam("hall"), text(WARNED_CASE))
_SAVE_ITEM = (
    update(_ITEM)
    .where(
        _ITEM.c.hall_id == bindparam("hall"),
        _ITEM.c.case_id == bindparam("case"),
        _ITEM.c.item_id == bindparam("item"),
    )
    .values({name: bindparam(name) for name in _ITEM_FIELDS if name != "item_id"})
)
_BY_CODE = select(_CASE.c.case_id).where(
    _CASE.c.hall_id == bindparam("hall"), _CASE.c.code == bindparam("one_code")
)
_KEY_OF = select(_VISITOR.c.person_key).where(
    _VISITOR.c.hall_id == bindparam("hall"), _VISITOR.c.visitor_id == bindparam("visitor")
)
_OF_VISITOR = (
    select(_HOLDER.c.case_id, _CASE.c.matter_id)
    .join(_CASE, (_CASE.c.hall_id == _HOLDER.c.hall_id) & (_CASE.c.case_id == _HOLDER.c.case_id))
    .where(
        _HOLDER.c.hall_id == bindparam("hall"), _HOLDER.c.person_key == _KEY_OF.scalar_subquery()
    )
    .order_by(_CASE.c.opened_at, _CASE.c.case_id)
)


class KnownCase(NamedTuple):
    """An open case of somebody, by what it is about."""

    case_id: str
    matter_id: str


def insert_case(work: Work, case: Case) -> None:
    """Store a new case with its papers."""
    work.connection.execute(insert(_CASE), {"hall_id": work.hall_id, **_case_columns(case)})
    for place, item in enumerate(case.items):
        work.connection.execute(
            insert(_ITEM),
            {
                "hall_id": work.hall_id,
                "case_id": case.case_id,
                "place": place,
                **_item_columns(item),
            },
        )


def add_holder(work: Work, case_id: str, visitor_id: str) -> bool:
    """Let the card of somebody who is here open a case; False where there was no card."""
    asked = {"hall": work.hall_id, "visitor": visitor_id}
    person_key: str | None = work.connection.scalar(_KEY_OF, asked)
    if person_key is None:
        return False
    if all(known.case_id != case_id for known in cases_of_visitor(work, visitor_id)):
        values = {"hall_id": work.hall_id, "case_id": case_id, "person_key": person_key}
        work.connection.execute(insert(_HOLDER), values)
    return True


def drop_holders(work: Work, case_id: str) -> int:
    """Forget whose cards open a case; returns how many."""
    return work.connection.execute(
        delete(_HOLDER).where(_HOLDER.c.hall_id == work.hall_id, _HOLDER.c.case_id == case_id)
    ).rowcount


def cases_of_visitor(work: Work, visitor_id: str) -> list[KnownCase]:
    """Return the open cases of whoever's card was read for this visitor, the oldest first."""
    rows = work.connection.execute(_OF_VISITOR, {"hall": work.hall_id, "visitor": visitor_id})
    return [KnownCase(*row) for row in rows]


def load_case(work: Work, case_id: str | None) -> Case | None:
    """Load one case with its papers."""
    found = load_cases(work.connection, work.hall_id, (case_id,) if case_id else ())
    return found[0] if found else None


def load_cases(connection: Connection, hall_id: str, case_ids: Sequence[str]) -> list[Case]:
    """Load cases with their papers."""
    if not case_ids:
        return []
    asked = {"hall": hall_id, "cases": tuple(case_ids)}
    items: dict[str, list[Item]] = {}
    for row in connection.execute(_ITEMS, asked).mappings():
        items.setdefault(row["case_id"], []).append(_item(row))
    notices = {
        row["case_id"]: _notice(row) for row in connection.execute(_NOTICES, asked).mappings()
    }
    return [
        Case(
            **{name: row[name] for name in _CASE_FIELDS},
            items=tuple(items.get(row["case_id"], ())),
            papers=_parts(row["papers"]),
            notice=notices.get(row["case_id"]),
        )
        for row in connection.execute(_LOAD, asked).mappings()
    ]


def near_cases(connection: Connection, hall_id: str) -> list[NearView]:
    """Load the cases whose day is near and that are not done with."""
    rows = connection.execute(_NEAR, {"hall": hall_id}).mappings()
    return [
        NearView(
            case_id=row["case_id"],
            matter_id=row["matter_id"],
            stage=row["stage"],
            due_on=row["answer_by"] if row["stage"] == "received" else row["promised_on"],
        )
        for row in rows
    ]


def case_with_code(work: Work, code: str) -> Case | None:
    """Load the case a notice's code belongs to."""
    return load_case(
        work, work.connection.scalar(_BY_CODE, {"hall": work.hall_id, "one_code": code})
    )


def save_case(work: Work, case: Case) -> Case:
    """Store a case as it is now; its papers are stored one by one."""
    asked = {"hall": work.hall_id, "case": case.case_id}
    work.connection.execute(_SAVE, {**_case_columns(case), **asked})
    return case


def save_item(work: Work, case: Case, item: Item) -> Case:
    """Store a paper as it is now and return its case."""
    work.connection.execute(
        _SAVE_ITEM,
        {
            **_item_columns(item),
            "hall": work.hall_id,
            "case": case.case_id,
            "item": item.item_id,
        },
    )
    items = tuple(item if one.item_id == item.item_id else one for one in case.items)
    return replace(case, items=items)


def view(case: Case) -> CaseView:
    """Return a case as staff boards see it."""
    return CaseView(
        id=case.case_id,
        matter_id=case.matter_id,
        stage=case.stage,
        items=tuple(_item_view(case, item) for item in case.items),
        opened_at=case.opened_at,
        code=case.code,
        received_at=case.received_at,
        accepted_at=case.accepted_at,
        promised_on=case.promised_on,
        closed_at=case.closed_at,
        papers=case.papers,
        answer_by=case.answer_by,
        warned=case.warned,
        notice=case.notice,
    )


def _item_view(case: Case, item: Item) -> ItemView:
    return ItemView(
        id=item.item_id,
        plain=item.plain,
        is_main=item.is_main,
        mark=item.mark,
        fault=item.fault,
        offer=offer_of(case, item),
        declined=item.declined,
        decision=item.decision,
        colour=ladder.colour(item.mark, item.decision),
        due_on=item.due_on,
    )


def _case_columns(case: Case) -> dict[str, Any]:
    return {
        **{name: getattr(case, name) for name in _CASE_FIELDS},
        "papers": ",".join(case.papers),
    }


def _item_columns(item: Item) -> dict[str, Any]:
    return {
        **{name: getattr(item, name) for name in _ITEM_FIELDS},
        "declined": ",".join(item.declined),
    }


def _item(row: RowMapping) -> Item:
    declined = _parts(row["declined"])
    return Item(**{**{name: row[name] for name in _ITEM_FIELDS}, "declined": declined})


def _notice(row: RowMapping) -> NoticeView:
    return NoticeView(
        id=row["notice_id"],
        number=notice_number(row["year"], row["ordinal"]),
        code=row["code"],
        item_ids=_parts(row["items"]),
        issued_at=row["issued_at"],
        could_have_been_said=_parts(row["could_have_been_said"]),
    )


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
