"""The list of a month as a workbook: what the department fills in has columns of its own. Pure."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import fields

import xlsxwriter

from forms.papers.form import NotDoneWords
from forms.papers.not_done_values import ListedNotDone, NotDoneMonth

FOR_THE_DEPARTMENT = ("analysis", "improvement")
"""Columns left empty."""
_BODY_PT, _HEAD_PT = 16, 16
_WIDTHS: Mapping[str, int] = {
    "number": 16, "opened": 14, "matter": 36, "department": 26, "window": 12, "came": 12,
    "heard": 22, "reason": 16, "state": 14, "due": 14, "result": 26, "replied": 26,
    "satisfaction": 14, "analysis": 36, "improvement": 36, "count": 10, "numbers": 40,
}  # fmt: skip
"""In characters of Excel's own face."""


def workbook_of(month: NotDoneMonth, words: NotDoneWords) -> bytes:
    """Return the workbook of a month: its entries, the reasons, and what came back again."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    look = {"font_size": _BODY_PT, "text_wrap": True, "valign": "top", "border": 1}
    head = book.add_format({**look, "font_size": _HEAD_PT, "bold": True})
    body = book.add_format(look)
    entry_keys = [one.name for one in fields(ListedNotDone)]
    leaves: tuple[tuple[str, list[str], Iterable[object]], ...] = (
        ("entries", [*entry_keys, *FOR_THE_DEPARTMENT], month.entries),
        ("reasons", ["reason", "count"], month.reasons),
        ("repeated", ["matter", "reason", "count", "numbers"], month.repeated),
    )
    for leaf, keys, rows in leaves:
        sheet = book.add_worksheet(words.sheets[leaf])
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        for column, key in enumerate(keys):
            sheet.set_column(column, column, _WIDTHS[key])
            sheet.write_string(0, column, words.columns[key], head)
        for line, row in enumerate(rows, start=1):
            for column, key in enumerate(keys):
                value = getattr(row, key, "")
                if isinstance(value, int):
                    sheet.write_number(line, column, value, body)
                else:
                    sheet.write_string(line, column, str(value), body)
    book.close()
    return held.getvalue()
