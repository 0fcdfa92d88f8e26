"""Whatever a client sends: its own fault, named with its path, changing nothing; never ours."""

import uuid
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hall.boards.vocabulary import vocabulary
from hall.server.roles import ROLES
from tests.server.desk import BASE, PRIVATE, open_desk
from tests.server.saying import required_fields, some_fields

WORDS = vocabulary()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with open_desk(tmp_path_factory.mktemp("hall")) as desk:
        yield desk


def wish(kind="OpenDay", **fields):
    return msgspec.json.encode({"kind": kind, "command_id": str(uuid.uuid4()), **fields})


def taking(**visitor):
    return wish("TakeTicket", station_id="s", matter_id="m-pension", visitor=visitor)


OF_NO_TYPE = {"no such": 0}
"""What no field of any command can be."""


def told(desk, role: str, body: dict[str, Any]) -> tuple[int, str | None, str]:
    """The status of a command, the path it names, and the sentence said of it."""
    answer = desk.post(msgspec.json.encode(body), role)
    return answer.status_code, answer.json().get("path"), answer.json().get("say", "")


@pytest.mark.parametrize("kind", sorted(WORDS.commands))
def test_each_field_of_each_command_is_asked_for_and_looked_at(desk, kind):
    """A field too few, one too many, one of a wrong type: named, and nothing has happened."""
    command = WORDS.commands[kind]
    role = next(role for role in ROLES if command in ROLES[role])
    whole = {"kind": kind, **some_fields(command), "command_id": f"asked-{kind}"}
    before = desk.hall.seq()
    status, path, said = told(desk, role, whole | {"no_such_field": 1})
    assert (status, path) == (422, "$")
    assert "no_such_field" in said
    for name in required_fields(command):
        less = {key: value for key, value in whole.items() if key != name}
        status, path, said = told(desk, role, less)
        assert (status, path) == (422, "$"), name
        assert f"`{name}`" in said
    for name in command.__struct_fields__:
        status, path, said = told(desk, role, whole | {name: OF_NO_TYPE})
        assert (status, path) == (422, f"$.{name}"), name
        assert said
    assert desk.hall.seq() == before
    assert told(desk, role, whole)[0] in (200, 403), "with every field right it is understood"


LONG = "x" * 65


@pytest.mark.parametrize(
    ("role", "body", "path"),
    [
        ("kiosk", taking(id_number=5), "$.visitor.id_number"),
        ("kiosk", taking(id_number="1" * 65), "$.visitor.id_number"),
        ("kiosk", taking(surname=["x"]), "$.visitor.surname"),
        ("kiosk", taking(birth_date="1940-02-30"), "$.visitor.birth_date"),
        ("kiosk", taking(birth_date={}), "$.visitor.birth_date"),
        ("kiosk", taking(card_valid_to="bald"), "$.visitor.card_valid_to"),
        ("kiosk", taking(stated_age_band="old"), "$.visitor.stated_age_band"),
        ("kiosk", taking(sex=3), "$.visitor.sex"),
        ("kiosk", taking(behalf_of="neighbour"), "$.visitor.behalf_of"),
        ("kiosk", taking(claims=["disabled", "rich"]), "$.visitor.claims[1]"),
        ("kiosk", taking(claims=["disabled"] * 7), "$.visitor.claims"),
        ("kiosk", taking(needs="hearing"), "$.visitor.needs"),
        ("kiosk", taking(photo="x"), "$.visitor"),
        ("kiosk", wish("TakeTicket", station_id="s", matter_id="m"), "$"),
        ("kiosk", wish("TakeTicket", station_id="s", matter_id=LONG, visitor={}), "$.matter_id"),
        (
            "kiosk",
            wish("TakeTicket", station_id="s", matter_id="a\x00b", visitor={}),
            "$.matter_id",
        ),
        ("kiosk", wish("TakeTicket", station_id="s", matter_id="a\n", visitor={}), "$.matter_id"),
        (
            "kiosk",
            wish("ReportPrint", ticket_id="t", station_id="s", outcome="burnt"),
            "$.outcome",
        ),
        ("kiosk", wish("RequestHelp", station_id="s", help_kind="tea"), "$.help_kind"),
        ("kiosk", wish("ReportDevice", station_id="s", device_id="d", status="sad"), "$.status"),
        ("display", wish("CallSpoken", station_id="s", ticket_id="t", call_no=0), "$.call_no"),
        ("display", wish("CallSpoken", station_id="s", ticket_id="t", call_no="1"), "$.call_no"),
        (
            "display",
            wish("CallSpoken", station_id="s", ticket_id="t", call_no=10**15),
            "$.call_no",
        ),
        (
            "console",
            wish("CallTicket", counter_id="s", ticket_id="t", reason="x" * 201),
            "$.reason",
        ),
        ("console", wish("TransferTicket", counter_id="s", ticket_id="t"), "$.to_counter_id"),
        ("manager", wish(station_id="s", day="today"), "$"),
        ("manager", wish("PlanDays"), "$.kind"),
        ("manager", wish("PurgeVisitors", day_id="x"), "$.kind"),
        ("manager", wish("ComeDue", ticket_id="x"), "$.kind"),
        ("manager", b'{"kind":"OpenDay","station_id":"s"}', "$"),
        ("manager", b'{"kind":"OpenDay","command_id":"' + b"x" * 65 + b'"}', "$.command_id"),
        ("manager", b'{"kind":"OpenDay","command_id":"\\ud800","station_id":"s"}', "$"),
        ("manager", b'{"x":' * 12_000, "$"),
        ("manager", b"[" * 60_000, "$"),
    ],
)
def test_a_command_that_cannot_be_is_refused_with_the_path_of_the_field(desk, role, body, path):
    seq = desk.hall.seq()
    answer = desk.post(body, role)
    assert (answer.status_code, answer.json()["path"]) == (422, path)
    assert answer.json()["say"]
    assert "regex" not in answer.json()["say"]
    assert desk.hall.seq() == seq


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (None, 401),
        ("", 401),
        ("Bearer", 401),
        ("Bearer wrong", 401),
        ("Basic cHJpdmF0ZQ==", 401),
        ("Bearer h\xe9", 401),
        ("Bearer " + "x" * 5000, 401),
        (f"Bearer {PRIVATE}", 403),
    ],
)
def test_who_is_nobody_is_401_and_the_launcher_may_only_make_credentials(desk, header, status):
    headers = {} if header is None else {"Authorization": header.encode("latin-1")}
    body = wish(station_id="s")
    assert desk.client.post(f"{BASE}/commands", content=body, headers=headers).status_code == status
    asked = desk.client.get(f"{BASE}/snapshot?board=hall", headers=headers)
    assert asked.status_code == status


def test_a_body_of_64_kib_is_read_and_one_byte_more_is_413(desk):
    limit = 64 * 1024
    body = wish(station_id="s")
    padded = body[:-1] + b" " * (limit - len(body)) + b"}"
    assert desk.post(padded, "manager").status_code == 200
    assert desk.post(padded + b" ", "manager").status_code == 413


def test_a_role_speaks_only_for_its_own_station_and_counter(desk):
    for role, body in (
        ("kiosk", wish("RequestHelp", station_id="other", help_kind="help")),
        ("console", wish("CallNext", counter_id="other")),
        ("guide", wish("AcknowledgeHelp", help_id="h", station_id="other")),
        ("display", wish("CallSpoken", station_id="other", ticket_id="t", call_no=1)),
        ("console", wish("ReturnTicket", ticket_id="t", counter_id="s", station_id="other")),
    ):
        assert desk.post(body, role).status_code == 403, body


@pytest.mark.parametrize(
    ("query", "status", "path"),
    [
        ("board=kitchen", 422, "$.board"),
        ("", 422, "$.board"),
        ("board=guide", 403, None),
        ("board=kiosk&id=other", 403, None),
        ("board=kiosk&id=s", 200, None),
    ],
)
def test_a_snapshot_is_refused_for_the_same_reasons(desk, query, status, path):
    answer = desk.client.get(f"{BASE}/snapshot?{query}", headers=desk.header("kiosk"))
    assert answer.status_code == status
    assert answer.json().get("path") == path


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"role": "kiosk", "station_id": "kiosk-9"}, 200),
        ({"role": "king", "station_id": "s"}, 422),
        ({"role": "kiosk"}, 422),
        ({"role": "kiosk", "station_id": LONG}, 422),
        ([], 422),
    ],
)
def test_only_the_launcher_makes_credentials_and_only_sound_ones(desk, wanted, status):
    body = msgspec.json.encode(wanted)
    launcher = {"Authorization": f"Bearer {PRIVATE}"}
    answer = desk.client.post(f"{BASE}/credentials", content=body, headers=launcher)
    assert answer.status_code == status
    other = desk.client.post(f"{BASE}/credentials", content=body, headers=desk.header("manager"))
    assert other.status_code == 403


def test_a_database_that_does_not_answer_is_503_with_a_sentence_and_no_more(tmp_path, caplog):
    with open_desk(tmp_path) as desk:
        headers = desk.header("kiosk")
        with desk.hall.parts.engine.execution_options(writing=True).begin() as connection:
            for table in ("ticket", "business_day", "place"):
                connection.execute(text(f"DROP TABLE {table}"))
        asked = [
            desk.post(taking(surname="\u6b27\u9633"), "kiosk"),
            desk.client.get(f"{BASE}/snapshot?board=kiosk&id=s", headers=headers),
            desk.client.get("/readyz"),
        ]
        assert [answer.status_code for answer in asked] == [503, 503, 503]
        assert all(answer.json()["say"] for answer in asked)
        assert desk.client.get("/healthz").json() == {"alive": True}
    assert "\u6b27\u9633" not in caplog.text


def test_a_hall_that_is_ending_is_alive_and_not_ready(tmp_path):
    with open_desk(tmp_path) as desk:
        assert desk.client.get("/readyz").json() == {"ready": True, "seq": desk.hall.seq()}
        desk.hall.stop()
        assert desk.client.get("/readyz").status_code == 503
        assert desk.client.get("/healthz").status_code == 200
        assert desk.post(taking(), "kiosk").status_code == 503


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=70)
    | st.sampled_from(["", "s", "m-pension", "1940-05-01", "\x00", "80_plus", "help", "printed"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
VISITOR: Any = st.fixed_dictionaries(
    {},
    optional={
        "id_number": st.text(max_size=30) | JUNK,
        "surname": st.text(max_size=30) | JUNK,
        "sex": st.sampled_from([0, 1, 2, 9]) | JUNK,
        "birth_date": st.dates().map(str) | st.text(max_size=12) | JUNK,
        "stated_age_band": st.sampled_from(["under_60", "60_79", "80_plus"]) | JUNK,
        "card_valid_to": st.dates().map(str) | JUNK,
        "behalf_of": st.sampled_from(["family", "agency"]) | JUNK,
        "claims": st.lists(st.sampled_from(["disabled", "veteran"]), max_size=7) | JUNK,
        "needs": st.lists(st.sampled_from(["hearing", "sight"]), max_size=6) | JUNK,
        "x": JUNK,
    },
)
SENSIBLE: dict[str, Any] = {
    "command_id": st.uuids().map(str),
    "station_id": st.just("s"),
    "counter_id": st.sampled_from(["s", "c1"]),
    "matter_id": st.sampled_from(["m-pension", "m-death", "m-nothing"]),
    "visitor": VISITOR,
    "outcome": st.sampled_from(["printed", "not_printed", "unknown"]),
    "status": st.sampled_from(["ready", "paper_out"]),
    "help_kind": st.sampled_from(["help", "unwell"]),
    "call_no": st.integers(0, 3),
    "to_counter_id": st.sampled_from([None, "c1", "c2"]),
    "to_matter_id": st.sampled_from([None, "m-special"]),
}


def bodies(kind: str) -> Any:
    """Bodies of one kind: each field sensible, nonsense or missing; now and then one too many."""
    fields = {
        name: SENSIBLE.get(name, st.text(max_size=70)) | JUNK
        for name in WORDS.commands[kind].__struct_fields__
    }
    return st.fixed_dictionaries({"kind": st.just(kind)}, optional={**fields, "surplus": JUNK})


EVERY_KIND = [
    (role, kind) for role in sorted(ROLES) for kind in sorted(k.__name__ for k in ROLES[role])
]


@settings(
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_in_the_body_it_is_an_answer_or_the_clients_own_fault(desk, data):
    role, kind = data.draw(st.sampled_from(EVERY_KIND))
    body = data.draw(bodies(kind))
    seq = desk.hall.seq()
    answer = desk.post(msgspec.json.encode(body), role)
    assert answer.status_code in (200, 403, 422), answer.text
    if answer.status_code == 422:
        assert answer.json()["path"].startswith("$")
    if answer.status_code != 200:
        assert desk.hall.seq() == seq
    else:
        assert answer.json()["kind"] in {**WORDS.events, **WORDS.refusals}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.dictionaries(st.sampled_from(["board", "id", "after", "x"]), st.text(max_size=20)))
def test_whatever_is_in_the_query_it_is_an_answer_or_the_clients_own_fault(desk, query):
    answer = desk.client.get(f"{BASE}/snapshot", params=query, headers=desk.header("guide"))
    assert answer.status_code in (200, 403, 422)


def test_no_fuzz_left_a_fault_of_ours_behind(desk):
    """After all of the above the hall still gives a number."""
    answer = desk.post(taking(stated_age_band="60_79"), "kiosk")
    assert answer.status_code == 200
    assert answer.json()["kind"] in ("TicketTaken", "MatterClosed")
