"""An exercise of the alarm, behind a question: every screen shows it and says what it is. Pure."""

from __future__ import annotations

from guide_desk.setup import GuideSetup
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.help.messages import RequestHelp
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings


def drill_key(words: Strings) -> KeyView:
    """Return the key that asks."""
    return KeyView("drill", "drill", words.get("key_drill"), icon="siren")


def drill_view(words: Strings) -> GridView:
    """Return the question; the way back is the first, for a hand that slipped."""
    cells = (
        KeyView("back", "back", words.get("key_drill_not"), icon="arrow-left"),
        KeyView("drill_start", "drill_start", words.get("key_drill_start"), icon="siren"),
    )
    return GridView(Head(words.get("drill_title"), words.get("drill_hint")), cells, ())


def drill_command(setup: GuideSetup) -> RequestHelp:
    """Return what begins the exercise."""
    return RequestHelp(
        command_id=setup.new_id(), station_id=setup.station_id, help_kind="unwell", drill=True
    )
