"""The look keeps its promises: contrast, millimetres, words, pictures, typefaces."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tests.ui_kit.conftest import ASSETS, KIOSK
from ui_kit.dock_layout import EMERGENCY, HELP, SMALL_KEYS, dock_height_mm, dock_rects
from ui_kit.fonts import BLACK, BOLD, MEDIUM, Face
from ui_kit.icons import UnknownPicture
from ui_kit.panel import Panel
from ui_kit.strings import BadWords, MissingWords, load_room, load_strings
from ui_kit.theme import Mode, Theme
from ui_kit.tokens import contrast, load_tokens

TOKENS = load_tokens(ASSETS / "theme" / "tokens.toml")


@pytest.mark.parametrize(
    ("text", "ground", "at_least"),
    [
        ("ink", "paper", 17.0), ("ink2", "tray", 8.5), ("ink", "amber", 11.0),
        ("green", "paper", 7.0), ("edge", "tray", 3.0), ("lip", "paper", 3.0),
    ],
)  # fmt: skip
def test_words_and_edges_stand_out_from_their_ground(text, ground, at_least):
    assert contrast(TOKENS.light[text], TOKENS.light[ground]) >= at_least


def test_white_words_are_readable_on_every_coloured_key():
    for face in ("green_top", "green_bottom", "green_press", "red_top", "red_bottom", "red_press"):
        assert contrast("#FFFFFF", TOKENS.light[face]) >= 7.0


def test_high_contrast_is_yellow_on_black():
    palette = TOKENS.high_contrast
    assert contrast(palette["text"], palette["ground"]) >= 15.0


def test_contrast_knows_its_ends():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)


def test_a_millimetre_is_the_same_length_on_any_panel():
    assert KIOSK.px_per_mm == pytest.approx(4.03, abs=0.01)
    assert KIOSK.whole_px(36) == 145
    assert KIOSK.mm(KIOSK.px(12.5)) == pytest.approx(12.5)
    assert Panel(100, 200, 500, 1000).px(2) == pytest.approx(10)


def test_help_keys_lie_where_the_hand_expects_them():
    top = KIOSK.height_px - KIOSK.px(dock_height_mm(KIOSK))
    rects = dock_rects(KIOSK)
    help_px = [round(KIOSK.px(v)) for v in (rects[HELP].x, rects[HELP].w, rects[HELP].h)]
    assert help_px == pytest.approx([40, 519, 128], abs=1)
    assert top + KIOSK.px(rects[HELP].y) == pytest.approx(1752, abs=2)
    assert KIOSK.px(rects[EMERGENCY].x) == pytest.approx(640, abs=1)


@pytest.mark.parametrize("panel", [KIOSK, Panel(476.4, 268.0, 1920, 1080)])
def test_no_dock_key_is_near_another_or_the_edge(panel):
    rects = dock_rects(panel)
    assert rects[EMERGENCY].x - rects[HELP].right >= 19.9
    small = [rects[name] for name in SMALL_KEYS]
    assert all(b.x - a.right >= 6.0 for a, b in itertools.pairwise(small))
    assert rects[EMERGENCY].right <= panel.width_mm - 9.9
    assert all(r.y > 0 and r.bottom < dock_height_mm(panel) for r in rects.values())


def test_words_come_with_their_placeholders_filled(tmp_path: Path):
    table = tmp_path / "room.toml"
    table.write_text(
        'ahead = "前面还有{count}位"\nhello = { screen = "您\\n好", spoken = "您好呀" }\n'
    )
    words = load_strings(table)
    assert words.get("ahead", count=3) == "前面还有3位"
    assert words.lines("hello") == ("您", "好")
    assert words.spoken("hello") == "您好呀"


def test_a_missing_word_names_its_nearest_neighbour():
    words = load_room(ASSETS / "strings", "ui_kit")
    with pytest.raises(MissingWords, match="'dock_help'"):
        words.get("dock_hlep")
    with pytest.raises(MissingWords, match="placeholder 'minute'"):
        words.get("time_morning", hour=9)


def test_an_entry_that_is_no_words_is_refused_with_its_key(tmp_path: Path):
    table = tmp_path / "room.toml"
    table.write_text("count = 3\n")
    with pytest.raises(BadWords, match="count"):
        load_strings(table)


def test_every_icon_and_drawing_draws_something(qapp):
    for path in [*(ASSETS / "icons").glob("*.svg"), *(ASSETS / "drawings").glob("*.svg")]:
        renderer = QSvgRenderer(str(path))
        assert renderer.isValid(), path.name
        image = QImage(48, 48, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        blank = QImage(48, 48, QImage.Format.Format_ARGB32)
        blank.fill(0)
        assert image != blank, path.name


def test_an_icon_takes_the_colour_it_is_given(theme: Theme):
    image = theme.icons.icon("check", 60, QColor("#AE1219")).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(60) for y in range(60)
               if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert colours == {"#ae1219"}


def test_an_unknown_icon_is_named(theme: Theme):
    with pytest.raises(UnknownPicture, match="no_such_icon"):
        theme.icons.icon("no_such_icon", 20, QColor("black"))


def test_pictures_are_drawn_once_and_bounded(theme: Theme):
    page = QPixmap(200, 200)
    painter = QPainter(page)
    held = []
    for _ in range(2):
        theme.icons.lay_drawing(painter, QPointF(0, 0), "tea", QSize(80, 60))
        held.append([picture.cacheKey() for picture in theme.pictures._held.values()])
    painter.end()
    assert len(held[0]) == 1
    assert held[1] == held[0]


def test_drawings_follow_the_mode(theme: Theme):
    assert theme.drawing_name("card_put") == "card_put"
    theme.set_mode(Mode.HIGH_CONTRAST)
    assert theme.drawing_name("card_put") == "card_put_high_contrast"
    assert theme.drawing_name("tea") == "tea"
    assert theme.colour("ink").name() == "#ffe14d"


def test_every_word_of_the_kit_can_be_drawn(theme: Theme):
    words = load_room(ASSETS / "strings", "ui_kit")
    for key in words:
        text = words._phrase(key).screen.replace("\n", "")
        assert theme.fonts.drawable(text), key


@pytest.mark.parametrize("name", ["王㛃", "李䶮", "𬱖", "𠀋", "𪚥"])
def test_a_rare_name_is_never_blank(theme: Theme, name: str):
    assert theme.fonts.drawable(name)
    assert theme.fonts.width(name, BOLD, 40) >= 40 * len(name) * 0.9


def test_a_character_no_typeface_has_is_known_and_takes_its_room(theme: Theme):
    unknown = "\U000e0fff"
    assert theme.fonts.face_of(unknown) is Face.MISSING
    assert not theme.fonts.drawable("王" + unknown)
    assert theme.fonts.width(unknown, BOLD, 40) == 40


@pytest.mark.parametrize("weight", [MEDIUM, BOLD, BLACK])
def test_all_digits_are_equally_wide(theme: Theme, weight: int):
    widths = {round(theme.fonts.width(digit, weight, 200), 2) for digit in "0123456789"}
    assert len(widths) == 1


def test_weights_differ_and_are_the_bundled_faces(theme: Theme):
    for weight in (MEDIUM, BOLD, BLACK):
        font = theme.fonts.font(Face.HAN, weight, 40)
        assert font.family().startswith("Noto Sans SC")
        assert font.weight() == weight
