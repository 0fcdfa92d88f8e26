"""Somebody looks into the medicine box now and then."""

from __future__ import annotations

from hall.help.box_messages import BoxStocked, CheckBox, StockBox


class BoxKeeper:
    """Puts something in, or says how much is left; `chance` decides."""

    def __init__(self, story, chance):
        self.story, self.chance = story, chance
        self.batches = ["none"]

    def at_work(self):
        if self.chance.random() < 0.5:
            left = self.chance.choice([0, 2])
            batch_id = self.batches[-1]
            self.story.says(CheckBox, station_id="guide-1", batch_id=batch_id, quantity=left)
            return
        day = self.chance.choice(["2026-11-23", "2026-12-24", "2027-06-30"])
        some = {"item_id": "plaster", "quantity": 3, "expires_on": day}
        said = self.story.says(StockBox, station_id="guide-1", **some)
        if isinstance(said, BoxStocked):
            self.batches.append(said.batch.id)
