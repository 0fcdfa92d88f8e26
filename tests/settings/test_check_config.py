from __future__ import annotations

from pathlib import Path

import pytest

from launch.check_config import check
from launch.settings import ConfigErrors, load_hall, load_station
from tests.settings.document import documented
from tests.settings.folder import FILES, SAMPLE, Folder, section_keys

CONFIG = Path(__file__).parents[2] / "config"
CHAPTER = {"hall.toml": "hall.toml", "kiosk.toml": "A station file", "matters.toml": "matters.toml"}
KEYS = [
    pytest.param(file, index, header, key, id=f"{file}:{index + 1}:{key}")
    for file in FILES
    for index, header, key in section_keys((SAMPLE / file).read_text("utf-8").splitlines())
]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_shipped_configuration_has_nothing_to_find() -> None:
    assert check([str(CONFIG)]) == []


def test_the_sample_of_these_tests_has_nothing_to_find(folder: Folder) -> None:
    assert [folder.check(file) for file in FILES] == [[], [], []]


def test_the_demo_has_four_windows_three_clerks_and_the_shipped_matters() -> None:
    settings, matters = load_hall(CONFIG / "demo")
    assert [counter.window_number for counter in settings.counters] == [1, 2, 3, 4]
    assert len(settings.clerks) == 3
    assert len(matters.matters) == 39


def test_every_device_of_the_demo_is_simulated() -> None:
    devices = [
        device
        for file in (CONFIG / "demo").glob("*.toml")
        if file.name != "hall.toml"
        for device in load_station(file).devices
    ]
    ports = {
        "card_reader", "slip_printer", "paper_printer", "document_camera", "speaker", "call_strip",
    }  # fmt: skip
    assert {device.port for device in devices} == ports
    writes_files = {"wav", "pdf_folder"}
    real = [d for d in devices if not d.transport.startswith("sim://")]
    assert [d.id for d in real if d.driver not in writes_files] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "sentence"),
    [
        ("hall.toml", "guard_every", "guard_evry = 3", "policy.guard_evry",
         'this key is not known. Did you mean "guard_every"?'),
        ("hall.toml", "opens", "opens = 8", "business_day.opens",
         "must be a time of day such as 08:30:00, not the number 8."),
        ("hall.toml", "window_number", 'window_number = "1"', "counter.window_number",
         'must be a whole number from 1 to 999, not the text "1".'),
        ("hall.toml", "date", "date = 2027-01-01T08:00:00", "holiday.date",
         "must be a date such as 2026-10-01, not the date and time 2027-01-01 08:00:00."),
        ("hall.toml", "digit_one", 'digit_one = "yo"', "voice.digit_one",
         '"yo" is not a valid word. Did you mean "yao"?'),
        ("hall.toml", "weekdays", 'weekdays = ["mon", "teu"]', "business_day.weekdays",
         '"teu" is not a valid word. Did you mean "tue"?'),
        ("hall.toml", "serves", 'serves = ["generl"]', "counter.serves",
         'there is no queue or matter "generl". Did you mean "general"?'),
        ("hall.toml", "announcing_station", 'announcing_station = ""',
         "sound_zone.announcing_station",
         'must be text in quotes (letters, digits, - and _), not the text "".'),
        ("hall.toml", "timezone", 'timezone = "Asia/Shangai"', "hall.timezone",
         'there is no time zone "Asia/Shangai". Did you mean "Asia/Shanghai"?'),
        ("hall.toml", "closes", "closes = 08:00:00", "business_day.closes",
         "must be later than opens, on the same day."),
        ("hall.toml", "[hall]", "[hall", "-",
         "this is not TOML: Expected ']' at the end of a table declaration."),
        ("kiosk.toml", "kind", 'kind = "kisok"', "kind",
         '"kisok" is not a valid word. Did you mean "kiosk"?'),
        ("kiosk.toml", "driver", 'driver = "std"', "device.driver",
         'no driver "std" serves a card_reader. Did you mean "sdt"?'),
        ("kiosk.toml", "transport", 'transport = "seral:///dev/ttyUSB0"', "device.transport",
         '"seral:///dev/ttyUSB0" is no transport. Did you mean "serial://"?'),
        ("kiosk.toml", "counter_id", 'counter_id = "1"', "counter_id",
         'a station of kind "kiosk" has no counter.'),
        ("matters.toml", "kiosk_group", 'kiosk_group = "subsidi"', "matter.kiosk_group",
         'there is no group "subsidi". Did you mean "subsidy"?'),
        ("matters.toml", "accept_at", 'accept_at = ["county_hal"]', "matter.accept_at",
         'there is no place "county_hal". Did you mean "county_hall"?'),
        ("matters.toml", "window_kind ", 'window_kind = "genral"', "matter.window_kind",
         '"genral" is not a valid word. Did you mean "general"?'),
        ("matters.toml", "days_promised", "days_promised = 31", "matter.days_promised",
         "31 days are more than the 30 that the law allows."),
        ("matters.toml", "deferrable", "deferrable = true", "matter.material.deferrable",
         "a main material cannot be handed in later; drop deferrable or is_main."),
        ("matters.toml", "home_visit", "home_visit = false", "matter.home_visit",
         "must be true where nobody may act for the elder (agent_ok = false)."),
        ("matters.toml", "payment_methods", 'payment_methods = ["cash"]',
         "matter.payment_methods", "must contain cash and bank_card; bank_card missing."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_line_key_and_the_way_out(
    folder: Folder, file: str, old: str, new: str, key: str, sentence: str
) -> None:
    number = folder.spoil(file, old, new)
    assert f"{file}:{number}: {key}: {sentence}" in folder.check(file)


def test_an_address_that_is_no_address_is_refused(folder: Folder) -> None:
    number = folder.spoil("kiosk.toml", "hall", 'hall = "ftp://hall.example"')
    assert folder.check("kiosk.toml") == [
        f'kiosk.toml:{number}: hall: must be "embedded" or an address such as '
        '"https://hall.example:8443".'
    ]


def test_an_address_of_another_machine_needs_a_token_file(folder: Folder) -> None:
    folder.spoil("kiosk.toml", "hall", 'hall = "https://hall.example"')
    number = folder.spoil("kiosk.toml", "token_file", 'token_file = ""')
    assert folder.check("kiosk.toml") == [
        f"kiosk.toml:{number}: token_file: is needed where the hall is another machine."
    ]


@pytest.mark.parametrize(
    "key",
    ["width_mm", "height_mm", "width_px", "height_px", "mount_mm", "view_mm", "tilt_deg"],
)
def test_a_panel_that_nobody_measured_is_told_and_nothing_starts_on_it(
    folder: Folder, key: str
) -> None:
    folder.spoil("kiosk.toml", key, "")
    number = folder.lines("kiosk.toml").index("[panel]") + 1
    [said] = folder.check("kiosk.toml")
    assert said.startswith(
        f"kiosk.toml:{number}: panel.{key}: this key is missing; it must be a whole number from "
    )
    with pytest.raises(ConfigErrors, match=f"panel.{key}"):
        load_station(folder.path / "kiosk.toml")


def test_a_station_without_any_panel_is_told(folder: Folder) -> None:
    lines = folder.lines("kiosk.toml")
    start = lines.index("[panel]")
    end = next(n for n in range(start + 1, len(lines)) if lines[n].startswith("["))
    folder.write("kiosk.toml", lines[:start] + lines[end:])
    [said] = folder.check("kiosk.toml")
    assert ": panel: this key is missing;" in said


def test_a_panel_measured_wrongly_is_told(folder: Folder) -> None:
    number = folder.spoil("kiosk.toml", "height_mm", "height_mm = 268")
    assert folder.check("kiosk.toml") == [
        f"kiosk.toml:{number}: panel.height_mm: pixels would not be square: "
        "4.03 per mm across, 7.16 down; measure the lit area."
    ]


def test_bereavement_outside_the_last_group_is_told_at_the_group(folder: Folder) -> None:
    folder.spoil("matters.toml", "bereavement", "bereavement = true")
    number = folder.lines("matters.toml").index('kiosk_group = "subsidy"') + 1
    assert folder.check("matters.toml") == [
        f'matters.toml:{number}: matter.kiosk_group: a matter of bereavement belongs to "other".'
    ]


def test_a_second_counter_of_the_same_id_is_found_where_it_stands(folder: Folder) -> None:
    number = folder.spoil("hall.toml", 'id = "2"', 'id = "1"')
    assert folder.check("hall.toml") == [
        f'hall.toml:{number}: counter.id: "1" stands here for the second time.'
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['queue = "colect"'], ': series.queue: there is no queue "colect".'),
        ([], ": series.id: needs either a priority or a queue."),
        (
            ['queue = "general"', 'priority = "claim"'],
            ": series.id: needs either a priority or a queue.",
        ),
    ],
)
def test_a_series_is_for_a_class_or_for_a_queue(
    folder: Folder, lines: list[str], said: str
) -> None:
    before = folder.lines("hall.toml")
    row = ["[[series]]", 'id = "ling"', 'prefix = "领"', 'reading = "领证号"', *lines, ""]
    folder.write("hall.toml", [*row, *before])
    assert any(said in line for line in folder.check("hall.toml"))


def test_a_queue_may_have_a_series_of_its_own(folder: Folder) -> None:
    before = folder.lines("hall.toml")
    row = ["[[series]]", 'id = "ling"', 'prefix = "领"', 'reading = "领证号"', 'queue = "general"']
    folder.write("hall.toml", [*row, "", *before])
    assert [line for line in folder.check("hall.toml") if "series" in line] == []


def test_a_missing_priority_names_the_priority(folder: Folder) -> None:
    number = folder.spoil("hall.toml", 'priority = "claim"', 'priority = "age_80"')
    said = folder.check("hall.toml")
    assert f'hall.toml:{number}: series.priority: "age_80" has a series already.' in said
    assert any(line.endswith("series: no series has the priority claim.") for line in said)


def test_all_faults_are_told_at_once_in_order_of_lines(folder: Folder) -> None:
    first = folder.spoil("hall.toml", "phone", 'phone = "ask"')
    second = folder.spoil("hall.toml", "window_number", "window_number = 0")
    third = folder.spoil("matters.toml", "deferrable", "deferrable = true")
    fourth = folder.spoil("matters.toml", "minutes", 'minutes = "ten"', nth=2)
    places = [line.split(" ")[0] for line in folder.check("hall.toml")]
    assert places == [
        f"hall.toml:{first}:",
        f"hall.toml:{second}:",
        f"matters.toml:{third}:",
        f"matters.toml:{fourth}:",
    ]


def test_a_station_must_belong_to_the_hall_beside_it(folder: Folder) -> None:
    number = folder.spoil("kiosk.toml", "counter_id", 'counter_id = "9"')
    folder.spoil("kiosk.toml", "kind", 'kind = "display"')
    said = [line.replace(f"{folder.path}/", "") for line in check([str(folder.path)])]
    assert f'kiosk.toml:{number}: counter_id: the hall has no counter "9". Valid: 1, 2.' in said
    assert any('announcing_station: there is no station "board-1"' in line for line in said)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a = [\n" + b"[" * 3000, b"a = 1\na = 2\n"])
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_configuration_gets_a_finding(
    folder: Folder, file: str, content: bytes
) -> None:
    (folder.path / file).write_bytes(content)
    assert any(line.startswith(f"{file}:") for line in folder.check(file))


def test_a_missing_file_and_an_empty_folder_are_findings(tmp_path: Path) -> None:
    assert check([str(tmp_path / "x.toml")]) == [f"{tmp_path}/x.toml:1: -: there is no such file."]
    assert check([str(tmp_path)]) == [f"{tmp_path}:1: -: there is no settings file in this folder."]
    with pytest.raises(ConfigErrors, match=r"hall\.toml:1: -: there is no such file"):
        load_hall(tmp_path)


@pytest.mark.parametrize(("file", "index", "header", "key"), KEYS)
def test_a_misspelt_key_is_found_and_the_right_one_named(
    folder: Folder, file: str, index: int, header: str, key: str
) -> None:
    lines = folder.lines(file)
    lines[index] = lines[index].replace(key, key + "x", 1)
    folder.write(file, lines)
    said = [line for line in folder.check(file) if line.startswith(f"{file}:{index + 1}: ")]
    wanted = f'{key}x: this key is not known. Did you mean "{key}"?'
    assert [line for line in said if line.endswith(wanted)]


@pytest.mark.parametrize(("file", "index", "header", "key"), KEYS)
def test_a_key_of_the_wrong_type_is_found_on_its_line(
    folder: Folder, file: str, index: int, header: str, key: str
) -> None:
    for wrong in ("[[1]]", "{ a = [] }", "1979-05-27T07:32:00Z", "nan"):
        if key == "fee_yuan" and wrong == "nan":
            continue
        lines = folder.lines(file)
        lines[index] = f"{key} = {wrong}"
        folder.write(file, lines)
        said = folder.check(file)
        assert any(line.startswith(f"{file}:{index + 1}: ") and "must be" in line for line in said)


@pytest.mark.parametrize(("file", "index", "header", "key"), KEYS)
def test_a_deleted_key_is_found_or_has_a_documented_default(
    folder: Folder, file: str, index: int, header: str, key: str
) -> None:
    lines = folder.lines(file)
    del lines[index]
    folder.write(file, lines)
    said = folder.check(file)
    _, default = documented()[(CHAPTER[file], header, key)]
    missing = [line for line in said if f"{key}: this key is missing" in line]
    assert bool(missing) == (default == "required")
