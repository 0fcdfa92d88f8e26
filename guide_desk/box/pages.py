"""The pages of the medicine box. Pure."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from guide_desk.box.typed import MOST_PIECES, last_day, spaced
from guide_desk.care.views import EntryPage, WriteView
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.box import ending_first, warned_of
from hall.boards.guide import GuideBoard
from hall.help.box_messages import BatchView
from hall.kernel.facts import BoxItemFact
from ui_kit.places import place_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

BATCHES_A_LEAF, ITEMS_A_LEAF = 6, 6
DAY_DIGITS = 8
_ICONS = {"good": "check-circle", "soon": "hourglass-medium", "expired": "warning"}
_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))


def item_of(board: GuideBoard, item_id: str) -> BoxItemFact:
    """Return a thing of the box; one that is on no list any more by its id."""
    found = next((one for one in board.facts.box_items if one.id == item_id), None)
    return found or BoxItemFact(id=item_id, name=item_id, unit="")


def box_view(words: Strings, board: GuideBoard, leaf_number: int) -> StepsView:
    """Return what is in the box, what ends first before the rest."""
    batches = ending_first(board.box)
    leaf = leaf_of(batches, leaf_number, BATCHES_A_LEAF)
    warned = len(warned_of(board.box))
    hint = "box_empty" if not batches else "box_warned" if warned else "box_in_order"
    new = KeyView(
        "box_new", "box_new", words.get("key_box_new"), icon="plus",
        mode="can" if board.facts.box_items else "cannot",
    )  # fmt: skip
    return StepsView(
        head=Head(words.get("box_title"), words.get(hint, count=warned), leaf_words(words, leaf)),
        cells=tuple(_batch_key(words, board, one) for one in leaf.items),
        beside=(new, *turn_keys(words, "box", leaf)),
    )


def batch_page(
    words: Strings, board: GuideBoard, batch: BatchView, own_id: str, *, under_way: bool
) -> EntryPage:
    """Return one batch: until when it is good, who looked last, and what somebody sees now."""
    item = item_of(board, batch.item_id)
    local = datetime.fromisoformat(batch.checked_at).astimezone(ZoneInfo(board.facts.timezone))
    member = board.facts.member(batch.checked_by)
    who = member.name if member else place_words(words, board.facts, batch.checked_by, own_id)
    mode: KeyFaceMode = "under_way" if under_way else "can"
    expired = batch.state == "expired"
    out = KeyView(
        "box_out", "box_out", words.get("key_box_out"), icon="x",
        mode="next" if expired and not under_way else mode,
    )  # fmt: skip
    there = KeyView(
        "box_there", "box_there", words.get("key_box_there"), icon="check",
        mode="cannot" if expired else "next" if not under_way else mode,
    )  # fmt: skip
    fewer = KeyView(
        "box_count", "box_count", words.get("key_box_count"), icon="pencil-simple",
        mode="cannot" if expired else mode,
    )  # fmt: skip
    return EntryPage(
        head=Head(words.get("box_title"), icon="first-aid-kit"),
        told=(amount(words, item, batch.quantity), _until(words, batch)),
        lines=(
            words.get("box_checked", who=who, month=local.month, day=local.day),
            words.get("box_thrown") if expired else "",
        ),
        deeds=(there, fewer, out, back_key(words)),
    )


def items_view(words: Strings, board: GuideBoard, leaf_number: int) -> GridView:
    """Return what belongs into the box, to say what was put in."""
    leaf = leaf_of(board.facts.box_items, leaf_number, ITEMS_A_LEAF)
    cells = tuple(KeyView(f"box_item_{one.id}", "box_item", one.name, one.id) for one in leaf.items)
    head = Head(words.get("box_items_title"), leaf_words(words, leaf))
    return GridView(head, cells, (back_key(words), *turn_keys(words, "box", leaf)))


def day_view(words: Strings, item: BoxItemFact, digits: str, today: date) -> WriteView:
    """Return the question until when it is good; a day that is over is not taken."""
    day = last_day(digits)
    past = day is not None and day < today
    head = Head(words.get("box_day_title", item=item.name), words.get(
        "box_day_past" if past else "box_day_hint"
    ))  # fmt: skip
    can = day is not None and not past
    return _pad(words, head, spaced(digits), digits, DAY_DIGITS, can=can)


def count_view(words: Strings, item: BoxItemFact, digits: str, *, under_way: bool) -> WriteView:
    """Return the question how many pieces there are."""
    head = Head(words.get("box_count_title", item=item.name, unit=item.unit))
    can = bool(digits.strip("0")) and not under_way
    return _pad(words, head, digits, digits, MOST_PIECES, can=can, under_way=under_way)


def amount(words: Strings, item: BoxItemFact, quantity: int) -> str:
    """Return how much there is of a thing."""
    return words.get("box_amount", item=item.name, count=quantity, unit=item.unit)


def back_key(words: Strings) -> KeyView:
    """Return the way back."""
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")


def _batch_key(words: Strings, board: GuideBoard, batch: BatchView) -> KeyView:
    name = amount(words, item_of(board, batch.item_id), batch.quantity)
    return KeyView(
        f"box_{batch.id}", "box_open", name, batch.id, icon=_ICONS.get(batch.state, ""),
        second=_until(words, batch),
    )  # fmt: skip


def _until(words: Strings, batch: BatchView) -> str:
    day = date.fromisoformat(batch.expires_on)
    return words.get(f"box_{batch.state}", year=day.year, month=day.month, day=day.day)


def _pad(
    words: Strings, head: Head, text: str, digits: str, most: int, *, can: bool,
    under_way: bool = False,
) -> WriteView:  # fmt: skip
    full: KeyFaceMode = "cannot" if len(digits) >= most else "can"
    ends = (
        KeyView("box_erase", "box_erase", words.get("key_find_erase"), icon="backspace",
                mode="can" if digits else "cannot"),
        KeyView("box_0", "box_digit", "0", "0", mode=full),
        None,
    )  # fmt: skip
    keys: list[KeyView] = []
    for row, end in zip(_DIGITS, ends, strict=True):
        keys += [KeyView(f"box_{one}", "box_digit", one, one, mode=full) for one in row]
        if end is not None:
            keys.append(end)
    done: KeyFaceMode = "under_way" if under_way else "next" if can else "cannot"
    written = KeyView("box_written", "box_written", words.get("key_written"), icon="arrow-right",
                      mode=done)  # fmt: skip
    return WriteView(head, text, "", "box_edited", tuple(keys), (written, back_key(words)))
