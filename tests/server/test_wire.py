"""The hall on the wire: who may, what is refused, and what a follower gets."""

import json
import re
import threading
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall.boards.vocabulary import vocabulary
from hall.calls.messages import CallNext, OpenCounter, TicketCalled
from hall.care.feelings.messages import GiveFeeling
from hall.kernel.errors import HallUnreachable, Malformed, NotAllowed
from hall.kernel.messages import Happened, MustSnapshot
from hall.server.roles import BOARDS_OF, ROLES
from hall.tickets.messages import TakeTicket, TicketTaken
from tests.helpers.halls import RemoteHall, StoryOfRoles, open_remote_hall, person
from tests.server.saying import some_fields

WORDS = vocabulary()


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    with open_remote_hall(tmp_path_factory.mktemp("hall")) as hall:
        yield hall


def post(remote: RemoteHall, body: bytes, token: str) -> httpx.Response:
    return httpx.post(
        f"{remote.url}/api/v1/commands",
        content=body,
        headers={"Authorization": f"Bearer {token}"},
        trust_env=False,
    )


def test_without_a_credential_nobody_is_heard(remote):
    assert post(remote, b"{}", "wrong").status_code == 401
    bare = httpx.post(f"{remote.url}/api/v1/commands", content=b"{}", trust_env=False)
    assert bare.status_code == 401
    assert httpx.get(f"{remote.url}/api/v1/snapshot?board=hall", trust_env=False).status_code == 401


OWN_CHANNEL = {"display": "keypad", "guide": "paper_by_guide"}


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("kind", sorted(WORDS.commands))
def test_each_role_may_send_only_its_own_commands(remote, role, kind):
    command = WORDS.commands[kind]
    token = _tokens(remote)[role]
    wish = some_fields(command) | {"command_id": f"{role}-{kind}"}
    bound = {"station_id": "s", "counter_id": "s"}
    wish |= {name: value for name, value in bound.items() if name in wish}
    if command is GiveFeeling:
        wish["channel"] = OWN_CHANNEL.get(role, "kiosk")
    body = msgspec.json.encode({"kind": kind, **wish})
    expected = 200 if command in ROLES[role] else 403
    assert post(remote, body, token).status_code == expected


_TOKENS: dict[str, dict[str, str]] = {}


def _tokens(remote):
    if remote.url not in _TOKENS:
        _TOKENS[remote.url] = {role: remote.token(role, "s") for role in ROLES}
    return _TOKENS[remote.url]


def test_a_kiosk_cannot_speak_for_another(remote):
    kiosk = remote.gateway("kiosk", "kiosk-1")
    with pytest.raises(NotAllowed):
        kiosk.handle(
            TakeTicket(
                command_id="a", station_id="kiosk-2", matter_id="m-pension", visitor=person()
            )
        )
    with pytest.raises(NotAllowed):
        kiosk.snapshot("kiosk", "kiosk-2")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_role_sees_only_its_own_boards(remote, role):
    for board in ("kiosk", "counter", "hall", "console", "guide", "manager", "queue"):
        answer = httpx.get(
            f"{remote.url}/api/v1/snapshot",
            params={"board": board, "id": "s"},
            headers={"Authorization": f"Bearer {_tokens(remote)[role]}"},
            trust_env=False,
        )
        assert answer.status_code == (200 if board in BOARDS_OF[role] else 403), board


@pytest.mark.parametrize(
    ("body", "status", "path"),
    [
        (b"", 422, "$"),
        (b"[]", 422, "$"),
        (b'{"kind":"Nothing","command_id":"a"}', 422, "$.kind"),
        (b'{"kind":"OpenDay","command_id":"","station_id":"s"}', 422, "$.command_id"),
        (b'{"kind":"OpenDay","command_id":"a","station_id":5}', 422, "$.station_id"),
        (b'{"kind":"OpenDay","command_id":"a","station_id":"s","more":1}', 422, "$"),
        (b'{"kind":"\xff"}', 422, "$"),
        (b" " * (64 * 1024 + 1), 413, None),
    ],
)
def test_what_cannot_be_understood_is_named(remote, body, status, path):
    answer = post(remote, body, _tokens(remote)["manager"])
    assert answer.status_code == status
    assert answer.json().get("path") == path
    assert answer.json()["say"]


def test_a_date_that_is_none_is_named_with_its_path(remote):
    kiosk = remote.gateway("kiosk", "s")
    with pytest.raises(Malformed, match="birth_date"):
        kiosk.handle(
            TakeTicket(
                command_id="b",
                station_id="s",
                matter_id="m-pension",
                visitor=person(born="gestern"),
            )
        )


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["kind", "command_id", "visitor", "x"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    ).map(lambda value: msgspec.json.encode(value) if not _too_big(value) else b"{}")
)
def test_no_client_ever_sees_a_fault_of_ours(remote, body):
    assert post(remote, body, _tokens(remote)["kiosk"]).status_code in (200, 403, 413, 422)


def _too_big(value):
    try:
        msgspec.json.encode(value)
    except (OverflowError, UnicodeEncodeError):
        return True
    return False


def test_a_follower_hears_what_happens_after_its_place(remote):
    story = StoryOfRoles(remote)
    hall = remote.gateway("display", "board-1")
    staff = remote.gateway("console", "c1")
    seq = hall.snapshot("hall").seq
    feed, staff_feed = hall.follow(seq, "hall"), staff.follow(seq, "console", "c1")
    story.ticket(surname="王", band="80_plus")
    first, first_staff = next(iter(feed)), next(iter(staff_feed))
    assert isinstance(first, Happened)
    assert (first.prev, first.seq) == (seq, seq + 1)
    assert isinstance(first.event, TicketTaken)
    assert first.people == {}
    assert first_staff.people[first.event.ticket.visitor_id].surname == "王"
    late = hall.follow(0, "hall")
    caught_up = []
    for item in late:
        caught_up.append(item)
        if item.seq == first.seq:
            break
    assert [item.prev for item in caught_up] == [0, *(item.seq for item in caught_up[:-1])]
    assert caught_up[-1].seq == first.seq
    for one in (feed, staff_feed, late):
        one.close()


def test_a_follower_from_the_future_is_told_to_take_a_snapshot(remote):
    hall = remote.gateway("display", "board-1")
    feed = hall.follow(10_000_000, "hall")
    assert isinstance(next(iter(feed)), MustSnapshot)
    feed.close()


def test_a_stranger_cannot_follow(remote):
    partner = remote.gateway("partner", "p")
    with pytest.raises(NotAllowed):
        partner.follow(0, "guide")


def test_a_hundred_screens_hear_one_call(remote):
    story = StoryOfRoles(remote)
    story.ticket()
    display = remote.gateway("display", "d")
    feeds = [display.follow(display.snapshot("hall").seq, "hall") for _ in range(100)]
    heard = []

    def listen(feed):
        for item in feed:
            if isinstance(item, Happened) and isinstance(item.event, TicketCalled):
                heard.append(item.event.ticket.number)
                return

    screens = [threading.Thread(target=listen, args=(feed,)) for feed in feeds]
    for screen in screens:
        screen.start()
    story.says(OpenCounter, counter_id="c2", clerk_id="k1")
    called: Any = story.says(CallNext, counter_id="c2")
    for screen in screens:
        screen.join(20)
    assert heard == [called.ticket.number] * 100
    for feed in feeds:
        feed.close()


def test_a_hall_that_is_gone_is_an_answer_within_three_seconds(tmp_path):
    with open_remote_hall(tmp_path) as hall:
        kiosk = hall.gateway("kiosk", "kiosk-1")
        feed = kiosk.follow(0, "kiosk", "kiosk-1")
        hall.kill()
        with pytest.raises(HallUnreachable):
            list(feed)
        with pytest.raises(HallUnreachable):
            kiosk.snapshot("kiosk", "kiosk-1")


def test_the_document_names_every_message(remote):
    document = httpx.get(f"{remote.url}/api/v1/openapi.json", trust_env=False).json()
    names = set(document["components"]["schemas"])
    assert set(WORDS.commands) | set(WORDS.events) | set(WORDS.refusals) <= names
    said = re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document))
    assert set(said) <= names
    post = document["paths"]["/api/v1/commands"]["post"]
    assert post["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/Command")
    number = document["components"]["schemas"]["Visitor"]["properties"]["id_number"]
    assert {"type": "string", "maxLength": 64, "writeOnly": True} in number["anyOf"]


@pytest.mark.parametrize(
    "path",
    ["commands", "snapshot", "credentials", "openapi.json", "feed"],
)
def test_the_document_and_the_paths_of_the_contract_are_there(remote, path):
    answer = httpx.request("OPTIONS", f"{remote.url}/api/v1/{path}", trust_env=False)
    assert answer.status_code in (405, 404 if path == "feed" else 405)


def test_health_is_for_everybody(remote):
    assert httpx.get(f"{remote.url}/healthz", trust_env=False).json() == {"alive": True}
    assert httpx.get(f"{remote.url}/readyz", trust_env=False).json()["ready"] is True
