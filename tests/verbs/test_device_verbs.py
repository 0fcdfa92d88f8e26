"""What an installer types to look at one device, and what comes back."""

from __future__ import annotations

import json
import wave

import pytest
from PIL import Image

from devices.pty_server import PtyServer
from id_reader.simulated_card import load_specimens
from id_reader.simulator import build_simulator
from launch.cli import VERBS, main
from tests.printer_drivers import desk, eyes
from tests.verbs.command_line import ROOT, begin, run

PLAIN_TICKET = {
    "seal": "尊", "digits": "1000", "matter_plain_name": "老年证", "ahead": 0,
    "where": "3号窗口", "guide": "辅导台", "zone": "老年人服务专区", "taken_at": "上午9:40",
}  # fmt: skip
DEVICE_VERBS = ("devices", "read-card", "print-slip", "say")


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "test"])
def test_every_verb_explains_itself(verb, capsys):
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])

    assert ended.value.code == 0
    assert VERBS[verb].says.split()[0] in capsys.readouterr().out


# Cards.


def test_three_cards_are_three_lines_of_json():
    done = run("read-card", "--transport", "sim://sdt", "--count", "3")

    assert (done.returncode, done.stderr) == (0, "")
    cards = [json.loads(line) for line in done.stdout.splitlines()]
    invented = list(load_specimens().values())[:3]
    assert [card["name"] for card in cards] == [fields["name"] for fields in invented]
    assert [card["id_number"] for card in cards] == [fields["id_number"] for fields in invented]
    assert [card["valid_to"] for card in cards] == [None, None, "2035-03-10"]
    assert [card["ethnicity"] for card in cards] == ["汉", "汉", "满"]


def test_a_card_is_read_on_a_serial_port(tmp_path):
    simulator = build_simulator({})
    simulator.control("present_card", specimen="long_name_63")
    server = PtyServer(simulator, tmp_path / "ttyUSB0")
    server.start()
    done = run("read-card", "--transport", f"serial://{tmp_path}/ttyUSB0?baud=115200")
    server.stop()

    assert done.returncode == 0
    card = json.loads(done.stdout)
    assert (card["kind"], card["name"]) == ("resident", "阿不都热合曼·买买提依明")


def test_what_is_no_card_is_told_on_the_other_channel_and_reading_goes_on(tmp_path):
    simulator = build_simulator({})
    simulator.control("foreign_card")
    server = PtyServer(simulator, tmp_path / "ttyUSB0")
    server.start()
    with begin("read-card", "--transport", f"serial://{tmp_path}/ttyUSB0") as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        told = json.loads(reading.stderr.readline())
        simulator.control("present_card")
        card = json.loads(reading.stdout.readline())
        ended = reading.wait(20.0)
    server.stop()

    assert (ended, card["name"]) == (0, "王桂兰")
    assert told["error"] == "not_an_id_card"
    assert told["say"].endswith("。")


# Slips.


def outcome(stdout: str) -> dict[str, str]:
    """The last line a print leaves."""
    answer: dict[str, str] = json.loads(stdout.splitlines()[-1])
    return answer


@pytest.mark.parametrize(("profile", "width_dots"), [("80mm", 576), ("58mm-cutter", 384)])
def test_the_sample_slip_falls_out_of_a_simulated_printer(profile, width_dots, tmp_path):
    done = run(
        "print-slip", "--transport", "sim://p", "--profile", profile, "--sample", "--keep", tmp_path
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert outcome(done.stdout) == {"outcome": "printed", "status": "ready"}
    with Image.open(tmp_path / "slip-001.png") as paper:
        assert paper.width == width_dots
        assert eyes.read_number(paper) == "012"


def test_a_ticket_of_ones_own_is_printed_over_the_network(tmp_path):
    machine = desk.simulator()
    network = desk.PrinterOnTheNetwork(machine)
    ticket = tmp_path / "ticket.json"
    ticket.write_text(json.dumps(PLAIN_TICKET), encoding="utf-8")
    address = f"tcp://127.0.0.1:{network.port}"
    done = run("print-slip", "--transport", address, "--ticket", ticket)
    network.close()

    assert done.returncode == 0
    assert outcome(done.stdout) == {"outcome": "printed", "status": "ready"}
    assert eyes.read_number(machine.slips[0].picture()) == "1000"


def test_an_empty_roll_is_said_and_nothing_is_printed():
    machine = desk.simulator()
    machine.control("paper_out")
    network = desk.PrinterOnTheNetwork(machine)
    done = run("print-slip", "--transport", f"tcp://127.0.0.1:{network.port}", "--sample")
    network.close()

    assert done.returncode == 1
    assert outcome(done.stdout) == {"outcome": "not_printed", "status": "paper_out"}
    assert machine.slips == ()


def test_a_device_node_that_answers_nothing_gets_the_bytes_and_nobody_claims_more(tmp_path):
    node = tmp_path / "lp0"
    done = run("print-slip", "--transport", f"file://{node}", "--sample")

    assert done.returncode == 1
    assert outcome(done.stdout) == {"outcome": "unknown", "status": "unknown"}
    machine = desk.simulator()
    machine.connect().write(node.read_bytes(), 1.0)
    assert eyes.read_number(machine.slips[0].picture()) == "012"


def test_a_printer_nobody_plugged_in_is_named(tmp_path):
    done = run("print-slip", "--transport", f"serial://{tmp_path}/ttyUSB0", "--sample")

    assert done.returncode == 1
    told = outcome(done.stdout)
    assert (told["outcome"], told["status"]) == ("not_printed", "offline")
    assert told["detail"] == f"{tmp_path}/ttyUSB0 is not plugged in"


# Voice.


@pytest.mark.parametrize("text", ["请坐", "老012，请到三号窗口。没有录过的一句话"])
def test_what_would_be_said_is_written_as_a_sound(text, tmp_path):
    done = run("say", text, "--wav", tmp_path / "said.wav")

    assert (done.returncode, done.stderr) == (0, "")
    with wave.open(str(tmp_path / "said.wav")) as sound:
        assert sound.getnframes() > 0.3 * sound.getframerate()
        assert any(sound.readframes(sound.getnframes()))


def test_without_a_loudspeaker_it_says_so_in_one_sentence(monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nobody/listens/here")
    done = run("say", "请坐")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("No sound:")
    assert len(done.stderr.splitlines()) == 1


# All devices of a station.


def test_every_configured_device_is_listed_with_its_status(tmp_path, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nobody/listens/here")
    station = tmp_path / "station.toml"
    station.write_text(
        (ROOT / "config/station-kiosk.toml")
        .read_text(encoding="utf-8")
        .replace("serial:///dev/ttyUSB0?baud=115200", "sim://reader")
        .replace("/dev/ttyUSB1", f"{tmp_path}/ttyUSB1"),
        encoding="utf-8",
    )
    done = run("devices", station)

    assert (done.returncode, done.stderr) == (0, "")
    lines = {line.split()[0]: line for line in done.stdout.splitlines() if "/" in line.split()[0]}
    assert {"kiosk-1/reader", "kiosk-1/printer", "kiosk-1/speaker"} <= set(lines)
    assert " ready " in lines["kiosk-1/reader"]
    assert " offline " in lines["kiosk-1/printer"]
    assert f"({tmp_path}/ttyUSB1 is not plugged in)" in lines["kiosk-1/printer"]
    assert " offline " in lines["kiosk-1/speaker"]


def test_without_a_file_the_shipped_stations_are_listed(monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nobody/listens/here")
    done = run("devices")

    assert done.returncode == 0
    for name in ("kiosk-1/reader", "kiosk-1/printer", "guide-1/printer", "board-1/speaker"):
        assert name in done.stdout
    assert "display-1: has no devices" in done.stdout


# What cannot be meant.

BAD = [
    ("read-card",),
    ("read-card", "--transport", "/dev/ttyUSB0"),
    ("read-card", "--transport", "sim://"),
    ("read-card", "--transport", "tcp://reader"),
    ("read-card", "--transport", "sim://sdt", "--driver", "std"),
    ("read-card", "--transport", "sim://sdt", "--count", "0"),
    ("read-card", "--transport", "sim://sdt", "--count", "many"),
    ("read-card", "--transport", "sim://sdt", "--cuont", "2"),
    ("print-slip", "--sample"),
    ("print-slip", "--transport", "sim://p"),
    ("print-slip", "--transport", "sim://p", "--sample", "--ticket", "x.json"),
    ("print-slip", "--transport", "sim://p", "--sample", "--profile", "58m"),
    ("print-slip", "--transport", "lpt1", "--sample"),
    ("print-slip", "--transport", "sim://p", "--ticket", "/no/such/ticket.json"),
    ("print-slip", "--transport", "sim://p", "--ticket", str(ROOT)),
    ("print-slip", "--transport", "sim://p", "--ticket", str(ROOT / "README.md")),
    ("print-slip", "--transport", "file:///tmp/x", "--sample", "--keep", "folder"),
    ("say",),
    ("say", "  "),
    ("say", "请坐", "--wav", "/no/such/folder/said.wav"),
    ("say", "请坐", "--wav", str(ROOT)),
    ("devices", "/no/such/station.toml"),
    ("devices", str(ROOT / "README.md")),
    ("devices", str(ROOT / "config")),
]


@pytest.mark.parametrize("arguments", BAD, ids=" ".join)
def test_what_cannot_be_meant_gets_one_sentence_and_code_2(arguments, capsys):
    assert main(arguments) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    assert len(said.err.split()) >= 4, "a sentence, not a word"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ('driver = "escpo"', 'no driver "escpo" serves a slip_printer'),
        ('driver = "escpos"\noptions = { profile = "58m" }', "did you mean '58mm'?"),
        ('driver = "escpos"\noptions = { profil = "58mm" }', "has no option 'profil'"),
    ],
)
def test_a_station_file_with_a_wrong_device_is_refused_with_its_line(options, sentence, tmp_path):
    station = tmp_path / "station.toml"
    text = (ROOT / "config/station-guide.toml").read_text(encoding="utf-8")
    station.write_text(text.replace('driver = "escpos"', options), encoding="utf-8")
    for verb in (["devices", station], ["check-config", station], ["guide", "--station", station]):
        done = run(*verb)
        told = done.stdout + done.stderr
        assert done.returncode == (1 if verb[0] == "check-config" else 2)
        assert told.startswith(f"{station}:")
        assert sentence in told
        assert len(told.splitlines()) == 1
