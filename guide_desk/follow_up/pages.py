"""The pages of the book of calls afterwards. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from guide_desk.care.lists import CELLS, onward_key
from guide_desk.care.views import EntryPage
from guide_desk.cases.choosing import back_key
from guide_desk.cases.phone import spaced
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.care.follow_up.messages import FollowUpView
from hall.care.follow_up.model import Wish
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

WISHES: tuple[tuple[Wish, str], ...] = (
    ("number", "ticket"), ("home_visit", "house-line"), ("not_done", "notebook"),
    ("help", "hand-waving"),
)  # fmt: skip
_OUTCOMES = (("fine", "check"), ("wish", "hand-waving"), ("no_answer", "phone"),
             ("not_wanted", "x"))  # fmt: skip


@dataclass(frozen=True)
class OpenCaseRow:
    """Somebody who is here with a case: who may be asked for a telephone."""

    case_id: str
    who: str
    matter: str
    asked: bool


def due_first(calls: Iterable[FollowUpView]) -> tuple[FollowUpView, ...]:
    """Return the calls in the order of their days."""
    return tuple(sorted(calls, key=lambda one: (one.due_on, one.id)))


def is_due(call: FollowUpView, today: str) -> bool:
    """Tell whether its day has come; `today` is an ISO date."""
    return call.due_on <= today


def list_view(
    words: Strings, facts: HallFacts, calls: Sequence[FollowUpView], today: str, leaf_number: int
) -> StepsView:
    """Return the calls still to be made, those whose day has come first."""
    leaf = leaf_of(calls, leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"after_{place}", "after_open", matter_words(facts, one.matter_id), one.id,
            icon="phone" if is_due(one, today) else "calendar-check",
            second=_second(words, one, today),
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    ask = KeyView("after_ask", "after_ask", words.get("key_after_ask"), icon="plus")
    due = sum(is_due(one, today) for one in calls)
    hint = leaf_words(words, leaf) if calls else words.get("after_none")
    head = Head(words.get("after_title", count=due), hint)
    return StepsView(head, cells, (ask, *onward_key(words, "after", leaf)))


def cases_view(words: Strings, rows: Sequence[OpenCaseRow], leaf_number: int) -> StepsView:
    """Ask who leaves a telephone: those who are here with a case."""
    leaf = leaf_of(rows, leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"after_case_{place}", "after_case", one.matter, one.case_id,
            second=words.get("dot").join(
                part for part in (one.who, words.get("after_asked") if one.asked else "") if part
            ),
            icon="check-circle" if one.asked else "user",
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    hint = leaf_words(words, leaf) if rows else words.get("after_nobody_here")
    head = Head(words.get("after_cases_title"), hint)
    return StepsView(head, cells, (back_key(words), *turn_keys(words, "after", leaf)))


def consent_view(words: Strings) -> GridView:
    """Ask whether somebody may be rung up; a no costs nothing."""
    cells = (
        KeyView("after_yes", "after_yes", words.get("key_after_yes"), icon="phone"),
        KeyView("after_no", "after_no", words.get("key_after_no"), icon="x"),
    )
    head = Head(words.get("after_consent_title"), words.get("after_consent_hint"))
    return GridView(head, cells, (back_key(words),), columns=1)


def call_page(
    words: Strings, facts: HallFacts, call: FollowUpView, known: Mapping[Detail, str],
    caller: str, *, under_way: bool, papers: bool,
) -> EntryPage:  # fmt: skip
    """Return one call: the words to say, large, and what may come of it.

    `caller` is the name of who rings up, empty where nobody is signed in.
    """
    matter, phone = facts.matter(call.matter_id), known.get("phone", "")
    name = matter_words(facts, call.matter_id)
    sober = matter is not None and matter.bereavement
    hello = "after_hello" if caller else "after_hello_nobody"
    script = (
        words.get(hello, hall=facts.name, name=caller),
        words.get("after_how_bereavement" if sober else "after_how",
                  day=day_words(words, call.closed_on), matter=name),
        words.get("after_safe"),
    )  # fmt: skip
    told = (spaced(phone), *script) if phone else script
    lines = (words.get("after_try", count=call.tries + 1),)
    mode: KeyFaceMode = "under_way" if under_way else "can"
    outcomes = tuple(
        KeyView(f"after_{said}", "after_wish" if said == "wish" else "after_said",
                words.get(f"key_after_{said}"), said, icon=icon,
                mode="next" if said == "fine" and phone and not under_way else mode)
        for said, icon in _OUTCOMES
    )  # fmt: skip
    read = KeyView("after_read", "after_read", words.get("key_after_read"), call.id, icon="phone",
                   mode="can" if phone else "next")  # fmt: skip
    paper = KeyView("after_paper", "after_paper", words.get("key_after_paper"), call.id,
                    icon="printer", mode="can" if papers else "cannot")  # fmt: skip
    return EntryPage(
        Head(words.get("after_page_title"), name), told, lines,
        (read, *outcomes, paper, back_key(words)),
    )  # fmt: skip


def wishes_view(words: Strings, there: Collection[str], *, under_way: bool) -> GridView:
    """Ask where a new wish goes; `there` are those this desk can take on."""
    cells = tuple(
        KeyView(f"after_wish_{one}", "after_wished", words.get(f"after_wish_{one}"), one, icon=icon,
                mode="under_way" if under_way else "can")
        for one, icon in WISHES
        if one in there
    )  # fmt: skip
    return GridView(Head(words.get("after_wishes_title")), cells, (back_key(words),))


def matter_words(facts: HallFacts, matter_id: str) -> str:
    """Return a matter's plain name; its id where the list has it no more."""
    matter = facts.matter(matter_id)
    return matter.plain_name if matter is not None else matter_id


def _second(words: Strings, call: FollowUpView, today: str) -> str:
    day = words.get("after_due") if is_due(call, today) else words.get(
        "after_on", day=day_words(words, call.due_on)
    )  # fmt: skip
    return words.get("dot").join((day, words.get("after_try", count=call.tries + 1)))
