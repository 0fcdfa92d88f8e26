"""A database of an earlier version goes on where it stood."""

from typing import Any

from sqlalchemy import text

from hall.client.local import LocalGateway
from hall.store import engine as store
from tests.helpers.halls import Story, open_local_hall

TICKET = {
    "hall_id": "hall-1", "ticket_id": "t1", "day_id": "d2", "series": "zun", "issuer": "hall-1",
    "ordinal": 1, "number": "尊001", "matter_id": "m-pension", "queue": "general",
    "priority": "age_80", "reason": "card", "state": "held", "behalf_of": None,
    "visitor_id": "v1", "station_id": "kiosk-1", "taken_at": "2026-11-23T01:00:00.000+00:00",
    "taken_seq": 1, "arrived_s": 1795395600.0, "front": 1, "tier": 0, "place_s": 1795395600.0,
    "withheld": 0, "print_state": "printed", "counter_id": None, "call_no": 1, "misses": 0,
    "returns_in": None, "where": "seats",
}  # fmt: skip
EARLIER: dict[str, list[dict[str, Any]]] = {
    "place": [{"hall_id": "hall-1", "seq": 0, "link": "", "steady_s": 1795395600.0}],
    "business_day": [
        {"hall_id": "hall-1", "day_id": day_id, "date": date, "opened_at": at, "closed_at": closed}
        for day_id, date, at, closed in (
            ("d2", "2026-11-23", "2026-11-23T00:30:00.000+00:00", None),
            ("d1", "2026-11-20", "2026-11-20T00:30:00.000+00:00", "2026-11-20T09:30:00.000+00:00"),
        )
    ],
    "series_count": [
        {"hall_id": "hall-1", "day_id": "d2", "series": "zun", "issuer": "hall-1", "last": 1}
    ],
    "ticket": [TICKET],
    "due": [
        {
            "hall_id": "hall-1", "due_id": "x", "due_s": 1795398000.0,
            "body": '{"kind":"ComeDue","command_id":"x","ticket_id":"t1"}',
        }
    ],
}  # fmt: skip


def test_a_hall_of_the_first_version_keeps_its_day_its_numbers_and_its_plans(tmp_path):
    engine = store.open_engine(store.sqlite_url(tmp_path))
    store.migrate(engine, "0001")
    with engine.begin() as connection:
        for table, rows in EARLIER.items():
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                values = ", ".join(f":{name}" for name in row)
                connection.execute(
                    text(f"INSERT INTO {table} ({names}) VALUES ({values})"),  # noqa: S608
                    row,
                )
    store.migrate(engine)
    engine.dispose()
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        assert story.look().floor.day_id == "d2"
        assert story.ticket(band="80_plus").number == "尊002"
        clock.advance(3600)
        hall.run_due()
        assert story.look().floor.tickets["t1"].state == "waiting"
        with hall.parts.engine.connect() as connection:
            band = connection.scalar(text("SELECT age_band FROM ticket WHERE ticket_id = 't1'"))
        assert band == "80_plus"


def test_bringing_a_database_up_to_date_twice_changes_nothing(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        Story(LocalGateway(hall)).ticket()
        before = hall.events_after(0)
    engine = store.open_engine(store.sqlite_url(tmp_path))
    store.migrate(engine)
    engine.dispose()
    with open_local_hall(tmp_path) as (hall, _):
        assert hall.events_after(0) == before
        assert Story(LocalGateway(hall)).ticket().number == "老002"
