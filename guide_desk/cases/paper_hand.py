"""Making, printing and keeping one paper at a time, and the other ways where none comes. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from devices.papers import Paper
from devices.ports import PrintOutcome, status_word
from guide_desk.cases.paper_record import PaperRecord
from guide_desk.cases.paper_state import PRINT_S, Action, InHand, next_state
from guide_desk.cases.views import PaperView
from guide_desk.desk import Desk
from guide_desk.shell_views import Head
from guide_desk.wishes import MakePaper, PrintPaper
from hall.kernel.errors import KnownError
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

Fill = Literal["", "can", "waits"]

_ICONS = {
    "making": "hourglass-bold",
    "ready": "file-text",
    "printing": "printer",
    "printed": "check-circle",
    "unsure": "question",
    "failed": "warning",
    "unmade": "warning",
}


class PaperHand:
    """At most one paper on the page; printed ones go to the record by themselves.

    `came_out` are the papers that were printed here, by case and name: known before the hall is.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.held: InHand | None = None
        self._printing: dict[str, InHand] = {}
        self._archiving: dict[str, InHand] = {}
        self.came_out: set[tuple[str, str]] = set()
        self.record = PaperRecord(desk.setup, desk.send, desk.wish)

    def take(
        self, name: str, case_id: str, paper: Paper, *, on_record: bool,
        archive: Paper | None = None,
    ) -> None:  # fmt: skip
        """Take another paper into the hand; it is made at once, to be seen.

        `archive` goes on record in its place, where that shows less of the person.
        """
        desk = self._desk
        job_id = desk.setup.new_id()
        self.held = InHand(
            job_id, name, case_id, paper, "making", desk.now_s, on_record=on_record, archive=archive
        )
        desk.wish(MakePaper(job_id, paper))

    def put_away(self) -> None:
        """Take it off the page; whatever is under way goes on."""
        self.held = None

    def print(self) -> None:
        """Print it, once more where it was printed before."""
        held = self.held
        if held is None or next_state(held.state, "print") is None:
            return
        if held.state != "ready":
            # Another sheet is another paper: each has a job and a record of its own.
            held = self.held = replace(held, job_id=self._desk.setup.new_id())
        self._move("print")
        self._printing[held.job_id] = held
        self._desk.wish(PrintPaper(held.job_id, held.paper))

    def seen(self) -> None:
        """The guide has the paper in her hand although the printer does not say so."""
        if self.held is not None and self.held.state == "unsure":
            self._move("seen")
            self._keep(self.held)

    def made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the bytes, None when it cannot be made."""
        kept = self._archiving.pop(job_id, None)
        if kept is not None:
            self._archive(kept, pdf)
            return
        held = self.held
        if held is None or held.job_id != job_id:
            return
        self.held = replace(held, pdf=pdf or held.pdf)
        self._move("made" if pdf else "not_made")

    def printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out, also when it is off the page; what did is kept on record."""
        job = self._printing.pop(job_id, None)
        if job is not None and outcome.outcome == "printed":
            self._keep(job)
        held = self.held
        if held is not None and held.job_id == job_id:
            self.held = replace(held, status=status_word(outcome.status))
            self._move(outcome.outcome)
        elif job is not None and outcome.outcome == "not_printed":
            self._desk.say("paper_not_out", title=job.paper.title)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a paper."""
        self.record.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        if self.record.not_sealed(job_id, error, self._desk.now_s):
            self._desk.say("paper_not_kept")

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self.record.tick(now_s)
        held = self.held
        if held is not None and held.state == "printing" and now_s - held.since_s >= PRINT_S:
            self._move("unknown")

    def _keep(self, job: InHand) -> None:
        self.came_out.add((job.case_id, job.name))
        if job.on_record and job.archive is not None:
            archive_id = self._desk.setup.new_id()
            self._archiving[archive_id] = job
            self._desk.wish(MakePaper(archive_id, job.archive))
        elif job.on_record:
            self._archive(job, job.pdf)

    def _archive(self, job: InHand, pdf: bytes | None) -> None:
        if pdf:
            self.record.keep(job.job_id, job.case_id, job.name, pdf, self._desk.now_s)
        else:
            self._desk.say("paper_not_kept")

    def _move(self, action: Action) -> None:
        held = self.held
        state = next_state(held.state, action) if held else None
        if held is not None and state is not None:
            self.held = replace(held, state=state, since_s=self._desk.now_s)


def paper_view(
    words: Strings, held: InHand, *, kept: bool, printer: bool, code: str, fill: Fill = ""
) -> PaperView:
    """Return the page of a paper; `kept`: it is on record, `code` reopens the case elsewhere.

    `fill`: whether a card can fill it in, or is waited for.
    """
    state, copies = held.state, held.paper.copies
    note = ""
    if state == "ready":
        note = words.get("paper_copies", count=copies) if copies > 1 else ""
        note = note if printer else words.get("paper_no_printer")
        note = words.get("paper_lay_card") if fill == "waits" else note
    elif state == "printed" and held.on_record:
        note = words.get("paper_kept" if kept else "paper_keeping")
    elif state == "failed":
        note = _why(words, held.status)
    elif state in ("unsure", "unmade"):
        note = words.get(f"paper_{state}_note")
    if state in ("failed", "unmade") and code:
        note = words.get("paper_elsewhere", why=note, code=code)
    return PaperView(
        head=Head(held.paper.title),
        pdf=held.pdf,
        pages=len(held.paper.pages),
        icon=_ICONS[state],
        state=words.get(f"paper_{state}"),
        note=note,
        keys=_keys(words, held, printer=printer, fill=fill),
    )


def _keys(words: Strings, held: InHand, *, printer: bool, fill: Fill) -> tuple[KeyView, ...]:
    """Return the way on first; what is still under way can be left as well."""
    by_hand = KeyView("paper_by_hand", "paper_by_hand", words.get("key_paper_by_hand"),
                      icon="note-pencil")  # fmt: skip
    again = KeyView("paper_print", "paper_print", words.get("key_paper_again"), icon="printer")
    done = KeyView("paper_done", "paper_done", words.get("key_paper_done"), icon="arrow-right")
    back = KeyView("back", "back", words.get("key_back"), icon="arrow-left")
    if held.state == "ready" and printer:
        label = words.get("key_paper_print")
        out = KeyView("paper_print", "paper_print", label, icon="printer", mode="next")
        filled = KeyView(
            "paper_fill", "paper_fill", words.get("key_paper_fill"), icon="identification-card",
            mode="chosen" if fill == "waits" else "can",
        )  # fmt: skip
        return (out, filled, back) if fill else (out, back)
    if held.state == "unsure":
        label = words.get("key_paper_seen")
        seen = KeyView("paper_seen", "paper_seen", label, icon="check", mode="next")
        return (seen, again, by_hand)
    if held.state == "failed":
        return (replace(again, mode="next"), by_hand, back)
    if held.state in ("unmade", "ready"):
        return (replace(by_hand, mode="next"), back)
    if held.state == "printed":
        return (replace(done, mode="next"), again)
    return (replace(done, label=words.get("key_paper_leave")),)


def _why(words: Strings, status: str) -> str:
    key = f"paper_why_{status}"
    return words.get(key if key in words else "paper_failed_note")
