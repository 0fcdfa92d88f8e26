from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from launch.settings.positions import Positions

TEXT = '''# a remark with = and [brackets]
title = "a # is no remark here" # here it is
"quoted key" = 'x = "1"'
long = """
fake = 1
[[fake]]
"""
list = [
  "]", # a bracket in text
  [1, 2],
]
a.b = 1

[[row]]
x = 1
  [row.inner]
  y = 2
[[row]] # second
x = { z = "}" }
  [[row.part]]
  y = 3
  [[row.part]]
  y = 4
'''


def test_every_key_is_found_on_its_line() -> None:
    tomllib.loads(TEXT)
    lines = Positions(TEXT)
    assert [
        lines.line_of(path)
        for path in (
            ("title",), ("quoted key",), ("long",), ("list",), ("a", "b"), ("row", 0),
            ("row", 0, "x"), ("row", 0, "inner", "y"), ("row", 1), ("row", 1, "x"),
            ("row", 1, "part", 0, "y"), ("row", 1, "part", 1, "y"),
        )
    ] == [2, 3, 4, 8, 12, 14, 15, 17, 18, 19, 21, 23]  # fmt: skip


def test_what_is_not_written_is_told_at_the_table_around_it() -> None:
    lines = Positions(TEXT)
    assert lines.line_of(("row", 1, "missing")) == 18
    assert lines.line_of(("row", 1, "x", "z")) == 19
    assert lines.line_of(("missing",)) == 1


@given(st.text(alphabet="ab=[]{}\"'#.\n\\ 1,", max_size=60))
def test_no_text_makes_the_finder_fail(text: str) -> None:
    assert Positions(text).line_of(("a", "b")) >= 1
