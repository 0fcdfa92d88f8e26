"""How something gets onto the register: why, which matter, how often they came. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.not_done import pages
from guide_desk.not_done.errands import NEW, NotDoneErrands
from guide_desk.not_done.place import Draft, Pile, PlaceName
from guide_desk.shell_views import Page


class Asking:
    """The pages of a new entry; the first two ask as well of one whose reason is not known."""

    def __init__(self, desk: Desk, pile: Pile, errands: NotDoneErrands, leaf: Turned) -> None:
        self._desk, self._pile, self._errands, self._leaf = desk, pile, errands, leaf

    def pages(self) -> Mapping[PlaceName, Callable[[], Page | None]]:
        """Return how each page is made."""
        desk, pile = self._desk, self._pile
        return {
            "reasons": lambda: pages.reasons_view(desk.words, new=not pile.draft.entry_id),
            "groups": lambda: pages.groups_view(desk.words, desk.hall.facts),
            "matters": lambda: pages.matters_view(
                desk.words, desk.hall.facts, pile.draft.group_id, self._leaf.number
            ),
            "times": lambda: pages.times_view(desk.words, under_way=bool(self._errands.busy(NEW))),
        }

    def deeds(self) -> dict[str, Callable[[str], None]]:
        """Return what the keys of the pages do."""
        return {
            "not_done_new": lambda _: self._begin(Draft()),
            "not_done_cash": lambda _: self._cash(),
            "not_done_classify": lambda entry_id: self._begin(Draft(entry_id)),
            "not_done_reason": self._reason,
            "not_done_group": self._group,
            "not_done_matter": self._matter,
            "not_done_times": self._times,
        }

    def _begin(self, draft: Draft) -> None:
        self._pile.draft = draft
        self._go("reasons")

    def _cash(self) -> None:
        """One touch: the number in the hand says which matter and counter it was."""
        self._errands.open(Draft(reason="cash_refused"), 1, self._number())

    def _reason(self, reason: str) -> None:
        """What is known already is not asked again."""
        pile = self._pile
        known = next((one for one in pages.REASONS if one == reason), None)
        draft = pile.draft = Draft(pile.draft.entry_id, known)
        entry = self._desk.hall.not_done.get(draft.entry_id)
        if entry is not None and entry.matter_id and known is not None:
            self._errands.classify(entry.id, draft, known)
        elif not draft.entry_id and self._number():
            self._go("times")
        else:
            self._go("groups")

    def _group(self, group_id: str) -> None:
        draft = self._pile.draft
        self._pile.draft = Draft(draft.entry_id, draft.reason, group_id)
        if group_id:
            self._go("matters")
        else:
            self._known()

    def _matter(self, matter_id: str) -> None:
        draft = self._pile.draft
        self._pile.draft = Draft(draft.entry_id, draft.reason, draft.group_id, matter_id)
        self._known()

    def _known(self) -> None:
        draft = self._pile.draft
        if draft.entry_id and draft.reason is not None:
            self._errands.classify(draft.entry_id, draft, draft.reason)
        else:
            self._go("times")

    def _times(self, count: str) -> None:
        self._errands.open(self._pile.draft, int(count), self._number())

    def _number(self) -> str:
        held = self._desk.giving.held
        return held.ticket.id if held is not None and held.ticket is not None else ""

    def _go(self, name: PlaceName) -> None:
        self._leaf.back()
        self._pile.go(name)
