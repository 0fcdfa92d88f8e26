"""The pages of the camera: what it sees, the page that was taken, those that are kept. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guide_desk.camera.kept import OpenPage
from guide_desk.camera.state import Under
from guide_desk.camera.suggesting import Suggestion
from guide_desk.camera.views import CameraView
from guide_desk.shell_views import Head
from hall.care.pictures.messages import PictureView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

_VERDICT_ICONS = {"good": "check-circle", "moving": "hourglass-bold", "blur": "hourglass-bold"}
_COPY_ICONS = {
    "printing": "printer",
    "printed": "check-circle",
    "unsure": "question",
    "not_printed": "warning",
}
_AWAY = ("no_camera", "busy", "silent")
_NAMED = 4
"""A longer name of a paper has no room on a key; it stands beside the picture."""


def camera_page(
    words: Strings, under: Under, *, away: str, covered: bool, printer: bool,
    suggestion: Suggestion | None = None, suggests: bool = False,
) -> CameraView:  # fmt: skip
    """Return the page of the paper that lies under the camera."""
    if away:
        return _away(words, under, away)
    if under.state in ("looking", "taking"):
        return _looking(words, under, covered=covered)
    if under.state == "taken":
        if under.copy:
            return _taken_copy(words, under, printer=printer)
        return _taken(words, under, suggestion, suggests=suggests)
    return _copy(words, under)


def kept_page(words: Strings, page: OpenPage, pages: Sequence[PictureView]) -> CameraView:
    """Return the page of a picture the hall has."""
    at = next((i for i, one in enumerate(pages, 1) if one.blob_id == page.picture.blob_id), 1)
    more = _key(words, "camera_more", "plus")
    drop = _key(words, "picture_drop", "trash")
    turn = _key(words, "picture_turn", "arrow-right", next_=True)
    first = (turn, more) if len(pages) > 1 else (more,)
    return CameraView(
        head=_head(page.picture.plain),
        live=False,
        jpeg=page.jpeg,
        icon="check-circle",
        state=words.get("picture_page", page=at, count=len(pages)),
        note=words.get("picture_note" if page.jpeg else "picture_opening"),
        keys=(*first, drop, _back(words)),
    )


def verdict_words(words: Strings, under: Under, *, covered: bool) -> str:
    """Return what is said of the paper that lies there, for guide and elder alike."""
    if under.state == "taking":
        return words.get("camera_taking")
    if covered:
        return words.get("camera_covered")
    return words.get(f"camera_{under.verdict}")


def advice_words(words: Strings, under: Under, *, covered: bool) -> str:
    """Return what is wrong and what to do about it, for the elder; the good word alone."""
    said = verdict_words(words, under, covered=covered)
    if under.state == "taking" or covered or under.verdict == "good":
        return said
    return words.get("camera_advice", said=said, do=words.get(f"camera_{under.verdict}_note"))


def _looking(words: Strings, under: Under, *, covered: bool) -> CameraView:
    good = under.verdict == "good" and not covered
    taking = under.state == "taking"
    note = words.get("camera_copy_note" if under.copy else f"camera_{under.verdict}_note")
    if under.refused and not taking:
        reason = words.get(f"camera_{under.refused}")
        note = words.get("camera_refused", reason=reason)
    take = KeyView(
        "camera_take", "camera_take", words.get("key_camera_take"), icon="camera",
        mode="under_way" if taking else "next",
    )  # fmt: skip
    hint = words.get("camera_hint" if under.page == 1 else "camera_hint_page", page=under.page)
    anyway = (_key(words, "camera_anyway", "check"),) if under.refused and not taking else ()
    return CameraView(
        head=_head(under.plain, hint),
        live=True,
        jpeg=None,
        icon=_VERDICT_ICONS.get(under.verdict, "info"),
        state=verdict_words(words, under, covered=covered),
        note=note,
        keys=(take, *anyway, _back(words, "key_camera_leave")),
        good=good,
    )


def _taken(
    words: Strings, under: Under, suggestion: Suggestion | None, *, suggests: bool
) -> CameraView:
    keys = (
        _key(words, "camera_use", "check", next_=True),
        _key(words, "camera_next", "plus"),
        _key(words, "camera_again", "arrow-counter-clockwise"),
    )
    note = words.get("camera_taken_note")
    if suggestion is not None:
        note = words.get("camera_guess", plain=suggestion.plain, note=note)
    move = _move(words, suggestion) if suggestion is not None else ()
    view = _page_taken(words, under, note, (*keys, *move))
    return replace(view, spare=suggests and not move)


def _move(words: Strings, suggestion: Suggestion) -> tuple[KeyView, ...]:
    if not suggestion.item_id:
        return ()
    plain = suggestion.plain if len(suggestion.plain) <= _NAMED else words.get("camera_that_one")
    label = words.get("key_camera_move", plain=plain)
    return (KeyView("camera_move", "camera_move", label, suggestion.item_id),)


def _taken_copy(words: Strings, under: Under, *, printer: bool) -> CameraView:
    out = (_key(words, "camera_print", "printer", next_=True),) if printer else ()
    again = _key(words, "camera_again", "arrow-counter-clockwise")
    note = words.get("camera_copy_note" if printer else "camera_copy_no_printer")
    return _page_taken(words, under, note, (*out, again, _back(words)))


def _page_taken(words: Strings, under: Under, note: str, keys: tuple[KeyView, ...]) -> CameraView:
    return CameraView(
        head=_head(under.plain),
        live=False,
        jpeg=under.taken.jpeg if under.taken else None,
        icon="check-circle",
        state=words.get("camera_taken", page=under.page),
        note=note,
        keys=keys,
    )


def _copy(words: Strings, under: Under) -> CameraView:
    """Return how the copy of a paper comes out of which no picture is kept."""
    printing, out = under.state == "printing", under.state in ("printed", "unsure")
    there = words.get("key_camera_done" if under.state == "printed" else "key_camera_came_out")
    done = KeyView("camera_leave", "back", there, icon="check", mode="next")
    again = KeyView("camera_print", "camera_print", words.get("key_camera_print_again"),
                    icon="printer", mode="can" if out else "next")  # fmt: skip
    keys = () if printing else (done, again) if out else (again, _back(words))
    return CameraView(
        head=_head(under.plain),
        live=False,
        jpeg=under.taken.jpeg if under.taken else None,
        icon=_COPY_ICONS[under.state],
        state=words.get(f"camera_{under.state}"),
        note=words.get(f"camera_{under.state}_note"),
        keys=keys or (_back(words),),
    )


def _away(words: Strings, under: Under, away: str) -> CameraView:
    """Return the page of a camera that cannot be used: eyes can."""
    there = _key(words, "camera_there", "check", next_=True)
    return CameraView(
        head=_head(under.plain),
        live=False,
        jpeg=None,
        icon="warning",
        state=words.get(f"camera_away_{away if away in _AWAY else 'fault'}"),
        note=words.get("camera_away_note"),
        keys=(there, _back(words)),
    )


def _head(plain: str, hint: str = "") -> Head:
    return Head(plain, hint, icon="camera")


def _key(words: Strings, name: str, icon: str, *, next_: bool = False) -> KeyView:
    label = words.get(f"key_{name}")
    return KeyView(name, name, label, icon=icon, mode="next" if next_ else "can")


def _back(words: Strings, label: str = "key_back") -> KeyView:
    return KeyView("back", "back", words.get(label), icon="arrow-left")
