"""The kernel's questions to its tables, built once: building one costs more than asking it.

Parameters are named after what they are compared with; an update's other parameters are columns.
"""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update

from hall.kernel.rows import AnswerRow, DueRow, EventRow, PlaceRow, table_of

_PLACE = table_of(PlaceRow)
_EVENT = table_of(EventRow)
_ANSWER = table_of(AnswerRow)
_DUE = table_of(DueRow)
_HALL: BindParameter[str] = bindparam("hall")

FIND_PLACE = select(_PLACE.c.seq, _PLACE.c.link).where(_PLACE.c.hall_id == _HALL)
LOCK_PLACE = FIND_PLACE.with_for_update()
FOUND_PLACE = insert(_PLACE)
MOVE_PLACE = (
    update(_PLACE)
    .where(_PLACE.c.hall_id == _HALL)
    .values({name: bindparam(name) for name in ("seq", "link", "steady_s")})
)

STORE_EVENT = insert(_EVENT)
ALL_EVENTS = (
    select(_EVENT.c.seq, _EVENT.c.at, _EVENT.c.actor, _EVENT.c.body, _EVENT.c.link)
    .where(_EVENT.c.hall_id == _HALL)
    .order_by(_EVENT.c.seq)
)
EVENTS_AFTER = (
    select(_EVENT.c.seq, _EVENT.c.at, _EVENT.c.body)
    .where(_EVENT.c.hall_id == _HALL, _EVENT.c.seq > bindparam("after"))
    .order_by(_EVENT.c.seq)
    .limit(bindparam("most"))
)

FIND_ANSWER = select(_ANSWER.c.seq, _ANSWER.c.body).where(
    _ANSWER.c.hall_id == _HALL, _ANSWER.c.command_id == bindparam("command")
)
STORE_ANSWER = insert(_ANSWER)

STORE_DUE = insert(_DUE)
FORGET_DUE = delete(_DUE).where(_DUE.c.hall_id == _HALL, _DUE.c.due_id == bindparam("due"))
PUT_OFF_DUE = (
    update(_DUE)
    .where(_DUE.c.hall_id == _HALL, _DUE.c.due_id == bindparam("due"))
    .values(due_s=bindparam("later_s"))
)
FIRST_DUE = (
    select(_DUE.c.due_s, _DUE.c.planned_seq, _DUE.c.due_id, _DUE.c.steady, _DUE.c.body)
    .where(_DUE.c.hall_id == _HALL, _DUE.c.steady == bindparam("by_steady"))
    .order_by(_DUE.c.due_s, _DUE.c.planned_seq, _DUE.c.due_id)
    .limit(1)
)
