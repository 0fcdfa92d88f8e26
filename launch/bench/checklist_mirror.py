"""From a touch on the guide's checklist to the elder's screen painted, over a hall process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hall.kernel.gateway import HallGateway
from hall.store.opening import random_id
from hall.visits.messages import BeginVisit, MarkItem, MoveVisit, VisitBegun
from launch.bench.figure import Figure, of_times
from launch.bench.serving import BenchBroken, expected
from launch.bench.site import hall_process, local_site, new_state
from launch.paths import ASSETS
from launch.words import table_of, words_of

if TYPE_CHECKING:
    from guide_desk.app import GuideApp
    from guide_desk.screens.mirror import MirrorRow

GUIDE = "guide-1"
ROUNDS, ROUNDS_QUICKLY = 200, 30
WARM_UP = 5
MOST_P99_MS = 100.0
WITHIN_S = 5.0
_BEFORE_THE_HALL = 6
"""So few texts stand on the desk until it knows the hall."""

INCLUDES = (
    "a key of the checklist pressed until the elder's screen has painted the paper's new word: "
    "command over HTTP and committed, event over the feed, both windows drawn in software"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Let a guide say of one paper again and again that it is missing, and that it is expired."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from launch.qt import own_application

    application = own_application()
    with new_state() as state:
        with local_site(state) as site:
            matter_id = max(site.facts.matters, key=lambda one: len(one.materials)).id
        with hall_process(state) as hall:
            gateway = hall.gateway("guide", GUIDE)
            visit_id = _begin(gateway, matter_id)
            times = _touches(gateway, visit_id, WARM_UP + (ROUNDS_QUICKLY if quick else ROUNDS))
    application.processEvents()
    yield of_times(
        "checklist_to_mirror", times[WARM_UP:], includes=INCLUDES, most_p99_ms=MOST_P99_MS
    )


def _begin(gateway: HallGateway, matter_id: str) -> str:
    """Greet somebody and lay out the checklist; the first paper is there. Returns the visit."""
    begin = BeginVisit(command_id=random_id(), station_id=GUIDE, matter_id=matter_id)
    visit_id = expected(gateway.handle(begin), VisitBegun).visit.id
    gateway.handle(
        MoveVisit(command_id=random_id(), visit_id=visit_id, station_id=GUIDE, action="precheck")
    )
    gateway.handle(
        MarkItem(
            command_id=random_id(), visit_id=visit_id, station_id=GUIDE, item_id="1", mark="ok"
        )
    )
    return visit_id


def _touches(gateway: HallGateway, visit_id: str, count: int) -> list[float]:
    app = _desk(gateway)
    mirror = app.mirror
    if mirror is None:
        raise BenchBroken("the desk has no screen for the elder")
    for window in app.windows().values():
        window.show()
    page = mirror.page
    painted = _painted_words(page.rows[0])
    app.start()
    try:
        _until(lambda: len(app.texts()) > _BEFORE_THE_HALL)
        app.press("area", "cases")
        app.press("case_visit", visit_id)
        app.press("item_go", "1")
        _until(lambda: bool(painted) and bool(painted[-1][1]))
        return [_touch(app, painted, missing=touch % 2 == 0) for touch in range(count)]
    finally:
        app.stop()


def _touch(app: GuideApp, painted: list[tuple[float, str]], *, missing: bool) -> float:
    """Press once; return how long it took until the elder's screen had painted another word.

    Missing and expired: for neither the desk goes on to the next paper.
    """
    if not missing:
        app.press("item_wrong")
    before = painted[-1][1]
    painted.clear()
    began_s = time.perf_counter()
    if missing:
        app.press("item_missing")
    else:
        app.press("item_fault", "expired")
    _until(lambda: any(word != before for _, word in painted))
    return next(at_s for at_s, word in painted if word != before) - began_s


def _desk(gateway: HallGateway) -> GuideApp:
    from guide_desk.app import GuideApp
    from guide_desk.setup import GuideSetup
    from launch.ux_report.conditions import GLASS, Surface
    from ui_kit.clocks import StaffClocks
    from ui_kit.theme import build_theme

    tablet, mirror = GLASS[Surface.GUIDE][0].panel, GLASS[Surface.MIRROR][0].panel
    words = (words_of("guide"), words_of("devices"), words_of("staff"))
    return GuideApp(
        gateway,
        build_theme(ASSETS, tablet),
        GuideSetup(GUIDE, *words, random_id),
        StaffClocks(lambda: datetime.now(UTC), time.monotonic),
        table_of("slip"),
        None,
        mirror_theme=build_theme(ASSETS, mirror),
    )


def _painted_words(row: MirrorRow) -> list[tuple[float, str]]:
    """Return a list that gets the time and the paper's word whenever its row was painted."""
    from PySide6.QtCore import QEvent, QObject

    painted: list[tuple[float, str]] = []

    class Watch(QObject):
        def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() != QEvent.Type.Paint:
                return False
            widget.removeEventFilter(self)
            widget.event(event)
            widget.installEventFilter(self)
            painted.append((time.perf_counter(), " ".join(row.texts())))
            return True

    row.installEventFilter(Watch(row))
    return painted


def _until(is_so: Callable[[], bool]) -> None:
    """Let the windows live until something is so. Raises BenchBroken when it takes too long."""
    from PySide6.QtWidgets import QApplication

    end_s = time.monotonic() + WITHIN_S
    while not is_so():
        if time.monotonic() > end_s:
            raise BenchBroken("the guide's desk did not go on")
        QApplication.processEvents()
