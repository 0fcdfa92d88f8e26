"""./run not-done-list: the list of a month on paper and as a workbook, and it names nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    OpenNotDone,
    PassOnNotDone,
    ReferNotDone,
    SettleNotDone,
)
from hall.records.messages import KeepDetail
from launch.cli import main
from launch.facts import facts_of, rules_of
from launch.settings import load_hall
from tests.helpers.halls import Story, local_story, open_local_hall
from tests.printer_drivers.test_pdf import poppler

CONFIG = Path(__file__).parents[2] / "config"
PHONE = "139 0000 4321"
DESK = {"station_id": "guide-1"}
STEPS: tuple[tuple[type, dict[str, str]], ...] = (
    (PassOnNotDone, {"staff_number": "1001"}),
    (SettleNotDone, {"result": "done"}),
    (AnswerNotDone, {"reply": "by_phone"}),
    (CheckNotDone, {"satisfaction": "content"}),
    (ArchiveNotDone, {}),
)


def tells(story: Story) -> None:
    """A month: cash was refused and that was mended, a system failed twice, one was sent on."""
    cash = story.says(OpenNotDone, matter_id="EL001", reason="cash_refused", **DESK).entry
    blob_id = story.gateway.seal(PHONE.encode(), "detail")
    why = {"basis": "consent", "purpose": "follow_up"}
    story.says(KeepDetail, blob_id=blob_id, case_id=cash.id, detail="phone", **why)
    for command, fields in STEPS:
        story.says(command, entry_id=cash.id, **fields, **DESK)
    for _ in range(2):
        story.says(OpenNotDone, matter_id="EL003", reason="system", came_times=2, **DESK)
    elsewhere = story.says(OpenNotDone, **DESK).entry
    story.says(ReferNotDone, entry_id=elsewhere.id, to="bank", **DESK)


@pytest.fixture(scope="module")
def listed(tmp_path_factory) -> tuple[Path, Path]:
    state, out = tmp_path_factory.mktemp("state"), tmp_path_factory.mktemp("out")
    loaded = load_hall(CONFIG)
    facts, rules = facts_of(loaded.settings, loaded.matters), rules_of(loaded.settings)
    with open_local_hall(state, facts, rules) as (hall, _):
        tells(local_story(hall, "guide-1"))
    asked = ["--month", "2026-11", "--out", str(out), "--state", str(state)]
    assert main(["not-done-list", *asked, "--config", str(CONFIG)]) == 0
    return out / "办不成事问题清单-2026-11.pdf", out / "办不成事问题清单-2026-11.xlsx"


def leaf(book: Path, name: str) -> list[list[object]]:
    rows = CalamineWorkbook.from_path(book).get_sheet_by_name(name).to_python()
    return [list(row) for row in rows]


def test_the_workbook_has_every_entry_and_room_for_the_department(listed):
    rows = leaf(listed[1], "逐件")
    assert rows[0][0] == "编号"
    assert rows[0][-2:] == ["部门分析", "怎么改"]
    first = dict(zip(map(str, rows[0]), rows[1], strict=False))
    assert first["编号"] == "B2026-001"
    assert (first["原因"], first["到哪一步"], first["结果"]) == ("被拒收现金", "归档", "办成了")
    assert (first["反馈"], first["满意吗"]) == ("11月23日，打电话说的", "满意")
    assert (first["部门分析"], first["怎么改"]) == ("", "")
    assert [row[0] for row in rows[1:]] == [f"B2026-{n:03d}" for n in range(1, 5)]
    assert dict(zip(map(str, rows[0]), rows[4], strict=False))["原因"] == "不归大厅办"


def test_the_workbook_ranks_the_reasons_and_knows_what_came_back(listed):
    assert leaf(listed[1], "原因") == [["原因", "件数"], ["系统", 2.0], ["被拒收现金", 1.0]]
    _, again = leaf(listed[1], "反复出现")
    assert again[1:] == ["系统", 2.0, "B2026-002、B2026-003"]


def test_the_paper_says_the_same_and_neither_names_anybody(listed):
    pdf, book = listed
    text = poppler("pdftotext", "-layout", str(pdf), "-").decode()
    for said in ("2026年11月", "被拒收现金", "B2026-004", "新登记 4 件", "部门分析"):
        assert said in text, said
    cells = [
        str(cell)
        for name in ("逐件", "原因", "反复出现")
        for row in leaf(book, name)
        for cell in row
    ]
    staff = [one.name for one in load_hall(CONFIG).settings.staff]
    for secret in (PHONE, *staff):
        assert secret not in text
        assert not any(secret in cell for cell in cells)


def test_a_month_without_entries_says_so(listed, tmp_path, capsys):
    state = tmp_path / "state"
    state.mkdir()
    loaded = load_hall(CONFIG)
    with open_local_hall(state, facts_of(loaded.settings, loaded.matters)):
        pass
    asked = ["--month", "2026-10", "--out", str(tmp_path), "--state", str(state)]
    assert main(["not-done-list", *asked]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert leaf(tmp_path / "办不成事问题清单-2026-10.xlsx", "逐件")[1:] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--month", "2026-13", "--out", "x"], "'2026-13' is no month such as 2026-11"),
        (["--out", "x"], "--month"),
        (["--month", "2026-11", "--out", "x", "--state", "/nowhere"], "there is no hall in"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_a_sentence(words, sentence, capsys):
    assert main(["not-done-list", *words]) == 2
    assert sentence in capsys.readouterr().err
