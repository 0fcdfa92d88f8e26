"""What the books of care share as areas: sealed details, a paper in the hand, a list to turn."""

from __future__ import annotations

from devices.ports import PrintOutcome
from guide_desk.areas.base import Area
from guide_desk.care.details import DetailHand
from guide_desk.cases.paper_hand import PaperHand
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from hall.kernel.errors import KnownError
from hall.records.messages import Purpose


class CareArea(Area):
    """A book whose entries have details kept for one `purpose`, and papers."""

    def __init__(self, desk: Desk, purpose: Purpose) -> None:
        super().__init__(desk)
        self._details = DetailHand(desk, purpose)
        self._hand = PaperHand(desk)
        self._leaf = Turned()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._leaf.tick(now_s)
        self._hand.tick(now_s)
        self._details.tick(now_s)

    def detail_came(self, blob_id: str, data: bytes) -> bool:
        """Take a name, a telephone or an address that was asked for."""
        return self._details.came(blob_id, data)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """A detail cannot be read any more."""
        del error
        if self._details.failed(blob_id):
            self.desk.say("detail_gone")

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a paper."""
        self._hand.made(job_id, pdf)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out."""
        self._hand.printed(job_id, outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a paper or a detail."""
        self._hand.sealed(job_id, blob_id)
        self._details.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        self._hand.not_sealed(job_id, error)
        self._details.not_sealed(job_id, error)
