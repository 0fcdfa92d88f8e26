"""A paper under the kiosk's camera, as pages: what is seen now, and the page that was taken."""

from __future__ import annotations

from kiosk.picturing import picturable
from kiosk.scene import Scene
from kiosk.views import KeyView, LayView


def lay(scene: Scene) -> LayView:
    """Build the page that shows what lies under the camera; it can be left with a number."""
    words, now = scene.words, scene.session.lay
    plain, line = _paper(scene)
    done = KeyView("photo_done", words.get("key_photo_done"), icon="ticket", primary=False)
    if not scene.camera:
        keys = (
            KeyView("photo_done", words.get("key_photo_done"), icon="ticket", primary=True),
        )  # fmt: skip
        return LayView(plain, line, words.get("lay_no_camera"), live=False, jpeg=None, keys=keys)
    shoot = "key_shoot_anyway" if now.refused and not now.taking else "key_shoot"
    return LayView(
        title=plain,
        line=line,
        said=words.get(said_key(scene)),
        live=True,
        jpeg=None,
        keys=(
            KeyView("shoot", words.get(shoot), icon="camera", primary=True),
            KeyView("skip", words.get("key_skip"), icon="arrow-right"),
            done,
        ),
    )


def page_seen(scene: Scene) -> LayView:
    """Build the page that shows what was taken."""
    words = scene.words
    plain, line = _paper(scene)
    return LayView(
        title=plain,
        line=line,
        said=words.get("page_seen"),
        live=False,
        jpeg=scene.session.lay.jpeg,
        keys=(
            KeyView("use_page", words.get("key_use_page"), icon="check", primary=True),
            KeyView("more_pages", words.get("key_more_pages"), icon="plus"),
            KeyView("shoot_again", words.get("key_shoot_again"), icon="arrow-counter-clockwise"),
        ),
    )


def said_key(scene: Scene) -> str:
    """Return the key of the words for what the camera sees."""
    now = scene.session.lay
    if now.taking:
        return "lay_taking"
    return f"lay_{now.verdict}"


def _paper(scene: Scene) -> tuple[str, str]:
    """Return the name of the paper, and which of how many it is."""
    words, now = scene.words, scene.session.lay
    papers = picturable(scene.session.matter, words.get("form_mark"))
    if not papers:
        return scene.matter_name, ""
    place = min(now.index, len(papers) - 1)
    key = "lay_line_page" if now.page > 1 else "lay_line"
    line = words.get(key, number=place + 1, count=len(papers), page=now.page)
    return papers[place][1], line
