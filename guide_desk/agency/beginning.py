"""The pages on which a mandate is agreed: whose, what, with whom, what is handed over. Pure."""

from __future__ import annotations

from guide_desk.agency.place import Draft
from guide_desk.cases.choosing import back_key
from guide_desk.cases.views import AskView
from guide_desk.choice import MATTERS_A_LEAF, matters_of
from guide_desk.company import helpers_of
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.guide import GuideBoard
from hall.care.agency.messages import OTHER
from hall.kernel.facts import HallFacts, MatterFact
from hall.kernel.messages import Person
from hall.visits.views import VisitView
from ui_kit.people import form_of_address
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

HERE_A_LEAF, HELPERS_A_LEAF, PAPERS_A_LEAF = 5, 8, 8
"""With the key for whoever is none of them, what fits on a page."""
ANSWERS = ("alone", "together", "guardian")
_ANSWER_ICONS = {"alone": "user", "together": "users", "guardian": "hand-heart"}
_FORM_ICONS = {"original": "file-text", "copy": "files"}


def whose_view(words: Strings, board: GuideBoard, leaf_number: int) -> StepsView:
    """Ask for whom somebody acts: one of those who are here, or anybody."""
    here = [one for one in board.visits.visits.values() if one.matter_id]
    leaf = leaf_of(sorted(here, key=lambda one: one.began_at), leaf_number, HERE_A_LEAF)
    cells = tuple(
        KeyView(
            f"agency_visit_{one.number or one.id}", "agency_visit", _who(words, board, one), one.id,
            icon="user", second=_matter_of(board.facts, one),
        )
        for one in leaf.items
    )  # fmt: skip
    other = KeyView(
        "agency_groups", "agency_groups", words.get("key_agency_groups"), icon="list-numbers"
    )
    head = Head(words.get("agency_whose_title"), leaf_words(words, leaf))
    beside = (back_key(words), *turn_keys(words, "agency", leaf))
    return StepsView(head, (*cells, other), beside)


def groups_view(words: Strings, facts: HallFacts) -> GridView:
    """Ask for the group of the matter."""
    cells = tuple(
        KeyView(f"group_{one.id}", "agency_group", one.name, one.id, icon=one.icon)
        for one in facts.groups
        if matters_of(facts, one.id)
    )
    return GridView(Head(words.get("agency_groups_title")), cells, (back_key(words),))


def matters_view(words: Strings, facts: HallFacts, group_id: str, leaf_number: int) -> GridView:
    """Ask for the matter; what the law wants the person themselves for cannot be chosen."""
    leaf = leaf_of(matters_of(facts, group_id), leaf_number, MATTERS_A_LEAF)
    cells = tuple(
        KeyView(
            f"matter_{one.id}", "agency_matter", "\n".join(one.plain_lines) or one.plain_name,
            one.id, mode="can" if one.sheet.agent_ok else "cannot",
        )
        for one in leaf.items
    )  # fmt: skip
    head = Head(words.get("agency_groups_title"), leaf_words(words, leaf))
    return GridView(head, cells, (back_key(words), *turn_keys(words, "agency", leaf)))


def helpers_view(
    words: Strings, facts: HallFacts, agent_number: str, leaf_number: int, *, family: bool
) -> StepsView:
    """Ask who acts; `family`: it may be one of the family too."""
    leaf = leaf_of(helpers_of(facts), leaf_number, HELPERS_A_LEAF)
    cells = [
        KeyView(
            f"agency_helper_{one.number}", "agency_helper", one.name, one.number, icon="user",
            second=words.get("along_badge", badge=one.badge),
            mode="chosen" if one.number == agent_number else "can",
        )
        for one in leaf.items
    ]  # fmt: skip
    if family:
        cells.append(
            KeyView("agency_family", "agency_by_family", words.get("key_agency_family"),
                    icon="users", second=words.get("key_agency_family_note"))
        )  # fmt: skip
    head = Head(words.get("agency_who_title"), leaf_words(words, leaf))
    beside = (back_key(words), *turn_keys(words, "agency", leaf))
    return StepsView(head, tuple(cells), beside, columns=3)


def handed_view(
    words: Strings, matter: MatterFact, draft: Draft, leaf_number: int, *, more: bool
) -> StepsView:
    """Ask what is handed over: a touch is the original, another a copy, a third nothing.

    `more`: it is handed over to a mandate that goes on already.
    """
    leaf = leaf_of(tuple(enumerate(matter.materials, start=1)), leaf_number, PAPERS_A_LEAF)
    cells = [_paper(words, draft, str(place), one.plain) for place, one in leaf.items]
    cells.append(_paper(words, draft, OTHER, words.get("agency_other")))
    count = len(draft.handed)
    done_mode: KeyFaceMode = "cannot" if more and not count else "next"
    label = words.get("key_agency_handed" if count else "key_agency_nothing")
    done = KeyView("agency_handed", "agency_handed", label, icon="arrow-right", mode=done_mode)
    turn = turn_keys(words, "agency", leaf)
    beside = (done, *turn) if turn else (done, back_key(words))
    head = Head(words.get("agency_handed_title"), words.get("agency_handed_hint"))
    return StepsView(head, tuple(cells), beside, columns=3)


def asked_view(words: Strings, *, under_way: bool) -> AskView:
    """Ask whether the elder understands, and whether they were asked alone. No more is noted."""
    answers = tuple(
        KeyView(
            f"agency_{one}", "agency_asked", words.get(f"key_agency_{one}"), one,
            icon=_ANSWER_ICONS[one], mode="under_way" if under_way else "can",
        )
        for one in ANSWERS
    )  # fmt: skip
    return AskView(
        Head(words.get("agency_asked_title")),
        words.get("agency_asked"),
        words.get("agency_asked_note"),
        answers,
        (back_key(words),),
    )


def _paper(words: Strings, draft: Draft, material_id: str, plain: str) -> KeyView:
    form = draft.form_of(material_id)
    return KeyView(
        f"agency_paper_{material_id}", "agency_paper", plain, material_id,
        icon=_FORM_ICONS.get(form or "", ""),
        second=words.get(f"agency_as_{form}" if form else "agency_as_nothing"),
        mode="chosen" if form else "can",
    )  # fmt: skip


def _who(words: Strings, board: GuideBoard, visit: VisitView) -> str:
    """Return the number; before there is one, how to call the person."""
    if visit.number:
        return visit.number
    person = board.people.get(visit.visitor_id or "", Person())
    return form_of_address(words, person) or words.get("number_none")


def _matter_of(facts: HallFacts, visit: VisitView) -> str:
    matter = facts.matter(visit.matter_id or "")
    return matter.plain_name if matter else ""
