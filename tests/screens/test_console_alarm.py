"""Somebody is taken ill: the clerk's window shows it at once, over whatever she does."""

from __future__ import annotations

import msgspec

from counter_console.app import ConsoleApp
from hall.client.local import LocalGateway
from hall.help.messages import FinishHelp, HelpRequested, RequestHelp
from tests.helpers.facts import FACTS
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall
from tests.screens.test_console import ASSETS, PANEL
from ui_kit.clocks import StaffClocks
from ui_kit.strings import load_room
from ui_kit.theme import build_theme


def opened(hall, qtbot):
    seconds = [0.0]
    app = ConsoleApp(
        LocalGateway(hall, "c1"),
        build_theme(ASSETS, PANEL, clock_ms=lambda: seconds[0] * 1000),
        load_room(ASSETS / "strings", "console"),
        load_room(ASSETS / "strings", "staff"),
        load_room(ASSETS / "strings", "guide"),
        StaffClocks(lambda: MONDAY_0940, lambda: seconds[0]),
        "c1",
        iter_ids().__next__,
    )
    for window in app.windows().values():
        qtbot.addWidget(window)
        window.show()
    app.start()
    return app, seconds


def iter_ids():
    number = 0
    while True:
        number += 1
        yield f"press-{number}"


def test_an_alarm_covers_the_window_and_leaves_a_line_when_folded(qtbot, tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        app, _seconds = opened(hall, qtbot)
        try:
            qtbot.waitUntil(lambda: "叫号台" not in app.texts()[0])
            kiosk = Story(LocalGateway(hall, "kiosk-1"))
            asked = kiosk.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
            assert isinstance(asked, HelpRequested)
            qtbot.waitUntil(lambda: "有人身体不舒服" in app.texts())
            assert "1号取号机旁边" in app.texts()
            app.press("alarm_fold")
            qtbot.waitUntil(lambda: app.window.covers.shown() is None)
            assert not app.window.covers.strip.isHidden()
            kiosk.says(FinishHelp, help_id=asked.help.id)
            qtbot.waitUntil(app.window.covers.strip.isHidden)
        finally:
            app.stop()


def test_the_red_key_of_the_clerk_is_one_press(qtbot, tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        app, _seconds = opened(hall, qtbot)
        try:
            qtbot.waitUntil(lambda: any(key == "key_unwell" for key in names(app)))
            app.window.key("key_unwell").pressed_once.emit()
            assert "就在这里" in app.texts()
            qtbot.waitUntil(lambda: "还没有人说去" in app.texts())
            seen = Story(LocalGateway(hall)).look("guide").helps.values()
            assert [(one.kind, one.station_id) for one in seen] == [("unwell", "c1")]
        finally:
            app.stop()


def test_where_staff_sign_in_the_window_asks_who_is_there(qtbot, tmp_path):
    asking = msgspec.structs.replace(FACTS, sign_in_required=True)
    with open_local_hall(tmp_path, asking) as (hall, _):
        app, _seconds = opened(hall, qtbot)
        try:
            qtbot.waitUntil(lambda: "请输入工号" in app.texts())
            app.press("call")
            app.window.key("sign_in_unwell").pressed_once.emit()
            qtbot.waitUntil(lambda: "有人身体不舒服" in app.texts())
        finally:
            app.stop()


def names(app):
    from ui_kit.press import KeyBase

    return [key.objectName() for key in app.window.findChildren(KeyBase)]
