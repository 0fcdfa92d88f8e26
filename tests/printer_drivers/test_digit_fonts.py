from __future__ import annotations

import runpy
from pathlib import Path

import pytest

TOOL = runpy.run_path(
    str(Path(__file__).resolve().parents[2] / "tools" / "freeze_digits.py"), run_name="freezing"
)


@pytest.mark.parametrize("weight", TOOL["WEIGHTS"])
def test_the_digits_on_paper_are_those_of_the_screens_typeface(weight):
    frozen = TOOL["frozen_digits"](TOOL["FONTS"] / f"Inter-{weight}.ttf")
    assert (TOOL["FONTS"] / f"InterDigits-{weight}.ttf").read_bytes() == frozen
