"""Whoever keeps the register of what could not be done, on random mornings."""

from __future__ import annotations

import random
from typing import Any

from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    ClassifyNotDone,
    OpenNotDone,
    PassOnNotDone,
    ReferNotDone,
    SettleNotDone,
)
from hall.kernel.messages import Command
from tests.helpers.halls import Story

DESK: dict[str, Any] = {"station_id": "guide-1"}


class Keeper:
    """Random but repeatable, by the chance she is handed."""

    def __init__(self, story: Story, chance: random.Random) -> None:
        self.story, self.chance = story, chance

    def at_work(self) -> None:
        open_entries = list(self.story.look("guide").not_done)
        if not open_entries or self.chance.random() < 0.2:
            reason = self.chance.choice([None, "cash_refused", "system"])
            self.story.says(OpenNotDone, matter_id="m-pension", reason=reason, **DESK)
            return
        steps: tuple[tuple[type[Command], dict[str, Any]], ...] = (
            (ClassifyNotDone, {"reason": "policy"}),
            (PassOnNotDone, {"staff_number": self.chance.choice(["1001", "nobody"])}),
            (SettleNotDone, {"result": "other_way"}),
            (AnswerNotDone, {"reply": "by_phone"}),
            (CheckNotDone, {"satisfaction": self.chance.choice(["content", "not_content"])}),
            (ArchiveNotDone, {}),
        )
        entry_id = self.chance.choice(open_entries)
        if self.chance.random() < 0.1:
            self.story.says(ReferNotDone, entry_id=entry_id, to="bank", **DESK)
        for command, fields in steps[: self.chance.randrange(len(steps) + 1)]:
            self.story.says(command, entry_id=entry_id, **fields, **DESK)
