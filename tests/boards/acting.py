"""A helper of random mornings: she acts for elders, one deed after the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from hall.care.agency.messages import (
    AdvanceMandate,
    ChangeAgent,
    CloseMandate,
    ExplainLoss,
    FindOriginal,
    GiveBackOriginal,
    Handed,
    LoseOriginal,
    MandateOpened,
    OpenMandate,
    ReportBack,
    SignMandate,
    TakeOriginals,
    WithdrawMandate,
)
from hall.kernel.messages import Command
from tests.helpers.halls import Story

Deeds = tuple[tuple[type[Command], dict[str, Any]], ...]
DEEDS_AT_ONCE = 4
_PAPERS = tuple(Handed(matter_id="m-subsidy", material_id=one) for one in "234")
_SIGNED = (SignMandate, {"signed_by": "principal", "how": "signature"})
_TOLD = (ReportBack, {"way": "in_person"})
_ALL_THE_WAY: Deeds = (
    _SIGNED,
    (AdvanceMandate, {"step": "submit"}),
    (ReportBack, {"way": "phone", "result": "no_answer"}),
    (LoseOriginal, {"original_id": "1"}),
    (FindOriginal, {"original_id": "1"}),
    (LoseOriginal, {"original_id": "2"}),
    _TOLD,
    (ExplainLoss, {"original_id": "2", "outcome": "replaced"}),
    (TakeOriginals, {"handed": _PAPERS[:1]}),
    (ChangeAgent, {"agent_number": "1002"}),
    (WithdrawMandate, {}),
    (CloseMandate, {}),
    *((GiveBackOriginal, {"original_id": one}) for one in "134"),
    (CloseMandate, {}),
)
_LEFT_LYING: Deeds = (
    _SIGNED,
    (LoseOriginal, {"original_id": "3"}),
    (AdvanceMandate, {"step": "receive"}),
    (ReportBack, {"way": "phone", "result": "no_answer"}),
)
_STORIES: tuple[tuple[Deeds, dict[str, Any]], ...] = (
    (_ALL_THE_WAY, {}),
    (_LEFT_LYING, {"term_on": "2026-11-23"}),
    (_LEFT_LYING, {}),
    (_ALL_THE_WAY[-2:], {"mandate_kind": "family"}),
)


class Helper:
    """Turn by turn she acts to the end, and leaves something lying until its day is over."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._deeds = self._one_after_the_other()

    def acts(self) -> None:
        """Do the next deeds; others want their turn too."""
        for _ in range(DEEDS_AT_ONCE):
            next(self._deeds)

    def acts_to_the_end(self) -> None:
        """Do every deed of every story."""
        for _ in range(sum(1 + len(deeds) for deeds, _ in _STORIES)):
            next(self._deeds)

    def _one_after_the_other(self) -> Iterator[None]:
        for deeds, more in itertools.cycle(_STORIES):
            opened = self.story.says(
                OpenMandate, station_id="guide-1", matter_ids=("m-subsidy",), agent_number="1002",
                understands=True, asked_alone=True, handed=_PAPERS, **more,
            )  # fmt: skip
            yield
            assert isinstance(opened, MandateOpened), opened
            for command, fields in deeds:
                at = {"mandate_id": opened.mandate.id, "station_id": "guide-1"}
                self.story.says(command, **at, **fields)
                yield
