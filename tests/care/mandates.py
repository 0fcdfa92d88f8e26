"""The guides' desk as it acts for elders, for stories: opens mandates, gives back, tells."""

from __future__ import annotations

import msgspec

from hall.care.agency import messages as words
from hall.care.agency.messages import Handed
from hall.client.local import LocalGateway
from hall.kernel.facts import MatterSheetFact
from tests.helpers.facts import matter
from tests.helpers.halls import Story
from tests.visits.papers import BOOK, CARD, WITH_PAPERS

DESK = {"station_id": "guide-1"}
HELPER = "1002"
DAY_S = 24 * 3600.0
HERSELF_ONLY = matter(
    "m-id-card", "换身份证", "other", sheet=MatterSheetFact(agent_ok=False, home_visit=True)
)
FACTS = msgspec.structs.replace(WITH_PAPERS, matters=(*WITH_PAPERS.matters, HERSELF_ONLY))
CARD_AND_BOOK = (
    Handed(matter_id="m-subsidy", material_id=CARD),
    Handed(matter_id="m-subsidy", material_id=BOOK),
)


class Desk(Story):
    """The guides' desk as it acts for elders; time passes when it says so."""

    def __init__(self, hall, clock):
        super().__init__(LocalGateway(hall, "guide-1"))
        self.hall, self.clock = hall, clock

    def days_pass(self, days):
        self.clock.advance(days * DAY_S)
        self.hall.run_due()

    def opens(self, **more):
        asked = {"matter_ids": ("m-subsidy",), "understands": True, "asked_alone": True,
                 "agent_number": HELPER, **DESK}  # fmt: skip
        return self.says(words.OpenMandate, **{**asked, **more})

    def signed(self, **more):
        mandate = self.opens(**more).mandate
        return self.does(words.SignMandate, mandate, signed_by="principal", how="signature").mandate

    def does(self, command, mandate, **more):
        return self.says(command, mandate_id=mandate.id, **DESK, **more)

    def mandate(self, mandate):
        return self.look("guide").mandates[mandate.id]

    def gives_back(self, mandate, *original_ids):
        for original_id in original_ids:
            self.does(words.GiveBackOriginal, mandate, original_id=original_id)

    def tells(self, mandate):
        return self.does(words.ReportBack, mandate, way="in_person")
