"""The verbs of the settings, as an installer types them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hall.store.credentials import Credential, find_credential
from hall.store.engine import open_engine, sqlite_url
from launch.cli import main
from tests.settings.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "config")


def test_check_config_says_nothing_wrong_and_ends_with_0(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    this_year = datetime.now(UTC).year  # noqa: TID251 - the verb looks at this machine's calendar
    october = [date(year, 10, day) for year in range(2027, this_year + 2) for day in range(1, 14)]
    known = [f'[[holiday]]\ndate = {day}\nname = "样例"' for day in october]
    folder.write("hall.toml", [*folder.lines("hall.toml"), *known])
    files = [str(folder.path / name) for name in ("hall.toml", "matters.toml", "kiosk.toml")]
    assert main(["check-config", *files]) == 0
    assert capsys.readouterr().out == "all settings are in order\n"


def test_check_config_says_every_fault_on_a_line_of_its_own_and_ends_with_1(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    first = folder.spoil("hall.toml", "guard_every", "guard_evry = 3")
    second = folder.spoil("matters.toml", "accept_at", 'accept_at = ["county_hal"]')
    assert main(["check-config", str(folder.path / "hall.toml")]) == 1
    hall, matters = folder.path / "hall.toml", folder.path / "matters.toml"
    assert capsys.readouterr().out.splitlines() == [
        f'{hall}:{first}: policy.guard_evry: this key is not known. Did you mean "guard_every"?',
        f'{matters}:{second}: matter.accept_at: there is no place "county_hal". '
        'Did you mean "county_hall"?',
    ]


def token(folder: Folder, role: str, station: str) -> int:
    state = folder.path.parent / "state"
    asked = ["--config", str(folder.path), "--state", str(state)]
    return main(["token", "--role", role, "--station", station, *asked])


def test_a_token_is_printed_once_and_speaks_for_its_station(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert token(folder, "kiosk", "kiosk-1") == 0
    printed = capsys.readouterr().out.strip()
    assert len(printed) >= 40
    state = folder.path.parent / "state"
    engine = open_engine(sqlite_url(state))
    assert find_credential(engine, "sample", printed) == Credential("kiosk", "kiosk-1")
    assert find_credential(engine, "another hall", printed) is None
    engine.dispose()
    stored = b"".join(path.read_bytes() for path in state.iterdir() if path.is_file())
    assert printed.encode() not in stored


def test_two_tokens_for_one_station_are_two(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    tokens = []
    for _ in range(2):
        assert token(folder, "guide", "guide-1") == 0
        tokens.append(capsys.readouterr().out)
    assert tokens[0] != tokens[1]


def test_a_console_speaks_for_a_counter_of_the_hall(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert token(folder, "console", "2") == 0
    assert capsys.readouterr().out
    assert token(folder, "console", "7") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == ('a console speaks for a counter; there is no counter "7". Valid: 1, 2.\n')


def test_an_unknown_role_is_one_sentence_and_exit_2(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert token(folder, "king", "k") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "choose from" in said
    assert "kiosk" in said


def test_a_hall_with_faulty_settings_is_not_opened(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.spoil("hall.toml", "timezone", 'timezone = "Asia/Shangai"')
    assert token(folder, "kiosk", "kiosk-1") == 2
    said = capsys.readouterr().err
    assert 'there is no time zone "Asia/Shangai". Did you mean "Asia/Shanghai"?' in said
    assert not (folder.path.parent / "state").exists()
