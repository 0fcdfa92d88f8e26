"""Keys go down, come up, act once, and say what stands on them."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.ui_kit.conftest import ASSETS, KIOSK, ManualClock
from ui_kit.dock import Dock, DockLabels
from ui_kit.guard import TapGuard
from ui_kit.header import Header
from ui_kit.keys import BigKey, KeyFace
from ui_kit.page import PageBase, PageParts
from ui_kit.panel import RectMm
from ui_kit.press import KeyBase
from ui_kit.round_key import RoundKey
from ui_kit.sheets import FactCard, NumberCard
from ui_kit.slip_view import SlipView
from ui_kit.step_bar import StepBar
from ui_kit.strings import load_room
from ui_kit.text import Align
from ui_kit.theme import Mode, Theme
from ui_kit.ticket import SEAL_FAR, SEAL_NEAR, TicketLabel, TicketLook
from ui_kit.tiles import CategoryTile, HeroKey, ListRow, Tile
from ui_kit.words import CountLine, MatterLine, title

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def key(page: PageBase, theme: Theme) -> BigKey:
    return page.add(BigKey(theme, "取号办事", "take"), 10, 10, 120, 40)


@pytest.fixture
def presses(key: BigKey) -> list[str]:
    taken: list[str] = []
    key.pressed_once.connect(lambda: taken.append("take"))
    return taken


def middle(key: KeyBase) -> QPoint:
    return key.face_rect().center().toPoint()


def test_a_key_goes_down_with_the_finger_and_acts_when_it_lifts(key, presses):
    QTest.mousePress(key, LEFT, pos=middle(key))
    assert key.is_down
    assert presses == []
    QTest.mouseRelease(key, LEFT, pos=middle(key))
    assert not key.is_down
    assert presses == ["take"]


def test_a_pressed_key_looks_different(key):
    rest = key.grab().toImage()
    QTest.mousePress(key, LEFT, pos=middle(key))
    assert key.grab().toImage() != rest
    QTest.mouseRelease(key, LEFT, pos=middle(key))
    assert key.grab().toImage() == rest


def test_sliding_off_lets_the_key_up_and_nothing_happens(key, presses):
    QTest.mousePress(key, LEFT, pos=middle(key))
    QTest.mouseMove(key, QPoint(key.width() + 200, key.height() + 200))
    assert not key.is_down
    QTest.mouseRelease(key, LEFT, pos=middle(key))
    assert presses == []


def test_a_touch_presses_like_a_finger(key, presses, page):
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(page, device).press(0, key.mapTo(page, middle(key)), page).commit()
    QTest.touchEvent(page, device).release(0, key.mapTo(page, middle(key)), page).commit()
    assert presses == ["take"]


def test_two_fast_taps_count_once_and_a_later_one_again(key, presses, clock: ManualClock):
    QTest.mouseClick(key, LEFT, pos=middle(key))
    clock.advance(300)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert presses == ["take"]
    clock.advance(700)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert presses == ["take", "take"]


def test_a_tap_meant_for_the_last_page_presses_nothing_of_the_next(key, presses, page, clock):
    page.hide()
    page.show()
    clock.advance(400)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert presses == []
    clock.advance(150)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert presses == ["take"]


def test_a_press_clicks_as_the_key_goes_down_and_a_tremor_does_not(key, clock: ManualClock):
    clicks: list[bool] = []
    key.clicks.connect(lambda: clicks.append(key.is_down))
    QTest.mousePress(key, LEFT, pos=middle(key))
    assert clicks == [True]
    QTest.mouseRelease(key, LEFT, pos=middle(key))
    clock.advance(300)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert clicks == [True], "it would cut off what the first press lets be said"


def test_the_guard_holds_each_key_by_itself(clock: ManualClock):
    guard = TapGuard(clock, key_ms=700, page_ms=500)
    assert guard.lets_through(1)
    assert guard.lets_through(2)
    assert not guard.lets_through(1)


def test_the_shadow_beside_a_key_is_not_the_key(key, presses):
    QTest.mouseClick(key, LEFT, pos=QPoint(1, 1))
    assert presses == []


def test_a_disabled_and_a_flat_key_do_nothing(key, presses):
    key.setEnabled(False)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    key.setEnabled(True)
    key.set_flat(True)
    QTest.mouseClick(key, LEFT, pos=middle(key))
    assert presses == []


def test_the_keypad_presses_the_key_it_stands_on(key, presses, page):
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert presses == ["take"]


def test_words_that_fit_at_no_size_are_never_below_the_floor(page, theme):
    key = page.add(BigKey(theme, KeyFace("身份证可以拿走了", em_mm=20), "k"), 10, 60, 60, 32)
    room = key.face_rect()
    words, _ = key._words(room.width() - theme.px(10), room.height())
    assert words.em_px >= theme.px(9.9) - 0.01


@pytest.mark.parametrize("digits", ["1", "012", "999", "1000"])
@pytest.mark.parametrize("seal", [SEAL_NEAR, SEAL_FAR])
@pytest.mark.parametrize("width_mm", [60.0, 120.0, 228.0])
def test_seal_and_digits_never_overlap_and_stay_inside(page, theme, digits, seal, width_mm):
    look = TicketLook(63.0, seal, align=Align.CENTRE)
    label = page.add(TicketLabel(theme, "老", digits, look), 10, 60, width_mm, 80)
    layout = label.layout_px()
    assert layout.seal.right() < layout.digits.left()
    assert layout.seal.left() >= -0.5
    assert layout.digits.right() <= label.width() + 0.5
    assert layout.seal.width() == pytest.approx(layout.em_px * seal)


def kiosk_dock(theme: Theme) -> Dock:
    return Dock(theme, DockLabels.from_strings(load_room(ASSETS / "strings", "ui_kit")))


def test_the_dock_tells_which_key_was_pressed(qtbot, theme, clock):
    page = PageBase(theme, "page", PageParts(dock=kiosk_dock(theme)))
    qtbot.addWidget(page)
    page.show()
    clock.advance(1000)
    dock = page.parts.dock
    assert dock is not None
    for name in ("back", "again", "slower", "louder", "larger", "lower", "help", "emergency"):
        with qtbot.waitSignal(dock.pressed) as pressed:
            QTest.mouseClick(page.key(name), LEFT, pos=middle(page.key(name)))
        assert pressed.args == [name]


def test_after_help_was_called_its_key_lies_flat_and_says_so(qtbot, theme, clock):
    dock = kiosk_dock(theme)
    qtbot.addWidget(dock)
    dock.set_face_mm(RectMm(0, 0, KIOSK.width_mm, 103))
    dock.set_help_called(True)
    assert dock.key("help").texts() == ("已经叫了",)
    with qtbot.assertNotEmitted(dock.pressed):
        QTest.mouseClick(dock.key("help"), LEFT, pos=middle(dock.key("help")))
    dock.set_help_called(False)
    assert dock.key("help").texts() == ("叫人帮忙",)


def test_the_back_key_gives_way_to_an_empty_well(qtbot, theme):
    dock = kiosk_dock(theme)
    qtbot.addWidget(dock)
    dock.set_back_available(False)
    assert "返回上一步" not in dock.texts()
    dock.set_back_available(True)
    assert "返回上一步" in dock.texts()


def test_a_page_reads_out_everything_it_shows_in_order(qtbot, theme):
    header = Header(theme, "老年人服务专区")
    header.set_time(10, 24, "上午10:24")
    page = PageBase(
        theme, "confirm", PageParts(header, StepBar(theme, ["放卡", "选事", "拿票"], 1))
    )
    qtbot.addWidget(page)
    page.add(title(theme, "您办这件事，\n对吗？"), 10, 50, 240, 40)
    page.add(MatterLine(theme, "低保"), 10, 90, 240, 16)
    page.add(FactCard(theme, "users", "前面还有", "3 位", "ahead"), 10, 110, 110, 38)
    page.add(CountLine(theme, "带", "2", "样就行"), 10, 150, 240, 30)
    page.add(ListRow(theme, "1", "低保", "row_1"), 10, 180, 240, 39)
    page.add(NumberCard(theme, "老", "012", ("前面还有", "5", "位")), 10, 230, 240, 130)
    assert page.texts() == (
        "老年人服务专区", "上午10:24", "放卡", "选事", "拿票", "您办这件事，对吗？", "低保",
        "前面还有", "3 位", "带2样就行", "1", "低保", "老012", "前面还有5位",
    )  # fmt: skip
    assert page.key("row_1").objectName() == "row_1"
    with pytest.raises(LookupError, match="row_1"):
        page.key("row_9")


def test_every_widget_has_a_name_for_those_who_do_not_see(page, theme):
    made = [
        Tile(theme, "我有预约", "calendar-check", "booked"),
        CategoryTile(theme, "养老金", "coins", "领取、每年认证", "group"),
        HeroKey(theme, "取号\n办事", "把身份证放这里", "take"),
        RoundKey(theme, "我还在", "点一下", "here"),
        SlipView(theme, "您的号", "老", "012"),
        kiosk_dock(theme),
    ]
    for widget in made:
        page.add(widget, 10, 10, 120, 100)
        assert widget.accessibleName()
        assert widget.objectName()
        assert "<" not in widget.accessibleName()


@pytest.mark.parametrize("mode", list(Mode))
def test_countdown_ticks_go_out_one_by_one(page, theme, mode):
    theme.set_mode(mode)
    key = page.add(RoundKey(theme, "我还在", "点一下", "here"), 47, 142, 173, 173)
    pictures = []
    for left in (60, 59, 30, 0):
        key.set_ticks_left(left)
        pictures.append(key.grab().toImage())
    assert all(a != b for a, b in itertools.pairwise(pictures))


def test_the_page_turns_to_yellow_on_black_at_once(page, theme, key):
    light = page.grab().toImage()
    theme.set_mode(Mode.HIGH_CONTRAST)
    dark = page.grab().toImage()
    assert dark.pixelColor(2, 2).name() == "#000000"
    assert light.pixelColor(2, 2).name() == "#fffcf6"


def test_larger_text_makes_labels_larger_but_not_the_dock(page, theme, key):
    before = key.grab().toImage()
    dock = page.add(kiosk_dock(theme), 0, 370, KIOSK.width_mm, 103)
    dock_before = dock.grab().toImage()
    theme.set_large_text(True)
    assert key.grab().toImage() != before
    assert dock.grab().toImage() == dock_before
