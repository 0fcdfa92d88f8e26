"""The kiosk under a keypad: real key events, the focus on the glass, what is said, every page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.keypad import MOST_ANSWERS, answers, stops
from kiosk.keypad_words import name_of
from launch.ux_report.conditions import PIXEL_GLASS, PORTRAIT, Condition
from launch.ux_report.kiosk_gallery import KioskGallery, KioskShower
from launch.ux_report.showing import theme_on
from launch.ux_report.site import load_site
from tests.kiosk.people import card
from tests.screens.test_kiosk import Kiosk, kiosk
from ui_kit.accessible import install_roles
from ui_kit.handwriting_pad import HandwritingPad
from ui_kit.press import KeyBase
from ui_kit.widget import KitWidget

__all__ = ["kiosk"]
KEY = Qt.Key
NO_KEYS, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def keys(kiosk: Kiosk, *pressed: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press keys of the keyboard; they reach whatever widget has the focus."""
    for key in pressed:
        kiosk.clocks.seconds += 1.0
        handle = kiosk.app.windows()["kiosk"].windowHandle()
        QTest.keyClick(handle, key, modifier)


def focused(kiosk: Kiosk) -> str:
    widget = kiosk.app.windows()["kiosk"].focusWidget()
    return widget.objectName() if widget is not None else ""


def test_card_to_slip_by_keypad_only(kiosk):
    keys(kiosk, KEY.Key_0)
    assert "这里可以用键盘办" in kiosk.voice.said[-1]
    kiosk.reader.place(card())
    kiosk.qtbot.waitUntil(lambda: "按一，继续" in kiosk.voice.said[-1], timeout=4000)
    keys(kiosk, KEY.Key_1)
    kiosk.shows("您今天办什么事？")
    keys(kiosk, KEY.Key_Down, KEY.Key_Return)
    kiosk.shows("您办哪一件？")
    keys(kiosk, KEY.Key_Tab, KEY.Key_NumberSign)
    kiosk.shows("前面没有人")
    keys(kiosk, KEY.Key_End, modifier=KEYPAD)  # 1, NumLock off
    kiosk.shows("请拿好小票")
    kiosk.shows("老001")
    assert [slip.texts()[1] for slip in kiosk.printer.slips] == ["老001"]
    assert not any("王" in text for text in kiosk.voice.said)


def test_the_ring_stands_where_the_voice_says(kiosk):
    keys(kiosk, KEY.Key_0, KEY.Key_Right)
    assert (focused(kiosk), kiosk.voice.said[-1]) == ("key.start", "按一，取号办事。")
    ringed = kiosk.page().key("key.start").grab().toImage()
    keys(kiosk, KEY.Key_Right)
    assert (focused(kiosk), kiosk.voice.said[-1]) == ("key.what_to_bring", "按二，问问要带什么。")
    assert kiosk.page().key("key.start").grab().toImage() != ringed


def test_enter_and_hash_on_a_key_of_the_dock_do_what_a_finger_does(kiosk):
    keys(kiosk, KEY.Key_0, *[KEY.Key_Left] * 2)
    assert focused(kiosk) == "help"
    keys(kiosk, KEY.Key_Enter)
    kiosk.shows("工作人员马上来")
    kiosk.shows("已经叫了")
    keys(kiosk, *[KEY.Key_Left] * 2)
    assert kiosk.voice.said[-1] == "已经叫了。"
    said = len(kiosk.voice.said)
    keys(kiosk, KEY.Key_NumberSign)
    assert "工作人员马上来" in kiosk.voice.said[-1]
    assert len(kiosk.voice.said) == said + 1


def test_a_key_held_down_is_one_press(kiosk):
    window = kiosk.app.windows()["kiosk"]
    keys(kiosk, KEY.Key_0)
    keys(kiosk, KEY.Key_Down)
    again = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Down, NO_KEYS, "", True)
    QApplication.sendEvent(window, again)
    assert focused(kiosk) == "key.start"


def test_a_finger_takes_over_and_the_ring_goes(kiosk):
    keys(kiosk, KEY.Key_0, KEY.Key_Down)
    kiosk.touch("key.start")
    kiosk.shows("我没带身份证")
    assert focused(kiosk) == "kiosk"
    assert kiosk.app.presenter.view().focus == ""


def test_the_key_for_larger_words_goes_on_to_yellow_on_black_and_back(kiosk):
    page_theme = kiosk.page().theme
    kiosk.touch("larger")
    kiosk.shows("黑底黄字")
    assert not page_theme.high_contrast
    kiosk.touch("larger")
    kiosk.shows("变回原样")
    assert page_theme.high_contrast
    assert page_theme.large_text
    kiosk.touch("larger")
    kiosk.shows("字再大一点")
    assert not page_theme.high_contrast
    assert not page_theme.large_text


def test_yellow_on_black_ends_with_the_visit(kiosk):
    for name in ("key.start", "larger", "larger"):
        kiosk.touch(name)
    assert kiosk.page().theme.high_contrast
    kiosk.waits(91)
    kiosk.shows("您还在吗？")
    kiosk.waits(31)
    kiosk.shows("把身份证放这里")
    assert not kiosk.page().theme.high_contrast


@pytest.fixture(scope="module")
def gallery(qapp) -> KioskGallery:
    install_roles()
    return KioskGallery(load_site(), theme_on(PORTRAIT), thorough=False)


def shown_pages(gallery: KioskGallery, language: str) -> Iterator[tuple[str, KioskShower]]:
    condition = Condition(PORTRAIT, language=language)
    shower = gallery.shower(gallery.theme, language)
    for page in gallery.pages():
        if gallery.is_there(page.name, condition):
            shower.show(page.name, condition)
            yield page.name, shower
    shower.close()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_key_of_every_page_is_reached_by_arrows_and_has_a_spoken_name(gallery, language):
    for name, shower in shown_pages(gallery, language):
        window, condition = shower.window, Condition(PORTRAIT, language=language)
        scene, view = shower.scene(name, condition), shower.view(name, condition)
        found = stops(view)
        reached = []
        for stop in found:
            window.show_view(replace(view, focus=stop.name))
            widget = window.focusWidget()
            assert widget is not None, (name, stop)
            reached.append(widget.objectName())
            assert name_of(scene, view, stop).strip("。. "), (name, stop)
        shown = window.current().keys()
        there = {key.objectName() for key in shown}
        assert set(reached) == there, name
        assert len(reached) == len(there), name
        assert len(answers(view.body)) <= MOST_ANSWERS, name


@pytest.mark.parametrize("glass", PIXEL_GLASS, ids=lambda glass: glass.name)
def test_in_every_size_and_position_a_page_has_the_keys_the_keypad_knows(qapp, glass):
    theme = theme_on(glass)
    gallery = KioskGallery(load_site(), theme, thorough=False)
    shower = gallery.shower(theme, "zh-CN")
    for large, low in itertools.product((False, True), (False, True)):
        condition = Condition(glass, large=large, low=low)
        for page in gallery.pages():
            if not gallery.is_there(page.name, condition):
                continue
            view = shower.view(page.name, condition)
            shower.window.show_view(view)
            shown = shower.window.current().keys()
            there = sorted(key.objectName() for key in shown)
            assert sorted(stop.name for stop in stops(view)) == there, (page.name, condition.name)
    shower.close()


def interface_of(widget: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_every_widget_tells_what_it_is_and_what_stands_on_it(gallery):
    for name, shower in shown_pages(gallery, "zh-CN"):
        for widget in shower.window.current().findChildren(KitWidget):
            if not widget.isVisibleTo(shower.window):
                continue
            role, told = interface_of(widget)
            where = (name, widget.objectName())
            assert (role == QAccessible.Role.Button) == isinstance(widget, KeyBase), where
            if widget.texts() or isinstance(widget, HandwritingPad | KeyBase):
                assert told, where
            assert not told or told != widget.objectName(), where


def test_a_key_tells_whether_it_is_switched_on(kiosk):
    install_roles()
    kiosk.touch("slower")
    key = kiosk.page().key("slower")
    assert QAccessible.queryAccessibleInterface(key).state().checked


def test_one_ticket_although_the_finger_trembles_on_enter(kiosk):
    keys(kiosk, KEY.Key_0)
    kiosk.reader.place(card())
    kiosk.qtbot.waitUntil(lambda: "按一，继续" in kiosk.voice.said[-1], timeout=4000)
    keys(kiosk, KEY.Key_1, KEY.Key_1, KEY.Key_1)
    kiosk.shows("前面没有人")
    handle = kiosk.app.windows()["kiosk"].windowHandle()
    keys(kiosk, KEY.Key_1)
    for _ in range(3):
        QTest.keyClick(handle, KEY.Key_1)
    kiosk.shows("请拿好小票")
    assert len(kiosk.printer.slips) == 1
