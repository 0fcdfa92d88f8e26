"""Every statement a whole morning asks: found through an index, and spelled for PostgreSQL too."""

import re

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement
from sqlmodel import SQLModel

from hall.kernel.audit import first_break
from hall.kernel.gateway import BoardKind
from hall.tickets.messages import ChangeVisitor, CloseDay
from tests.architecture.tree import ROOT
from tests.boards.morning import open_morning
from tests.helpers.facts import RULES
from tests.helpers.halls import person

SENDING = msgspec.structs.replace(RULES, messages=True)
POSTGRESQL = postgresql.dialect()
BOARDS: tuple[BoardKind, ...] = ("kiosk", "counter", "hall", "console", "guide", "manager", "queue")
ONLY_IN_SQLITE = re.compile(
    r"\b(PRAGMA|INSERT OR|REPLACE INTO|ROWID|AUTOINCREMENT|GLOB|strftime|julianday|ifnull)\b|"
    r"sqlite_master|\bON CONFLICT\b|`",
    flags=re.IGNORECASE,
)


class Asked:
    """Every statement that was asked of an engine, as it was built and as SQLite saw it."""

    def __init__(self, engine):
        self.built: dict[str, ClauseElement] = {}
        self.spelled: dict[str, object] = {}
        event.listen(engine, "before_execute", self._build)
        event.listen(engine, "before_cursor_execute", self._spell)

    def _build(self, _connection, statement, *_):
        self.built.setdefault(str(statement), statement)

    def _spell(self, _connection, _cursor, sql, parameters, *_):
        self.spelled.setdefault(sql, parameters)


@pytest.fixture(scope="module")
def morning(tmp_path_factory):
    """A morning and a night: nearly every statement of every room."""
    with open_morning(tmp_path_factory.mktemp("hall"), 1, rules=SENDING) as told:
        hall, clock, story = told.hall, told.clock, told.story
        asked = Asked(hall.parts.engine)
        told.with_everything(200)
        wang = {"born": "1940-05-01", "number": "410199194005010016"}
        ticket = story.ticket(**wang)
        story.takes("m-medical", **wang)
        change = {"ticket_id": ticket.id, "reason": "x", "station_id": "guide-1"}
        story.says(ChangeVisitor, visitor=person(band="80_plus"), **change)
        for board in BOARDS:
            story.gateway.snapshot(board, "c1")
        story.says(CloseDay, station_id="manager")
        for _ in range(4):
            clock.advance(8 * 3600)
            hall.run_due()
        with hall.parts.engine.connect() as connection:
            assert first_break(connection, "hall-1") is None
        yield hall, asked


def test_the_morning_asked_enough_to_prove_anything(morning):
    _, asked = morning
    assert len(asked.built) > 45
    tables = {name for name in SQLModel.metadata.tables if name not in ("credential", "blob")}
    assert not [name for name in tables if not any(name in sql for sql in asked.spelled)]


def test_nothing_is_ever_searched_by_reading_a_whole_table(morning):
    hall, asked = morning
    names = "|".join(SQLModel.metadata.tables)
    scans = {}
    with hall.parts.engine.connect() as connection:
        for sql, parameters in list(asked.spelled.items()):
            if sql.split()[0] in ("SELECT", "UPDATE", "DELETE"):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
                steps = [row[3] for row in plan]
                if any(re.match(rf"SCAN ({names})\b", step) for step in steps):
                    scans[sql] = steps
    assert not scans


def test_whoever_asks_for_one_thing_does_not_read_everything_that_is_open(morning):
    """A partial index of what is open is for the lists: it knows nobody by name."""
    hall, asked = morning
    too_much = {}
    with hall.parts.engine.connect() as connection:
        for sql, parameters in list(asked.spelled.items()):
            if sql.split()[0] in ("SELECT", "UPDATE", "DELETE") and "_id = ?" in sql.replace(
                "hall_id = ?", ""
            ):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
                steps = [row[3] for row in plan if row[3].endswith("(hall_id=?)")]
                if steps:
                    too_much[sql] = steps
    assert not too_much


def test_the_head_of_a_queue_is_one_probe_of_the_partial_index(morning):
    """The statements CallNext itself asks, not a copy of them: nothing is sorted or read twice."""
    hall, asked = morning
    heads = [
        (sql, parameters)
        for sql, parameters in asked.spelled.items()
        if "withheld = 0" in sql and sql.startswith("SELECT anon")
    ]
    assert heads
    for sql, parameters in heads:
        with hall.parts.engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
        steps = [row[3] for row in plan]
        probe = "SEARCH ticket USING INDEX ticket_heads (hall_id=? AND queue=? AND priority=?)"
        assert steps.count(probe) == sql.count("withheld = 0")
        assert not [step for step in steps if "B-TREE" in step or step.startswith("SCAN ticket")]


def test_whoever_is_before_a_number_is_counted_along_the_same_index(morning):
    """However many wait: the count ends at its limit and reads nobody who ranks behind."""
    hall, asked = morning
    counts = [
        (sql, parameters)
        for sql, parameters in asked.spelled.items()
        if "withheld = 0" in sql and sql.startswith("SELECT count")
    ]
    assert counts
    for sql, parameters in counts:
        with hall.parts.engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
        steps = {row[3].replace("COVERING ", "") for row in plan if "ticket" in row[3]}
        assert steps == {
            "SEARCH ticket USING INDEX ticket_heads (hall_id=? AND queue=? AND priority=?"
            " AND (front,tier,place_s,taken_seq)<(?,?,?,?))"
        }


def test_every_statement_can_be_spelled_for_postgresql(morning):
    _, asked = morning
    for statement in asked.built.values():
        spelled = str(statement.compile(dialect=POSTGRESQL))
        assert not ONLY_IN_SQLITE.search(spelled), spelled


def test_the_place_is_locked_where_halls_share_a_database(morning):
    _, asked = morning
    locks = [
        str(statement.compile(dialect=POSTGRESQL))
        for statement in asked.built.values()
        if "FOR UPDATE" in str(statement.compile(dialect=POSTGRESQL))
    ]
    assert len(locks) == 1
    assert "FROM place" in locks[0]


def test_every_table_and_index_can_be_made_in_postgresql():
    for table in SQLModel.metadata.sorted_tables:
        assert not ONLY_IN_SQLITE.search(str(CreateTable(table).compile(dialect=POSTGRESQL)))
        for index in table.indexes:
            spelled = str(CreateIndex(index).compile(dialect=POSTGRESQL))
            assert not ONLY_IN_SQLITE.search(spelled)
            partial = index.dialect_options["sqlite"]["where"] is not None
            assert ("WHERE" in spelled) == partial, f"{index.name} is partial in SQLite only"


def test_what_only_sqlite_understands_is_said_in_the_store_alone():
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "hall").rglob("*.py")
        if re.search(r"PRAGMA|sqlite_master|ON CONFLICT|INSERT OR", path.read_text("utf-8"))
    }
    assert found <= {"hall/store/engine.py", "hall/store/checking.py"}
