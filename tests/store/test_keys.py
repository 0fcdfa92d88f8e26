"""Key files: made once, whole or not at all, gone when they are forgotten."""

import os
import threading

from hall.store.keys import DayKeyFiles, keep_secret, load_keyring

DAY = "2026-11-23"


def test_a_day_has_one_key_and_another_day_another(tmp_path):
    keys = load_keyring(tmp_path).days
    assert keys.kept(DAY) is None
    first = keys.of(DAY)
    assert keys.of(DAY) == first == keys.kept(DAY) == DayKeyFiles(tmp_path).kept(DAY)
    assert keys.of("2026-11-24") != first


def test_a_forgotten_key_is_gone_and_does_not_come_back(tmp_path):
    keys = DayKeyFiles(tmp_path)
    first = keys.of(DAY)
    # Another name for the same file shows what is left of its bytes.
    os.link(tmp_path / "keys" / f"day-{DAY}.key", tmp_path / "another name")
    keys.forget(DAY)
    assert keys.kept(DAY) is None
    assert list((tmp_path / "keys").iterdir()) == []
    assert first.hex().encode() not in (tmp_path / "another name").read_bytes()
    keys.forget(DAY)
    assert keys.of(DAY) != first


def test_whoever_asks_at_the_same_time_gets_the_same_key(tmp_path):
    start, made = threading.Barrier(8), []

    def ask():
        start.wait(20)
        made.append(keep_secret(tmp_path, "index.key"))

    askers = [threading.Thread(target=ask) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(made) == 8
    assert len(set(made)) == 1
    assert len(bytes.fromhex(made[0])) == 32


def test_a_key_that_was_half_written_when_the_power_failed_is_not_taken_for_one(tmp_path):
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "index.key.0a0b0c0d.new").write_text("0123")
    assert len(bytes.fromhex(keep_secret(tmp_path, "index.key"))) == 32
