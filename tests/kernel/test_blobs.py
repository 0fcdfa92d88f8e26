"""What somebody wrote by hand: sealed at once, shown to staff on record, gone in half an hour."""

import base64
import logging
import shutil
import sqlite3
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import text

from hall.client.local import LocalGateway
from hall.kernel.blobs import (
    BLOB_LIMIT_BYTES,
    BlobDeleted,
    BlobRead,
    BlobSealed,
    DayKeyForgotten,
    ReadBlob,
    SealBlob,
    kind_of,
)
from hall.kernel.errors import Malformed, NoLongerKept, TooLarge
from hall.kernel.handwriting import Handwriting, handwriting_bytes, read_handwriting
from hall.kernel.sealing import CannotUnseal, Label, MemoryDayKeys, seal, unseal
from tests.helpers.facts import FACTS
from tests.helpers.halls import open_local_hall

PNG = b"\x89PNG\r\n\x1a\n" + b"no picture a test would look at"
NOTE = handwriting_bytes(
    Handwriting(
        width_mm=248.0,
        height_mm=150.0,
        pen_mm=3.4,
        strokes=((1203, 407, 1311, 407, 1523, 419), (1317, 211, 1317, 907)),
    )
)
HALF_HOUR_S = 30 * 60
LABEL = Label("hall-1", "blob-1", "ink", "2026-11-23")


def rows_of(hall, table):
    with hall.parts.engine.connect() as connection:
        return connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608


def sealed_of(hall, blob_id):
    return next(bytes(row.sealed) for row in rows_of(hall, "blob") if row.blob_id == blob_id)


def happened(hall, kind):
    events = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
    return [event for event in events if isinstance(event, kind)]


def raw_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def goes_on(hall, clock, seconds):
    clock.advance(seconds)
    hall.run_due()


def test_what_was_written_is_read_again_and_only_its_id_is_on_record(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        kiosk, guide = LocalGateway(hall, "kiosk-1"), LocalGateway(hall, "guide-1")
        blob_id = kiosk.seal(NOTE, "ink")
        assert guide.unseal(blob_id) == NOTE
        (sealed,) = happened(hall, BlobSealed)
        assert (sealed.blob_id, sealed.station_id) == (blob_id, "kiosk-1")
        assert happened(hall, BlobRead) == [BlobRead(blob_id=blob_id, read_by="guide-1")]
        assert set(BlobRead.__struct_fields__) == {"blob_id", "read_by"}


def test_what_is_handed_in_again_under_its_own_id_is_kept_once(tmp_path):
    """The first answer was lost on its way: the station cannot know, and asks again."""
    with open_local_hall(tmp_path) as (hall, _):
        kiosk, guide = LocalGateway(hall, "kiosk-1"), LocalGateway(hall, "guide-1")
        for data in (NOTE, NOTE):
            assert kiosk.seal(data, "ink", "note-7") == "note-7"
        assert len(rows_of(hall, "blob")) == len(happened(hall, BlobSealed)) == 1
        assert guide.unseal("note-7") == NOTE


def test_an_id_that_something_else_has_is_refused_and_nothing_is_lost(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        gateway = LocalGateway(hall, "kiosk-1")
        blob_id = gateway.seal(NOTE, "ink")
        gateway.handle(ReadBlob(command_id="looked", blob_id=blob_id))
        with pytest.raises(Malformed):
            gateway.seal(NOTE, "ink", "looked")
        assert [row.blob_id for row in rows_of(hall, "blob")] == [blob_id]


def test_every_reading_is_on_record_before_anything_is_shown(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        blob_id = LocalGateway(hall, "kiosk-1").seal(NOTE, "ink")
        for reader in ("guide-1", "c1", "guide-1"):
            LocalGateway(hall, reader).unseal(blob_id)
        assert [one.read_by for one in happened(hall, BlobRead)] == ["guide-1", "c1", "guide-1"]
        with hall.parts.engine.execution_options(writing=True).begin() as connection:
            connection.execute(
                text(
                    "CREATE TRIGGER no BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no'); END"
                )
            )
        with pytest.raises(Exception, match="no"):
            LocalGateway(hall, "guide-1").unseal(blob_id)


def test_a_reading_of_nothing_is_not_on_record(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        with pytest.raises(NoLongerKept):
            LocalGateway(hall, "guide-1").unseal("never")
        assert happened(hall, BlobRead) == []


def test_the_writing_lies_nowhere_in_the_clear(tmp_path, caplog):
    with caplog.at_level(logging.DEBUG), open_local_hall(tmp_path) as (hall, clock):
        gateway = LocalGateway(hall, "kiosk-1")
        gateway.unseal(gateway.seal(NOTE, "ink"))
        goes_on(hall, clock, 60)
        on_disk = raw_bytes(tmp_path)
    stroke = b"1203,407,1311,407"
    assert stroke in NOTE
    for form in (stroke, base64.b64encode(NOTE)[30:60], NOTE.hex().encode()[60:120]):
        assert form not in on_disk
        assert form not in raw_bytes(tmp_path)
        assert form.decode() not in caplog.text


def test_after_half_an_hour_nothing_of_it_is_left_on_the_disk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        gateway = LocalGateway(hall, "kiosk-1")
        blob_id = gateway.seal(PNG + bytes(range(256)) * 400, "picture")
        sealed = sealed_of(hall, blob_id)
        pieces = [sealed[at : at + 32] for at in range(0, len(sealed) - 32, 997)]
        assert any(piece in raw_bytes(tmp_path) for piece in pieces)
        goes_on(hall, clock, HALF_HOUR_S - 1)
        assert gateway.unseal(blob_id)
        goes_on(hall, clock, 1)
        assert happened(hall, BlobDeleted) == [BlobDeleted(blob_id=blob_id)]
        with pytest.raises(NoLongerKept):
            gateway.unseal(blob_id)
        # That was one more commit: the disk was settled before it.
        assert [piece for piece in pieces if piece in raw_bytes(tmp_path)] == []


def test_its_life_ends_after_a_restart_too_and_whoever_sets_the_clock(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        blob_id = LocalGateway(hall, "kiosk-1").seal(NOTE, "ink")
        clock.step(-7200)
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        assert LocalGateway(hall, "guide-1").unseal(blob_id) == NOTE
        goes_on(hall, clock, HALF_HOUR_S)
        assert rows_of(hall, "blob") == []


def test_a_hall_decides_how_long_it_keeps_handwriting(tmp_path):
    facts = msgspec.structs.replace(FACTS, handwriting_minutes=5)
    with open_local_hall(tmp_path, facts) as (hall, clock):
        LocalGateway(hall).seal(NOTE, "ink")
        (sealed,) = happened(hall, BlobSealed)
        assert sealed.until == "2026-11-23T01:45:00.000+00:00"
        goes_on(hall, clock, 300)
        assert rows_of(hall, "blob") == []


def test_when_the_key_of_the_day_is_gone_no_backup_can_be_read(tmp_path):
    state, backup = tmp_path / "state", tmp_path / "backup"
    state.mkdir()
    backup.mkdir()
    with open_local_hall(state) as (hall, clock):
        gateway = LocalGateway(hall, "kiosk-1")
        blob_id = gateway.seal(NOTE, "ink")
        source, target = sqlite3.connect(state / "hall.db"), sqlite3.connect(backup / "hall.db")
        source.backup(target)
        source.close()
        target.close()
        assert not list((backup).glob("**/*.key"))
        goes_on(hall, clock, 9 * 3600)
        assert (state / "keys" / "day-2026-11-23.key").exists()
        assert restored(backup, state, tmp_path / "the same evening", blob_id) == NOTE
        goes_on(hall, clock, 6 * 3600)
        assert happened(hall, DayKeyForgotten) == [DayKeyForgotten(day="2026-11-23")]
        assert not list((state / "keys").glob("day-*"))
    with pytest.raises(NoLongerKept):
        restored(backup, state, tmp_path / "the next morning", blob_id)


def restored(backup: Path, state: Path, folder: Path, blob_id: str) -> bytes:
    """Read a blob in a hall made of a backup and whatever keys there are at that time."""
    shutil.copytree(backup, folder)
    shutil.copytree(state / "keys", folder / "keys")
    with open_local_hall(folder) as (hall, _):
        return LocalGateway(hall, "guide-1").unseal(blob_id)


def test_the_key_lies_in_no_table_and_is_for_its_owner_only(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        LocalGateway(hall).seal(NOTE, "ink")
        path = tmp_path / "keys" / "day-2026-11-23.key"
        key = path.read_text()
        assert path.stat().st_mode & 0o777 == 0o600
        for form in (key.encode(), bytes.fromhex(key)):
            assert form not in raw_bytes(tmp_path)


def test_a_note_of_the_last_minutes_of_a_day_has_its_whole_life(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        gateway = LocalGateway(hall, "kiosk-1")
        goes_on(hall, clock, (14 * 60 + 10) * 60)  # 23:50
        blob_id = gateway.seal(NOTE, "ink")
        goes_on(hall, clock, 29 * 60)
        other = gateway.seal(NOTE, "ink")
        assert gateway.unseal(blob_id) == NOTE
        goes_on(hall, clock, 12 * 60)
        assert not (tmp_path / "keys" / "day-2026-11-23.key").exists()
        assert gateway.unseal(other) == NOTE


def test_a_day_whose_key_was_destroyed_just_before_the_power_failed_is_closed_once_more(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        LocalGateway(hall).seal(NOTE, "ink")
        (tmp_path / "keys" / "day-2026-11-23.key").unlink()
        goes_on(hall, clock, 24 * 3600)
        assert happened(hall, DayKeyForgotten) == [DayKeyForgotten(day="2026-11-23")]


def test_a_row_that_was_changed_or_swapped_does_not_open(tmp_path, caplog):
    with open_local_hall(tmp_path) as (hall, _):
        gateway = LocalGateway(hall, "kiosk-1")
        first, second = gateway.seal(NOTE, "ink"), gateway.seal(NOTE, "ink")
        taken = sealed_of(hall, second)
        with hall.parts.engine.execution_options(writing=True).begin() as connection:
            connection.execute(
                text("UPDATE blob SET sealed = :sealed WHERE blob_id = :blob"),
                {"sealed": taken, "blob": first},
            )
        with pytest.raises(NoLongerKept):
            gateway.unseal(first)
        assert gateway.unseal(second) == NOTE
    assert f"blob {first} is not as it was sealed" in caplog.text


def test_no_changed_byte_opens():
    key = MemoryDayKeys().of("2026-11-23")
    sealed = seal(NOTE, key, LABEL)
    assert unseal(sealed, key, LABEL) == NOTE
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 0x40
        with pytest.raises(CannotUnseal):
            unseal(bytes(changed), key, LABEL)
        with pytest.raises(CannotUnseal):
            unseal(sealed[:at], key, LABEL)


@pytest.mark.parametrize("field", ["hall_id", "blob_id", "kind", "day"])
def test_what_is_sealed_opens_under_its_own_label_only(field):
    key = MemoryDayKeys().of("2026-11-23")
    parts = {"hall_id": "hall-1", "blob_id": "blob-1", "kind": "ink", "day": "2026-11-23"}
    with pytest.raises(CannotUnseal):
        unseal(seal(NOTE, key, LABEL), key, Label(**{**parts, field: "another"}))


def test_the_form_of_a_sealed_text_is_the_one_that_is_written_down():
    key = MemoryDayKeys().of("2026-11-23")
    sealed = seal(NOTE, key, LABEL)
    told = b"\x01hall-1\x00blob-1\x00ink\x002026-11-23"
    assert sealed[0] == 1
    assert AESGCM(key).decrypt(sealed[1:13], sealed[13:], told) == NOTE
    assert len(key) == 32
    assert len(sealed) == len(NOTE) + 1 + 12 + 16


def test_the_same_writing_never_looks_the_same_twice():
    key = MemoryDayKeys().of("2026-11-23")
    assert len({seal(NOTE, key, LABEL)[1:13] for _ in range(500)}) == 500


def test_ten_mebibytes_are_taken_and_not_one_byte_more(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        gateway = LocalGateway(hall, "kiosk-1")
        most = PNG + bytes(BLOB_LIMIT_BYTES - len(PNG))
        assert gateway.unseal(gateway.seal(most, "picture")) == most
        with pytest.raises(TooLarge):
            gateway.seal(most + b"x", "picture")
        assert len(rows_of(hall, "blob")) == 1


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "ink"),
        (b"", "picture"),
        (PNG, "ink"),
        (NOTE, "picture"),
        (b"\xff\xfe", "ink"),
        (NOTE.replace(b"1203", b'"1203"'), "ink"),
        (NOTE.replace(b"1203,", b""), "ink"),
        (NOTE.replace(b'"version":1', b'"version":2'), "ink"),
        (NOTE.replace(b"248.0", b"-1"), "ink"),
        (NOTE.replace(b"{", b'{"name":"x",', 1), "ink"),
    ],
)
def test_what_is_not_what_it_says_is_refused_and_not_quoted(tmp_path, data, kind):
    with open_local_hall(tmp_path) as (hall, _):
        with pytest.raises(Malformed) as refused:
            LocalGateway(hall, "kiosk-1").seal(data, kind)
        assert "1203" not in str(refused.value)
        assert rows_of(hall, "blob") == []
        assert not (tmp_path / "keys").exists()


def test_neither_the_command_nor_the_sheet_prints_what_was_written():
    command = SealBlob(command_id="c", station_id="kiosk-1", blob_kind="ink", data=NOTE)
    assert "1203" not in repr(command) + str([command]) + repr(read_handwriting(NOTE))


def test_a_sheet_is_read_as_it_was_written():
    sheet = read_handwriting(NOTE)
    assert handwriting_bytes(sheet) == NOTE
    assert sheet.strokes[1] == (1317, 211, 1317, 907)


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("image/png", "picture"),
        ("IMAGE/PNG; charset=binary", "picture"),
        ("application/vnd.silverhall.ink+json", "ink"),
        ("application/json", None),
        ("image/jpeg", "picture"),
        ("image/gif", None),
        ("", None),
    ],
)
def test_a_media_type_names_a_kind_or_nothing(media_type, kind):
    assert kind_of(media_type) == kind
