"""Cards as JSON lines, as an installer sees them."""

from __future__ import annotations

import json

from devices.ports import Offline
from id_reader.memory import MemoryCardReader
from id_reader.read_card import read_cards
from id_reader.sdt.resident import decode_card, load_words
from tests.id_reader.desk import RESIDENT, quick_reader, quick_simulator

CARD = decode_card(RESIDENT[14:270], load_words())
SAY = {"several_cards": "请只放一张身份证", "offline": "读卡器没有连接"}


def test_one_card_over_the_wire_is_one_line_of_json():
    simulator = quick_simulator()
    simulator.control("present_card", frame=RESIDENT.hex())
    lines: list[str] = []
    errors: list[str] = []

    code = read_cards(lambda: quick_reader(simulator.connect), 1, lines.append, errors.append, SAY)

    assert (code, errors) == (0, [])
    assert [json.loads(line) for line in lines] == [
        {
            "kind": "resident",
            "name": "测试甲",
            "sex": 1,
            "ethnicity": "汉",
            "birth_date": "1932-02-29",
            "address": "河南省郑州市测试区虚构路1号院2号楼3单元",
            "id_number": "410199193202290016",
            "issued_by": "虚构市公安局测试分局",
            "valid_from": "2007-03-15",
            "valid_to": None,
        }
    ]


class _Visited(MemoryCardReader):
    """A reader where things happen as soon as it looks."""

    def start(self, on_card, on_status):
        super().start(on_card, on_status)
        self.place_unreadable("several_cards")
        self.set_status(Offline("cable"))
        self.place(CARD)


def test_faults_are_told_and_the_cards_that_follow_still_count():
    lines: list[str] = []
    errors: list[str] = []

    assert read_cards(_Visited, 1, lines.append, errors.append, SAY) == 0
    assert len(lines) == 1
    assert [json.loads(error) for error in errors] == [
        {"error": "several_cards", "say": "请只放一张身份证"},
        {"error": "offline", "say": "读卡器没有连接"},
    ]


def test_a_reader_that_stays_away_ends_with_a_code():
    simulator = quick_simulator()
    simulator.control("unplug")
    lines: list[str] = []
    errors: list[str] = []

    code = read_cards(
        lambda: quick_reader(simulator.connect), 1, lines.append, errors.append, SAY, 0.2
    )

    assert (code, lines) == (1, [])
    assert json.loads(errors[0])["error"] == "offline"
