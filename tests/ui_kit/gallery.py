"""Draws pages of sample words with the real widgets, to be looked at beside the target pictures.

`QT_QPA_PLATFORM=offscreen python -m tests.ui_kit.gallery DIRECTORY` writes one PNG per page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui_kit.dock import Dock, DockLabels
from ui_kit.drawing import Drawing
from ui_kit.header import Header
from ui_kit.keys import BigKey, KeyFace, KeyStyle
from ui_kit.page import PageBase, PageParts
from ui_kit.panel import Panel
from ui_kit.round_key import RoundKey
from ui_kit.sheets import FactCard, NumberCard
from ui_kit.slip_view import SlipView
from ui_kit.step_bar import StepBar
from ui_kit.strings import load_room
from ui_kit.text import Align
from ui_kit.theme import Mode, Theme, build_theme
from ui_kit.ticket import SEAL_FAR, TicketLabel, TicketLook, TicketScheme
from ui_kit.tiles import CategoryTile, HeroKey, ListRow, Tile
from ui_kit.words import CountLine, CountLook, MatterLine, TextBlock, TextLook, note, title

ASSETS = Path(__file__).resolve().parents[2] / "assets"
KIOSK = Panel(width_mm=268.0, height_mm=476.4, width_px=1080, height_px=1920)
HALL = Panel(width_mm=1215.0, height_mm=683.5, width_px=1920, height_px=1080, view_mm=8000)


def parts(
    theme: Theme, *, home: bool = False, step: int | None = None, back: bool = True
) -> PageParts:
    words = load_room(ASSETS / "strings", "ui_kit")
    header = Header(theme, words.get("zone_name"), home=home)
    header.set_time(
        10, 24, words.get("time_morning", hour=10, minute="24"),
        words.get("date", month=11, day=23, weekday=words.get("weekday_1")),
    )  # fmt: skip
    labels = [words.get(key) for key in ("step_card", "step_matter", "step_slip")]
    steps = StepBar(theme, labels, step) if step is not None else None
    return PageParts(header, steps, Dock(theme, DockLabels.from_strings(words), back=back))


def home(theme: Theme) -> PageBase:
    page = PageBase(theme, "home", parts(theme, home=True, back=False))
    page.add(
        HeroKey(theme, "取号\n办事", "把身份证放这里，或点一下", "take"), 9.93, 54.2, 248.1, 148.6
    )
    tiles = (
        ("我有预约", "calendar-check", "booked"), ("问问要带什么", "chat-circle-dots", "ask"),
        ("领证取结果", "certificate", "collect"), ("事情没办成", "clipboard-text", "stuck"),
    )  # fmt: skip
    for index, (label, icon, name) in enumerate(tiles):
        x = 9.93 + (index % 2) * 128.2
        page.add(Tile(theme, label, icon, name), x, 216.6 + (index // 2) * 76.4, 119.9, 63.3)
    return page


def card(theme: Theme) -> PageBase:
    page = PageBase(theme, "card", parts(theme, step=0))
    page.add(title(theme, "请把身份证\n放这里", short=True), 9.93, 44, 248, 92)
    page.add(Drawing(theme, "card_put", "card"), 30, 142, 208, 142)
    page.add(note(theme, "身份证只用来取号，不留照片", align=Align.CENTRE), 9.93, 288, 248, 16)
    face = KeyFace("我没带身份证", "identification-card-bold", em_mm=13.9, inside_mm=4)
    page.add(BigKey(theme, face, "no_card"), 9.93, 317, 119.9, 40)
    face = KeyFace("用社保卡也行", "credit-card-bold", em_mm=13.9, inside_mm=4)
    page.add(BigKey(theme, face, "social_card"), 138.1, 317, 119.9, 40)
    return page


def greeting(theme: Theme) -> PageBase:
    page = PageBase(theme, "greeting", parts(theme, step=1))
    page.add(Drawing(theme, "greeting", "two people"), 15, 52, 238, 111)
    page.add(
        TextBlock(theme, "王奶奶，您好", TextLook(39, 900, align=Align.CENTRE), "name"),
        9.93,
        170,
        248,
        50,
    )
    page.add(note(theme, "身份证可以拿走了，请收好", align=Align.CENTRE), 9.93, 220, 248, 18)
    face = KeyFace("取号办事", "ticket", em_mm=20.8, icon_mm=24)
    page.add(BigKey(theme, face, "take", KeyStyle.PRIMARY), 9.93, 244, 248.1, 52)
    face = KeyFace("替家里\n老人办", "users", em_mm=14.9, icon_mm=20, align=Align.LEFT, inside_mm=9)
    page.add(BigKey(theme, face, "behalf"), 9.93, 312, 119.9, 44)
    page.add(
        BigKey(theme, replace(face, label="我说\n不清楚", icon="chat-circle-dots"), "unsure"),
        138.1,
        312,
        119.9,
        44,
    )
    return page


def groups(theme: Theme) -> PageBase:
    page = PageBase(theme, "groups", parts(theme))
    page.add(title(theme, "您今天办什么事？"), 9.93, 46, 248, 36)
    rows = (
        ("养老金", "coins", "领取、每年认证"), ("看病医保", "first-aid-kit", "报销、慢性病卡"),
        ("补贴救助", "hand-heart", "高龄补贴、低保"),
        ("证件户口", "identification-card", "老年证、身份证"),
        ("房子水电", "house", "过户、交水电费"),
        ("看别的事", "dots-three-circle", "军人、残疾人等"),
    )  # fmt: skip
    for index, (word, icon, examples) in enumerate(rows):
        x, y = 9.93 + (index % 2) * 128.2, 91 + (index // 2) * 92.4
        page.add(CategoryTile(theme, word, icon, examples, f"group_{index}"), x, y, 119.9, 81)
    page.key("group_2").setFocus(Qt.FocusReason.TabFocusReason)
    return page


def matters(theme: Theme) -> PageBase:
    page = PageBase(theme, "matters", parts(theme, step=1))
    page.add(title(theme, "您办哪一件？"), 9.93, 44.5, 248, 33)
    names = (
        "80岁以上老人每月领的补贴", "高龄补贴每年认一次人", "困难、不能自理老人的养老补贴", "低保",
        "五保、特困供养", "家里突然有难，申请救急钱",
    )  # fmt: skip
    large = theme.large_text
    height, count = (59.0, 3) if large else (39.0, 6)
    for index, name in enumerate(names[:count]):
        y = 81.8 + index * (height + 9.45)
        page.add(ListRow(theme, str(index + 1), name, f"row_{index + 1}"), 9.93, y, 248.1, height)
    if large:
        page.add(note(theme, "第1页\n共2页"), 29, 312, 60, 40)
        face = KeyFace("下一页", "arrow-right", em_mm=14.9, icon_at="right")
        page.add(BigKey(theme, face, "next"), 97, 312, 161, 40)
        assert page.parts.dock is not None
        page.parts.dock.set_on("larger", True)
    return page


def confirm(theme: Theme) -> PageBase:
    page = PageBase(theme, "confirm", parts(theme, step=1))
    page.add(note(theme, "您办："), 9.93, 50, 248, 16)
    look = TextLook(33, 900, max_lines=2)
    page.add(TextBlock(theme, "困难、不能自理老人的养老补贴", look, "matter"), 9.93, 66, 248, 84)
    page.add(FactCard(theme, "users", "前面还有", "3 位", "ahead"), 9.93, 156, 119.9, 38)
    page.add(FactCard(theme, "clock", "大约等", "15 到 25 分钟", "wait"), 138.1, 156, 119.9, 38)
    face = KeyFace("对", "check-fat", em_mm=44, icon_mm=46, weight=900, gap_mm=12)
    page.add(BigKey(theme, face, "yes", KeyStyle.PRIMARY), 9.93, 208, 248.1, 82)
    face = KeyFace("不对，重选", "arrow-counter-clockwise", em_mm=15.9, icon_mm=19)
    page.add(BigKey(theme, face, "no"), 9.93, 312, 248.1, 41)
    return page


def slip(theme: Theme) -> PageBase:
    page = PageBase(theme, "slip", parts(theme, step=2, back=False))
    page.add(
        TextBlock(theme, "请拿好小票", TextLook(27.8, 900, align=Align.CENTRE), "title"),
        9.93,
        47,
        248,
        34,
    )
    page.add(
        SlipView(theme, "您的号", "老", "012", ("前面还有", "5", "位"), "大约等15到25分钟"),
        9.93, 83.5, 248.1, 205,
    )  # fmt: skip
    page.add(
        TextBlock(theme, "坐下歇着，叫到您我们会喊您", TextLook(13.9, align=Align.CENTRE), "sit"),
        9.93,
        292,
        248,
        20,
    )
    face = KeyFace("拿错了？重新取", "arrow-counter-clockwise", em_mm=14.9, icon_mm=19)
    page.add(BigKey(theme, face, "again_ticket"), 9.93, 319, 248.1, 37)
    return page


def still_there(theme: Theme) -> PageBase:
    page = PageBase(theme, "still_there", parts(theme, back=False))
    page.add(
        TextBlock(theme, "您还在吗？", TextLook(43.7, 900, align=Align.CENTRE), "title"),
        9.93,
        52,
        248,
        56,
    )
    key = page.add(RoundKey(theme, "我还在", "点一下", "here"), 47.5, 142, 173, 173)
    key.set_ticks_left(46)
    page.add(
        TextBlock(theme, "不着急，您慢慢来", TextLook(15.9, align=Align.CENTRE), "calm"),
        9.93,
        346,
        248,
        24,
    )
    return page


def help_called(theme: Theme) -> PageBase:
    page = PageBase(theme, "help", parts(theme))
    page.add(TextBlock(theme, "工作人员\n马上来", TextLook(43.7, 900), "title"), 9.93, 50, 248, 106)
    page.add(Drawing(theme, "help_person", "a person waves"), 20, 165, 228, 160)
    page.add(
        TextBlock(theme, "不着急，请坐一会儿", TextLook(15.9, align=Align.CENTRE), "calm"),
        9.93,
        336,
        248,
        24,
    )
    assert page.parts.dock is not None
    page.parts.dock.set_help_called(True)
    return page


def no_paper(theme: Theme) -> PageBase:
    page = PageBase(theme, "no_paper", parts(theme, step=2, back=False))
    page.add(title(theme, "打印纸没了，\n请记住这个号"), 9.93, 47, 248, 70)
    page.add(NumberCard(theme, "老", "012", ("前面还有", "5", "位")), 9.93, 123, 248.1, 138)
    page.add(Drawing(theme, "help_coming", "somebody comes"), 9.93, 276, 110, 76)
    page.add(TextBlock(theme, "工作人员\n马上来", TextLook(18, 900), "coming"), 130, 276, 128, 50)
    page.add(MatterLine(theme, "困难、不能自理老人的养老补贴"), 130, 326, 128, 32)
    return page


def hall(theme: Theme) -> PageBase:
    page = PageBase(theme, "hall", PageParts())
    for index, digits in enumerate(("012", "009", "013")):
        look = TicketLook(121, SEAL_FAR, align=Align.LEFT)
        page.add(TicketLabel(theme, "老", digits, look), 31, 69 + index * 154, 470, 150)
        page.add(
            CountLine(theme, "", str(index + 1), "号窗口", CountLook(80, 166, 900)),
            560,
            69 + index * 154,
            360,
            150,
        )
    green = TicketLook(60, SEAL_FAR, TicketScheme.WHITE_ON_GREEN)
    page.add(TicketLabel(theme, "老", "1000", green), 31, 550, 400, 100)
    page.add(
        TextBlock(theme, "王㛃 李䶮 𬱖 𠀋 𪚥", TextLook(40, 700, floor_mm=30)), 500, 550, 500, 100
    )
    return page


def states(theme: Theme) -> PageBase:
    page = PageBase(theme, "states", PageParts())
    styles = (KeyStyle.KEY, KeyStyle.PRIMARY, KeyStyle.EMERGENCY, KeyStyle.HELP)
    for row, style in enumerate(styles):
        for column, state in enumerate(("rest", "down", "off", "ring", "on")):
            name = f"{style.value}_{state}"
            key = BigKey(
                theme,
                KeyFace("我有预约", "calendar-check", em_mm=9.9, floor_mm=7, inside_mm=2),
                name,
                style,
            )
            page.add(key, 8 + column * 52, 20 + row * 46, 42, 30)
            key._down = state == "down"
            key.setEnabled(state != "off")
            key._ring = state == "ring"
            key.set_switched_on(state == "on")
    return page


PAGES: tuple[Callable[[Theme], PageBase], ...] = (
    home, card, greeting, groups, matters, confirm, slip, still_there, help_called,
    no_paper, states,
)  # fmt: skip


def main() -> None:
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for make in PAGES:
        theme = build_theme(ASSETS, KIOSK)
        page = make(theme)
        page.show()
        app.processEvents()
        page.grab().save(str(target / f"{make.__name__}.png"))
    theme = build_theme(ASSETS, KIOSK)
    theme.set_mode(Mode.HIGH_CONTRAST)
    for make in (home, slip, confirm):
        make(theme).grab().save(str(target / f"{make.__name__}_hc.png"))
    theme = build_theme(ASSETS, KIOSK)
    theme.set_large_text(True)
    matters(theme).grab().save(str(target / "matters_xl.png"))
    hall(build_theme(ASSETS, HALL)).grab().save(str(target / "hall.png"))


if __name__ == "__main__":
    main()
