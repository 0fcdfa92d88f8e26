"""Sealed blobs on the wire: who may hand in, who may read, what is refused."""

from __future__ import annotations

import httpx
import pytest

from hall.kernel.blobs import BLOB_LIMIT_BYTES
from hall.kernel.errors import HallUnreachable, Malformed, NoLongerKept, NotAllowed, TooLarge
from hall.kernel.handwriting import INK_MEDIA_TYPE, Handwriting, handwriting_bytes
from hall.server.roles import ROLES
from tests.helpers.halls import RemoteHall, open_remote_hall

NOTE = handwriting_bytes(
    Handwriting(width_mm=248.0, height_mm=150.0, pen_mm=3.4, strokes=((1203, 407, 1311, 407),))
)
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff\xe0 no photograph a test would look at"
MAY_SEAL = {"kiosk", "console", "guide"}
MAY_READ = {"console", "guide"}


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    with open_remote_hall(tmp_path_factory.mktemp("hall")) as hall:
        yield hall


@pytest.fixture(scope="module")
def tokens(remote):
    return {role: remote.token(role, f"{role}-1") for role in ROLES}


def hand_in(
    remote: RemoteHall, token: str, data: bytes = NOTE, media_type: str | None = INK_MEDIA_TYPE,
    query: str = "",
) -> httpx.Response:  # fmt: skip
    headers = {"Authorization": f"Bearer {token}"}
    if media_type is not None:
        headers["Content-Type"] = media_type
    url = f"{remote.url}/api/v1/blobs{query}"
    return httpx.post(url, content=data, headers=headers, trust_env=False)


def ask_for(remote: RemoteHall, token: str, blob_id: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{remote.url}/api/v1/blobs/{blob_id}", headers=headers, trust_env=False)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_stations_where_people_write_may_hand_in_and_staff_may_read(remote, tokens, role):
    kept = hand_in(remote, tokens["kiosk"]).json()["blob_id"]
    assert hand_in(remote, tokens[role]).status_code == (200 if role in MAY_SEAL else 403)
    assert ask_for(remote, tokens[role], kept).status_code == (200 if role in MAY_READ else 403)


def test_whoever_handed_it_in_at_the_kiosk_cannot_read_it_there(remote, tokens):
    kept = hand_in(remote, tokens["kiosk"]).json()["blob_id"]
    refused = ask_for(remote, tokens["kiosk"], kept)
    assert refused.status_code == 403
    assert b"1203" not in refused.content


def test_without_a_credential_nothing_is_taken_and_nothing_shown(remote, tokens):
    kept = hand_in(remote, tokens["kiosk"]).json()["blob_id"]
    assert hand_in(remote, "wrong").status_code == 401
    assert ask_for(remote, "wrong", kept).status_code == 401
    bare = httpx.get(f"{remote.url}/api/v1/blobs/{kept}", trust_env=False)
    assert bare.status_code == 401


@pytest.mark.parametrize("media_type", [INK_MEDIA_TYPE, "image/png", "image/jpeg"])
def test_what_comes_out_is_what_went_in_and_no_machine_between_keeps_it(remote, tokens, media_type):
    data = {INK_MEDIA_TYPE: NOTE, "image/png": PNG, "image/jpeg": JPEG}[media_type]
    kept = hand_in(remote, tokens["kiosk"], data, media_type)
    assert kept.status_code == 200
    assert set(kept.json()) == {"blob_id"}
    shown = ask_for(remote, tokens["guide"], kept.json()["blob_id"])
    assert shown.content == data
    assert shown.headers["content-type"] == media_type
    assert shown.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("role", ["kiosk", "guide"])
@pytest.mark.parametrize("media_type", ["image/gif", "application/json", "text/html", "", None])
def test_only_what_the_hall_knows_is_taken(remote, tokens, media_type, role):
    refused = hand_in(remote, tokens[role], NOTE, media_type)
    assert refused.status_code == 422
    assert "image/png" in refused.json()["say"]


@pytest.mark.parametrize("media_type", ["application/pdf", "text/plain"])
def test_papers_and_details_are_handed_in_by_staff_only(remote, tokens, media_type):
    assert hand_in(remote, tokens["kiosk"], b"%PDF-1.7", media_type).status_code == 403
    assert hand_in(remote, tokens["guide"], b"%PDF-1.7", media_type).status_code == 200


@pytest.mark.parametrize(
    ("data", "media_type", "path"),
    [
        (b"", INK_MEDIA_TYPE, "$"),
        (b"not a picture", "image/png", "$"),
        (NOTE.replace(b"1203", b"null"), INK_MEDIA_TYPE, "$.strokes[0][0]"),
        (NOTE.replace(b"3.4", b"0"), INK_MEDIA_TYPE, "$.pen_mm"),
    ],
)
def test_what_is_not_what_it_says_is_named(remote, tokens, data, media_type, path):
    refused = hand_in(remote, tokens["kiosk"], data, media_type)
    assert refused.status_code == 422
    assert refused.json()["path"] == path


def test_a_body_sent_again_with_its_id_is_kept_once_and_an_old_client_needs_none(remote, tokens):
    sent = [hand_in(remote, tokens["kiosk"], query="?id=note-8") for _ in range(2)]
    assert [one.json() for one in sent] == [{"blob_id": "note-8"}] * 2
    without = {hand_in(remote, tokens["kiosk"]).json()["blob_id"] for _ in range(2)}
    assert len(without) == 2


@pytest.mark.parametrize("query", ["?id=" + "x" * 65, "?id=a%0ab", "?id=taken"])
def test_an_id_that_cannot_be_one_or_is_taken_is_named(remote, tokens, query):
    command = {"kind": "OpenDay", "command_id": "taken", "station_id": "manager-1"}
    headers = {"Authorization": f"Bearer {tokens['manager']}"}
    url = f"{remote.url}/api/v1/commands"
    assert httpx.post(url, json=command, headers=headers, trust_env=False).status_code == 200
    refused = hand_in(remote, tokens["kiosk"], query=query)
    assert (refused.status_code, refused.json()["path"]) == (422, "$.id")


def test_ten_mebibytes_are_taken_and_not_one_byte_more(remote, tokens):
    most = PNG + bytes(BLOB_LIMIT_BYTES - len(PNG))
    assert hand_in(remote, tokens["kiosk"], most, "image/png").status_code == 200
    assert hand_in(remote, tokens["kiosk"], most + b"x", "image/png").status_code == 413


@pytest.mark.parametrize("blob_id", ["never", "x" * 65, "%00", "%0a", "..%2f..%2fhealthz"])
def test_what_is_not_there_is_no_fault(remote, tokens, blob_id):
    assert ask_for(remote, tokens["guide"], blob_id).status_code == 404


def test_a_station_says_the_same_through_its_gateway(remote):
    kiosk, guide = remote.gateway("kiosk", "kiosk-1"), remote.gateway("guide", "guide-1")
    blob_id = kiosk.seal(NOTE, "ink")
    assert guide.unseal(blob_id) == NOTE
    with pytest.raises(NotAllowed):
        kiosk.unseal(blob_id)
    with pytest.raises(NotAllowed):
        remote.gateway("display", "board-1").seal(NOTE, "ink")
    with pytest.raises(Malformed):
        kiosk.seal(NOTE, "picture")
    with pytest.raises(TooLarge):
        kiosk.seal(PNG + bytes(BLOB_LIMIT_BYTES), "picture")
    assert [kiosk.seal(NOTE, "ink", "note-9"), kiosk.seal(NOTE, "ink", "note-9")] == ["note-9"] * 2
    with pytest.raises(NoLongerKept):
        guide.unseal("never")
    with pytest.raises(NoLongerKept):
        guide.unseal("../snapshot?board=guide")


def test_after_half_an_hour_it_is_gone_and_nothing_was_lost_before(tmp_path):
    with open_remote_hall(tmp_path) as remote:
        kiosk, guide = remote.gateway("kiosk", "kiosk-1"), remote.gateway("guide", "guide-1")
        blob_id = kiosk.seal(NOTE, "ink")
        remote.advance(29 * 60)
        assert guide.unseal(blob_id) == NOTE
        remote.advance(60)
        with pytest.raises(NoLongerKept):
            guide.unseal(blob_id)


def test_a_hall_that_was_killed_shows_what_it_had_taken(tmp_path):
    with open_remote_hall(tmp_path) as remote:
        kiosk = remote.gateway("kiosk", "kiosk-1")
        blob_id = kiosk.seal(NOTE, "ink")
        remote.kill()
        with pytest.raises(HallUnreachable):
            kiosk.seal(NOTE, "ink")
    with open_remote_hall(tmp_path) as again:
        assert again.gateway("guide", "guide-1").unseal(blob_id) == NOTE


def test_the_document_says_what_is_taken_and_given(remote):
    document = httpx.get(f"{remote.url}/api/v1/openapi.json", trust_env=False).json()
    taken = document["paths"]["/api/v1/blobs"]["post"]["requestBody"]["content"]
    given = document["paths"]["/api/v1/blobs/{blob_id}"]["get"]["responses"]["200"]["content"]
    kinds = {"image/png", "image/jpeg", INK_MEDIA_TYPE, "application/pdf", "text/plain"}
    assert set(taken) == set(given) == kinds
