"""The camera beside the checklist: its keys, its pages, and what the elder sees of it. Pure."""

from __future__ import annotations

from collections.abc import Callable

from devices.camera_port import PageOutcome
from guide_desk.camera.hand import CameraHand
from guide_desk.camera.kept import KeptPages
from guide_desk.camera.pages import advice_words, camera_page, kept_page
from guide_desk.camera.suggesting import Suggestion, names_of
from guide_desk.camera.views import CameraView
from guide_desk.cases.errands import Errands
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.place import CAMERA, Places
from guide_desk.desk import Desk
from guide_desk.wishes import SuggestItem
from hall.care.pictures.model import material_of
from hall.visits.views import CaseView, ItemView, VisitView
from ui_kit.staff_views import KeyView

Deed = Callable[[str], None]


class CameraDesk:
    """What the guide does with the camera while the papers of a case lie open."""

    def __init__(self, desk: Desk, places: Places, errands: Errands) -> None:
        self._desk, self._places, self._errands = desk, places, errands
        self.hand, self.kept = CameraHand(desk), KeptPages(desk)

    def deeds(self) -> dict[str, Deed]:
        """Return what each key does."""
        return {
            "camera_open": lambda _: self._open(),
            "camera_more": lambda _: self._lay(),
            "camera_take": lambda _: self.hand.take(),
            "camera_anyway": lambda _: self.hand.take(anyway=True),
            "camera_again": lambda _: self.hand.again(),
            "camera_next": lambda _: self._next(),
            "camera_use": lambda _: self._use(),
            "camera_move": self._move,
            "camera_print": lambda _: self.hand.print(),
            "camera_there": lambda _: self._there(),
            "picture_turn": lambda _: self.kept.turn(),
            "picture_drop": lambda _: self.kept.drop(),
        }

    @property
    def looks(self) -> bool:
        """Whether the camera is wanted now."""
        return self._places.here.name == "camera" and self.hand.looks

    def key(self, case: CaseView, item: ItemView) -> KeyView | None:
        """Return the key of a paper on the checklist; None where it cannot be pictured here."""
        if not self.hand.there:
            return None
        copy = self._copy_of(case, item)
        if copy is None:
            return None
        pages = len(self.kept.of(case.id, item.id))
        name = "camera_copy" if copy else "camera_look" if pages else "camera_open"
        label = self._desk.words.get(f"key_{name}", count=pages)
        return KeyView("camera_open", "camera_open", label, item.id, icon="camera")

    def page(self, case: CaseView | None, item: ItemView | None) -> CameraView | None:
        """Return the page of the place; None where there is nothing to show any more."""
        desk = self._desk
        if case is None or item is None:
            return None
        if self._places.here.name == "camera":
            under = self.hand.under
            if under is None or (under.case_id, under.item_id) != (case.id, item.id):
                return None
            return camera_page(
                desk.words, under, away=self.hand.away, covered=self.hand.covered,
                printer=bool(desk.setup.papers_id),
                suggestion=self._suggestion(case, under.guess), suggests=desk.setup.suggests_items,
            )  # fmt: skip
        pages = self.kept.of(case.id, item.id)
        if not pages:
            return None
        if self.kept.open is None:
            self.kept.show(pages[0])
        return kept_page(desk.words, self.kept.open, pages) if self.kept.open else None

    def mirror(self) -> MirrorView | None:
        """Return what the elder sees of it: the same picture, large; None where there is none."""
        words, here = self._desk.words, self._places.here
        under, opened = self.hand.under, self.kept.open
        if here.name == "pictures" and opened is not None:
            return MirrorView(opened.picture.plain, next=words.get("mirror_picture"),
                              icon="check-circle", jpeg=opened.jpeg)  # fmt: skip
        if here.name != "camera" or under is None or self.hand.away:
            return None
        if under.taken is not None:
            said = words.get("mirror_copy" if under.copy else "mirror_taken")
            return MirrorView(under.plain, next=said, icon="check-circle", jpeg=under.taken.jpeg)
        said = words.get("mirror_lay", plain=under.plain)
        if under.verdict != "no_paper" or under.state == "taking":
            said = advice_words(words, under, covered=self.hand.covered)
        return MirrorView(under.plain, next=said, icon="camera", live=True,
                          good=under.verdict == "good")  # fmt: skip

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take the page the camera took, or why there is none."""
        self.hand.page_came(job_id, outcome)
        under, desk = self.hand.under, self._desk
        if not desk.setup.suggests_items or under is None or under.job_id != job_id:
            return
        case = desk.hall.visits.cases.get(under.case_id)
        # Of what is only copied nothing is kept, and so nothing is read.
        if case is not None and under.taken is not None and not under.copy:
            names = names_of(desk.hall.facts.matter(case.matter_id), case.items)
            desk.wish(SuggestItem(job_id, under.taken.jpeg, names))

    def leave(self) -> None:
        """Put away what lies open; accepted pages go on their way."""
        self.hand.put_away()
        self.kept.close()

    def tick(self, now_s: float) -> None:
        """Let time pass; a page nobody touches is put away."""
        self.hand.tick(now_s)
        if self._places.here.name not in CAMERA:
            self.leave()
        elif self.hand.left_alone(now_s) or self.kept.left_alone(now_s):
            self.leave()
            while self._places.here.name in CAMERA and self._places.back():
                pass

    def _open(self) -> None:
        """Show the pages there are; where there are none, lay the paper under the camera."""
        here, case = self._places.here, self._case()
        if case is not None and self.kept.of(case.id, here.item_id):
            self._places.go("pictures")
        else:
            self._lay()

    def _lay(self) -> None:
        here, case, visit = self._places.here, self._case(), self._visit()
        item = next((one for one in case.items if one.id == here.item_id), None) if case else None
        if visit is None or case is None or item is None:
            return
        copy = self._copy_of(case, item)
        if copy is None:
            return
        self.kept.close()
        self.hand.lay(visit.id, case, item, copy=copy)
        if here.name == "pictures":
            self._places.instead("camera")
        else:
            self._places.go("camera")

    def _next(self) -> None:
        if self.hand.accept():
            self._desk.say("told_picture")

    def _use(self) -> None:
        if self.hand.accept():
            self._desk.say("told_picture")
            self._back()

    def _move(self, item_id: str) -> None:
        """Lay the page to the paper it looks like; the guide goes on with that one."""
        case = self._case()
        item = next((one for one in case.items if one.id == item_id), None) if case else None
        copy = self._copy_of(case, item) if case and item else None
        if item is not None and copy is not None and self.hand.move(item, copy=copy):
            self._places.back_to("items")
            self._places.instead("items", item_id=item_id)
            self._places.go("camera")

    def _suggestion(self, case: CaseView, item_id: str) -> Suggestion | None:
        """Return what the page looks like, and whether it may be moved there."""
        item = next((one for one in case.items if one.id == item_id), None)
        if item is None:
            return None
        here = self._places.here.item_id == item_id
        may_move = not here and self._copy_of(case, item) is not None
        return Suggestion(item.plain, item_id if may_move else "")

    def _there(self) -> None:
        """The guide has looked at the paper by eye."""
        here = self._places.here
        self._errands.mark(here.visit_id, here.item_id, "ok")
        self._back()

    def _back(self) -> None:
        self.leave()
        self._places.back_to("items")

    def _copy_of(self, case: CaseView, item: ItemView) -> bool | None:
        """Tell whether a paper is only copied; None where it is only looked at."""
        material = material_of(self._desk.hall.facts.matter(case.matter_id), item.plain)
        if material is None:
            return None
        if not material.identity_card:
            return False
        return True if material.copies else None

    def _visit(self) -> VisitView | None:
        return self._desk.hall.visits.visits.get(self._places.here.visit_id)

    def _case(self) -> CaseView | None:
        visit = self._visit()
        return self._desk.hall.visits.case_of(visit) if visit else None
