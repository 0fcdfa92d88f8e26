"""Which function builds which page, and what frames it: the step, the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk import bring_pages, given_pages, lay_pages, pages, saying_pages, side_pages
from kiosk.flow import Page
from kiosk.scene import Scene
from kiosk.views import Body, View

_STEPS: Mapping[Page, int] = {
    "card": 1, "card_retry": 1, "card_problem": 1, "no_card": 1, "privacy": 1, "greeting": 1,
    "elder_age": 1,
    "groups": 2, "matters": 2, "confirm": 2, "already": 3, "printing": 3, "slip": 3, "no_paper": 3,
    "lay": 2, "page_seen": 2,
    "undoing": 3, "undone": 3, "not_undone": 3, "accompany": 3, "accompanied": 3,
}  # fmt: skip
_NO_BACK = frozenset(
    {"home", "printing", "slip", "no_paper", "sending", "still_there", "hall_gone", "undoing",
     "undone", "not_undone", "accompanied", "list_printing", "said"}
)  # fmt: skip
_BODIES: Mapping[Page, Callable[[Scene], Body]] = {
    "home": pages.home, "card": pages.card, "card_retry": pages.card_retry,
    "card_problem": pages.card_problem, "no_card": pages.age, "greeting": pages.greeting,
    "elder_age": pages.age, "privacy": pages.privacy,
    "groups": pages.groups, "matters": pages.matters, "confirm": pages.confirm,
    "printing": pages.printing, "slip": pages.slip, "already": pages.already,
    "no_paper": pages.no_paper, "ask_groups": pages.groups, "ask_matters": pages.matters,
    "bring": bring_pages.bring, "list_printing": bring_pages.list_printing,
    "list_given": bring_pages.list_given, "list_failed": bring_pages.list_failed,
    "undoing": given_pages.undoing, "undone": given_pages.undone,
    "not_undone": given_pages.not_undone, "accompany": given_pages.accompany,
    "accompanied": given_pages.accompanied,
    "help": side_pages.help_page, "write": side_pages.write, "sending": side_pages.sending,
    "still_there": side_pages.still_there, "hall_gone": side_pages.hall_gone,
    "say_card": saying_pages.say_card, "say_faces": saying_pages.say_faces,
    "said": saying_pages.said, "say_none": saying_pages.say_none,
    "lay": lay_pages.lay, "page_seen": lay_pages.page_seen,
    "closed": side_pages.closed, "unprinted": side_pages.unprinted,
}  # fmt: skip


def view_of(scene: Scene, page_no: int) -> View:
    """Build what the window shows."""
    comfort = scene.comfort
    return View(
        page=scene.page,
        page_no=page_no,
        body=_BODIES[scene.page](scene),
        step=_STEPS.get(scene.page, 0),
        back=scene.page not in _NO_BACK and not (scene.page == "closed" and scene.day_over),
        help_called=scene.help_called,
        volume=comfort.volume,
        slow=comfort.slow,
        large=comfort.large,
        contrast=comfort.contrast,
        low=comfort.low,
        zone_name=scene.facts.zone_name,
        language=scene.tongue.id,
    )
