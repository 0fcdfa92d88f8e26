"""The papers of whoever is at the counter, in the clerk's window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hall.client.local import LocalGateway
from tests.helpers.halls import Story, open_local_hall
from tests.screens.test_console_alarm import opened
from tests.visits.papers import WITH_PAPERS


def test_f9_opens_the_papers_the_question_follows_and_escape_leads_back(qtbot, tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        app, seconds = opened(hall, qtbot)
        story = Story(LocalGateway(hall, "kiosk-1"))

        def shows(text):
            qtbot.waitUntil(lambda: any(text in one for one in app.texts()))

        try:
            qtbot.waitUntil(lambda: app.presenter.situation == "closed" and "李敏" in app.texts())
            app.press("clerk", "k1")
            story.ticket("m-house")
            qtbot.waitUntil(lambda: app.presenter.situation == "free")
            app.press("call")
            qtbot.waitUntil(lambda: app.presenter.situation == "called")
            shows("看材料")
            qtbot.keyClick(app.window, Qt.Key.Key_F9)
            shows("老001 的材料")
            assert "没看过材料" in app.texts()
            assert app.window.key("key_step_receive").isVisible()
            assert not app.window.key("key_call").isVisible()
            seconds[0] += 1
            app.press("ask")
            shows("请陪来的人在旁边稍等")
            qtbot.keyClick(app.window, Qt.Key.Key_Escape)
            shows("老001 的材料")
            qtbot.keyClick(app.window, Qt.Key.Key_Escape)
            qtbot.waitUntil(lambda: app.window.key("key_call").isVisible())
        finally:
            app.stop()
