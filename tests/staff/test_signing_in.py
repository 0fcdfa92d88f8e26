"""Staff sign in by number and PIN; nobody else works in their name."""

from __future__ import annotations

import msgspec
import pytest

from hall.calls.messages import CounterOpened, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import HelpRequested, ItemLent, LendItem, RequestHelp
from hall.kernel.secret import Secret
from hall.staff import model, rows
from hall.staff.messages import (
    KeepSignedIn,
    NobodySignedIn,
    NotYourStation,
    SessionKept,
    SignedIn,
    SignedOut,
    SignIn,
    SignInFailed,
    SignInLocked,
    SignOut,
    StaffLocked,
)
from hall.staff.pins import hash_of, usable
from hall.store.engine import open_engine, sqlite_url
from tests.helpers.facts import FACTS, RULES
from tests.helpers.halls import Story, new_tables, open_local_hall, open_remote_hall

PIN = "480263"
ASKING = msgspec.structs.replace(FACTS, sign_in_required=True)


@pytest.fixture
def with_pins(tmp_path):
    """Tables of a hall whose staff have all set the same PIN."""
    (tmp_path / "hall.db").write_bytes(new_tables())
    engine = open_engine(sqlite_url(tmp_path))
    hashed = hash_of(PIN)
    with engine.execution_options(writing=True).begin() as connection:
        for member in FACTS.staff:
            rows.set_pin(connection, FACTS.hall_id, member.number, hashed)
    engine.dispose()
    return tmp_path


@pytest.fixture
def staffed(with_pins):
    with open_local_hall(with_pins, ASKING) as (hall, clock):
        yield Story(LocalGateway(hall, "guide-1")), hall, clock


def signs_in(story, station_id="guide-1", number="1002", pin=PIN):
    return story.says(SignIn, station_id=station_id, staff_number=number, pin=Secret(pin))


def there(story):
    sessions = story.look("guide").sessions
    return {station: session.staff_number for station, session in sessions.items()}


def test_number_and_pin_let_a_guide_in_and_colleagues_see_it(staffed):
    story, _, _ = staffed
    assert isinstance(signs_in(story), SignedIn)
    assert there(story) == {"guide-1": "1002"}
    assert story.look("console", "c1").sessions.keys() == {"guide-1"}
    assert isinstance(story.says(SignOut, station_id="guide-1"), SignedOut)
    assert there(story) == {}


@pytest.mark.parametrize(("number", "pin"), [("1002", "111111"), ("7777", PIN), ("", "")])
def test_a_wrong_number_and_a_wrong_pin_are_answered_alike(staffed, number, pin):
    story, _, _ = staffed
    assert isinstance(signs_in(story, number=number, pin=pin), SignInFailed)
    assert there(story) == {}


def test_five_wrong_pins_lock_the_number_for_ten_minutes(staffed):
    story, _, clock = staffed
    said = [signs_in(story, pin="000001") for _ in range(5)]
    assert [type(one) for one in said] == [SignInFailed] * 4 + [SignInLocked]
    assert isinstance(signs_in(story), StaffLocked)
    assert isinstance(signs_in(story, number="1003"), SignedIn)
    clock.advance(RULES.sign_in_lock_s + 1)
    assert isinstance(signs_in(story), SignedIn)


def test_a_right_pin_forgets_the_wrong_ones(staffed):
    story, _, _ = staffed
    for _ in range(3):
        for _ in range(4):
            signs_in(story, pin="000001")
        assert isinstance(signs_in(story), SignedIn)


def test_who_signs_in_elsewhere_leaves_the_first_place(staffed):
    story, _, _ = staffed
    signs_in(story, number="1003")
    signs_in(story, station_id="c1", number="1003")
    assert there(story) == {"c1": "1003"}


def test_who_signs_in_after_a_colleague_takes_the_place(staffed):
    story, _, _ = staffed
    signs_in(story)
    signs_in(story, number="1003")
    assert there(story) == {"guide-1": "1003"}


def test_a_guide_is_no_clerk(staffed):
    story, _, _ = staffed
    assert signs_in(story, station_id="c1", number="1002") == NotYourStation()
    assert signs_in(story, station_id="guide-1", number="1001") == NotYourStation()


def test_a_screen_nobody_touches_locks_and_one_in_use_does_not(staffed):
    story, hall, clock = staffed
    signs_in(story)
    clock.advance(RULES.guide_idle_s - 1)
    hall.run_due()
    assert isinstance(story.says(KeepSignedIn, station_id="guide-1"), SessionKept)
    clock.advance(RULES.guide_idle_s - 1)
    hall.run_due()
    assert there(story) == {"guide-1": "1002"}
    clock.advance(2)
    hall.run_due()
    assert there(story) == {}
    assert story.says(KeepSignedIn, station_id="guide-1") == NobodySignedIn()


def test_the_pin_is_nowhere_in_what_the_hall_keeps(staffed, with_pins):
    story, hall, _ = staffed
    signs_in(story)
    signs_in(story, pin="739158")
    kept = b"".join(path.read_bytes() for path in with_pins.glob("hall.db*"))
    told = "".join(body for _, _, body in hall.events_after(0))
    for pin in (PIN, "739158"):
        assert pin.encode() not in kept
        assert pin not in told


def test_a_repeated_sign_in_is_one(staffed):
    story, hall, _ = staffed
    wish = SignIn(command_id="once", station_id="guide-1", staff_number="1002", pin=Secret(PIN))
    first = story.gateway.handle(wish)
    assert story.gateway.handle(wish) == first
    assert sum("SignedIn" in body for _, _, body in hall.events_after(0)) == 1


def test_a_console_where_nobody_signed_in_calls_nobody_but_still_calls_for_help(with_pins):
    with open_remote_hall(with_pins, ASKING) as remote:
        clerk = Story(remote.gateway("console", "c1"))
        opening = {"counter_id": "c1", "clerk_id": "1001"}
        assert clerk.says(OpenCounter, **opening) == NobodySignedIn()
        asked = clerk.says(RequestHelp, station_id="c1", help_kind="unwell")
        assert isinstance(asked, HelpRequested)
        assert isinstance(signs_in(clerk, "c1", "1001"), SignedIn)
        assert isinstance(clerk.says(OpenCounter, **opening), CounterOpened)


def test_a_desk_where_nobody_signed_in_lends_nothing(with_pins):
    with open_remote_hall(with_pins, ASKING) as remote:
        desk = Story(remote.gateway("guide", "guide-1"))
        glasses = {"station_id": "guide-1", "item_id": "glasses-1"}
        assert desk.says(LendItem, **glasses) == NobodySignedIn()
        assert isinstance(signs_in(desk), SignedIn)
        assert isinstance(desk.says(LendItem, **glasses), ItemLent)


def test_a_kiosk_never_signs_in(with_pins):
    with open_remote_hall(with_pins, ASKING) as remote:
        kiosk = Story(remote.gateway("kiosk", "kiosk-1"))
        assert kiosk.ticket().number


@pytest.mark.parametrize("pin", ["12345", "000000", "123456", "987654", "48026a", ""])
def test_a_pin_that_is_easy_to_guess_is_not_taken(pin):
    assert not usable(pin)


def test_a_lock_ends_by_itself():
    tries = model.after_wrong(model.Tries(failed=4), 100.0, most=5, lock_s=60.0)
    assert model.locked(tries, 159.0)
    assert not model.locked(tries, 160.0)
