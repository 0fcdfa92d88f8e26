"""The list in another language: nothing of it may be missing where somebody chose that language."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hall.matters.names import GroupName, MatterName, MatterNames, check_names
from launch.check_config import check
from launch.settings import ConfigErrors, load_hall, load_matters, load_names
from tests.matters.lists import ROOT, SHIPPED

CONFIG = ROOT / "config"
MATTERS = load_matters(SHIPPED)
NAMES = load_names(CONFIG, load_hall(CONFIG))["en"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped hall that a test may spoil."""
    for name in ("hall.toml", "matters.toml", "matters.en.toml"):
        shutil.copy(CONFIG / name, tmp_path / name)
    return tmp_path


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first place of a text; return its line."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(names: MatterNames) -> str:
    return "\n".join(f"{one.path}: {one.sentence}" for one in check_names(names, MATTERS))


def test_the_shipped_names_fit_all_thirty_nine_matters():
    assert len(NAMES.matters) == 39
    assert {one.id for one in NAMES.matters} == {one.id for one in MATTERS.matters}
    assert check_names(NAMES, MATTERS) == ()


def test_the_demo_reads_the_same_names():
    assert load_names(CONFIG / "demo", load_hall(CONFIG / "demo")) == {"en": NAMES}


def without(word: str) -> dict[str, str]:
    return {key: text for key, text in NAMES.papers.items() if key != word}


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (replace(NAMES, matters=NAMES.matters[1:]), "there is no name for EL001"),
        (replace(NAMES, matters=(*NAMES.matters, NAMES.matters[0])), "for the second time"),
        (
            replace(NAMES, matters=(*NAMES.matters, MatterName("EL999", ("X",)))),
            'the list has no "EL999"',
        ),
        (
            replace(NAMES, matters=(MatterName("EL001", ("A", "B", "C")), *NAMES.matters[1:])),
            "one to 2 lines",
        ),
        (
            replace(NAMES, matters=(MatterName("EL001", ("x" * 22,)), *NAMES.matters[1:])),
            "1 to 21 characters",
        ),
        (replace(NAMES, groups=NAMES.groups[:-1]), "there is no name for other"),
        (
            replace(NAMES, groups=(GroupName("pension", "Pension", ()), *NAMES.groups[1:])),
            "2 examples for pension",
        ),
        (replace(NAMES, papers=without("身份证")), "there is no name for 身份证"),
        (replace(NAMES, papers={**NAMES.papers, "护照": "Passport"}), "no such words"),
        (replace(NAMES, papers={**NAMES.papers, "身份证": " "}), "cannot be empty"),
        (replace(NAMES, notes={"没有这句": "No"}), "no such words"),
    ],
)
def test_what_is_missing_or_too_much_is_told(spoilt, why):
    assert why in told(spoilt)


def test_notes_may_be_left_out():
    assert check_names(replace(NAMES, notes={}), MATTERS) == ()


def test_check_config_tells_the_file_and_the_line(folder):
    line = spoil(folder, "matters.en.toml", 'id = "EL001"', 'id = "EL01"')
    found = check([str(folder)])
    told_there = f"{folder}/matters.en.toml:{line}: matter.id: the list has no"
    assert any(one.startswith(told_there) for one in found)
    assert any("there is no name for EL001" in one for one in found)
    assert check([str(folder / "matters.en.toml")]) == found


def test_names_that_are_not_there_are_told(folder):
    (folder / "matters.en.toml").unlink()
    assert check([str(folder / "hall.toml")]) == [
        f"{folder}/matters.en.toml:1: -: there is no such file."
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda folder: spoil(folder, "hall.toml", "zun = ", "zum = "), 'no series "zum"'),
        (lambda folder: spoil(folder, "hall.toml", 'zun = "Honoured senior", ', ""), "for zun"),
    ],
)
def test_every_row_of_numbers_needs_its_reading(folder: Path, change: Callable[[Path], int], why):
    change(folder)
    with pytest.raises(ConfigErrors, match=why):
        load_hall(folder)
