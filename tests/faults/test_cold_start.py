"""A kiosk that is switched on while its hall does not answer and has never told its names."""

from __future__ import annotations

from kiosk.presenter import Presenter
from tests.faults.kiosk_at_work import WAY_FORWARD_S
from tests.kiosk.people import MONDAY, setup


def test_before_the_hall_was_ever_heard_the_way_forward_still_has_a_name():
    kiosk = Presenter(setup())
    kiosk.tick(0.0, MONDAY)
    kiosk.tick(WAY_FORWARD_S, MONDAY)
    assert kiosk.page == "hall_gone"
    assert "请到服务台取纸号" in str(kiosk.view())
    kiosk.touch("help")
    assert "请找\\n服务台" in str(kiosk.view())
    assert "电话" not in str(kiosk.view()), "no number is known yet"
