"""The pages of the studio as one table: (page, step) -> page.

Steps are what a key asks for and what the world reports. A pair that is not in the table changes
nothing.
"""

from __future__ import annotations

from typing import Literal

Page = Literal["no_microphone", "welcome", "reading", "recording", "refused", "good", "done"]
Step = Literal[
    "begin", "record", "passed", "failed", "halt", "next", "skip", "back", "finish", "fill",
    "lost", "found", "found_first", "found_whole", "unheard",
]  # fmt: skip

NEXT: dict[tuple[Page, Step], Page] = {
    ("no_microphone", "found"): "reading",
    ("no_microphone", "found_first"): "welcome",
    ("no_microphone", "found_whole"): "done",
    ("welcome", "begin"): "reading",
    ("welcome", "lost"): "no_microphone",
    ("reading", "record"): "recording",
    ("reading", "skip"): "reading",
    ("reading", "back"): "reading",
    ("reading", "finish"): "done",
    ("reading", "lost"): "no_microphone",
    ("recording", "passed"): "good",
    ("recording", "failed"): "refused",
    ("recording", "halt"): "reading",
    ("recording", "lost"): "no_microphone",
    ("refused", "record"): "recording",
    ("refused", "skip"): "reading",
    ("refused", "back"): "reading",
    ("refused", "finish"): "done",
    ("refused", "lost"): "no_microphone",
    # A good take stays in the hand when the microphone is lost; the next one needs it.
    ("good", "record"): "recording",
    ("good", "next"): "recording",
    ("good", "unheard"): "no_microphone",
    ("good", "back"): "reading",
    ("good", "finish"): "done",
    ("done", "fill"): "reading",
    ("done", "back"): "reading",
}


def after(page: Page, step: Step) -> Page | None:
    """Return the page a step leads to, or None when it means nothing there."""
    return NEXT.get((page, step))
