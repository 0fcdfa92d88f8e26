"""The visit of the number at the counter: its papers as the guides' desk shows them. Pure.

The clerk reads the list and takes the steps of the case; what a paper is marked as stays with the
guides, so that nobody is told two things.
"""

from __future__ import annotations

from typing import Literal, get_args

from counter_console.views import PaperLine, PapersView
from hall.boards.console import ConsoleBoard
from hall.kernel.facts import COLLECTING, MatterFact
from hall.visits.model import Stage, next_stage, next_state
from hall.visits.views import CaseView, VisitView
from ui_kit.paper_signs import SIGNS, Tone, item_word
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

LINES = 8
"""So many papers stand on the page; those that are in order give way first."""
ClerkStep = Literal["receive", "accept", "handle"]
STEPS: tuple[ClerkStep, ...] = get_args(ClerkStep)
_ICONS: dict[ClerkStep, str] = {"receive": "stamp", "accept": "check-fat", "handle": "play-bold"}
_REACHED: dict[ClerkStep, Stage] = {
    "receive": "received",
    "accept": "accepted",
    "handle": "handling",
}
_STAGES: tuple[Stage, ...] = ("preparing", "received", "accepted", "handling", "closed")
_SETTLED: frozenset[Tone] = frozenset({"ok", "other"})


def visit_here(board: ConsoleBoard) -> VisitView | None:
    """Return the visit of the number at this counter, where it has papers at all."""
    ticket = board.ticket
    if ticket is None or ticket.matter_id == COLLECTING:
        return None
    return board.visits.of_ticket(ticket.id)


def must_ask(board: ConsoleBoard) -> bool:
    """Tell whether the elder at this counter has to be asked alone, and nobody has."""
    visit = visit_here(board)
    matter = _matter(board, visit)
    return visit is not None and _asks(matter) and visit.own_will is None


def papers_key(words: Strings, case_words: Strings, board: ConsoleBoard) -> KeyView | None:
    """Return the key that opens the page; its second line says what it is about."""
    visit = visit_here(board)
    if visit is None:
        return None
    case = board.visits.case_of(visit)
    second = words.get("papers_ask") if must_ask(board) else _sum(words, case_words, case)[2]
    return KeyView(
        "key_papers", "papers", words.get("key_papers"), icon="list-numbers", second=second,
        tag="F9",
    )  # fmt: skip


def papers_view(
    words: Strings, case_words: Strings, board: ConsoleBoard, under_way: str
) -> PapersView | None:
    """Return the page; None where nobody with papers is at the counter any more."""
    visit = visit_here(board)
    if visit is None:
        return None
    matter, case = _matter(board, visit), board.visits.case_of(visit)
    stage: Stage = case.stage if case else "preparing"
    tone, icon, word = _sum(words, case_words, case)
    lines, more = lines_of(words, case_words, case)
    asks = must_ask(board)
    note = "papers_unwilling" if visit.own_will is False else _note(case)
    return PapersView(
        title=words.get("papers_title", number=visit.number),
        matter=matter.plain_name if matter else visit.matter_id or "",
        stage=case_words.get(f"stage_{stage}"),
        lines=lines,
        more=more,
        sum=PaperLine(tone, icon, word, ""),
        note=words.get("papers_ask_note" if asks else note),
        keys=(
            *((_ask_key(words, visit, under_way),) if _asks(matter) else ()),
            *(_step_key(words, visit, stage, one, under_way, asks=asks) for one in STEPS),
        ),
        back=KeyView("key_back", "back", words.get("back_papers"), icon="arrow-left"),
    )


def _matter(board: ConsoleBoard, visit: VisitView | None) -> MatterFact | None:
    return board.facts.matter(visit.matter_id or "") if visit is not None else None


def _asks(matter: MatterFact | None) -> bool:
    return matter is not None and matter.true_intent_check


def lines_of(
    words: Strings, case_words: Strings, case: CaseView | None
) -> tuple[tuple[PaperLine, ...], str]:
    """Return the papers in the order of the list; where they are too many, what is missing first.

    The second value says how many others there are, and that they are in order where they all are.
    """
    if case is None:
        return (), ""
    shown = list(case.items)
    settled = [one for one in reversed(shown) if SIGNS[one.colour][0] in _SETTLED]
    left_out = settled[: max(0, len(shown) - LINES)]
    shown = [one for one in shown if one not in left_out]
    lines = tuple(
        PaperLine(*SIGNS[one.colour], one.plain, item_word(case_words, one))
        for one in shown[:LINES]
    )
    hidden = len(case.items) - len(lines)
    key = "papers_more" if len(shown) <= LINES else "papers_more_missing"
    return lines, words.get(key, count=hidden) if hidden else ""


def _sum(words: Strings, case_words: Strings, case: CaseView | None) -> tuple[Tone, str, str]:
    """Return tone, sign and word of all papers together."""
    if case is None:
        return "open", "question", words.get("papers_none")
    tones = [SIGNS[one.colour][0] for one in case.items]
    unseen, missing = tones.count("open"), tones.count("missing")
    if missing:
        return "missing", "x", case_words.get("sum_missing", count=missing)
    if unseen:
        return "open", "question", case_words.get("sum_unseen", count=unseen)
    return "ok", "check", case_words.get("sum_complete")


def _note(case: CaseView | None) -> str:
    if case is None:
        return "papers_none_note"
    tones = {SIGNS[one.colour][0] for one in case.items}
    return "papers_at_desk" if tones & {"open", "missing"} else "papers_note"


def _ask_key(words: Strings, visit: VisitView, under_way: str) -> KeyView:
    mode: KeyFaceMode = "next" if visit.own_will is None else "chosen"
    return KeyView(
        "key_ask", "ask", words.get("key_ask"), icon="user-sound",
        mode="under_way" if under_way.startswith("ask_will") else mode,
    )  # fmt: skip


def _step_key(
    words: Strings, visit: VisitView, stage: Stage, step: ClerkStep, under_way: str, *, asks: bool
) -> KeyView:
    """Return the key of a step: what was done stays down, what comes next is green.

    While somebody `asks` the elder first, that is the green one.
    """
    done = _STAGES.index(stage) >= _STAGES.index(_REACHED[step])
    can = next_stage(stage, step) is not None and next_state(visit.state, step) is not None
    coming: KeyFaceMode = "can" if asks else "next"
    mode: KeyFaceMode = "chosen" if done else coming if can else "cannot"
    if under_way == f"step_{step}":
        mode = "under_way"
    return KeyView(
        f"key_step_{step}", "step", words.get(f"key_step_{step}"), step, icon=_ICONS[step],
        mode=mode,
    )  # fmt: skip
