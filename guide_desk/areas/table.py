"""The areas of the desk. A new one is a module beside this one and a row here.

Its pages get their widgets in screens/pages.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guide_desk.areas import cases, find, lend, take, tasks
from guide_desk.areas.arrivals import ArrivalsArea
from guide_desk.areas.base import Area
from guide_desk.areas.starting import StartingArea
from guide_desk.desk import Desk


@dataclass(frozen=True)
class AreaRow:
    """One area: its icon, the key of its word in the strings, and how it is made.

    A cover has no word: it is shown when it asks to be, never chosen.
    """

    id: str
    icon: str
    word: str
    make: Callable[[Desk], Area]


AREAS: tuple[AreaRow, ...] = (
    AreaRow(take.ID, "ticket", "area_take", take.TakeArea),
    AreaRow("arrivals", "users-three", "area_arrivals", ArrivalsArea),
    AreaRow(tasks.ID, "hand-waving", "area_tasks", tasks.TasksArea),
    AreaRow(cases.ID, "clipboard-text", "area_cases", cases.CasesArea),
    AreaRow(find.ID, "magnifying-glass", "area_find", find.FindArea),
    AreaRow(lend.ID, "umbrella", "area_lend", lend.LendArea),
    AreaRow("starting", "plugs", "", StartingArea),
)
"""In the order of the rail (F1 from the left); the desk begins in the first. Six keys fit."""

HOME = AREAS[0].id
MOST_ON_RAIL = 6
