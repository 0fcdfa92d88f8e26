"""What the desk asks of the hall about mandates; each goes until it is answered. Pure."""

from __future__ import annotations

from typing import get_args

from guide_desk.agency.place import Draft
from guide_desk.desk import Desk
from hall.care.agency.messages import (
    AdvanceMandate,
    ChangeAgent,
    CloseMandate,
    ExplainLoss,
    FindMandates,
    FindOriginal,
    GiveBackOriginal,
    LoseOriginal,
    MandateCommand,
    OpenMandate,
    ReportBack,
    SignMandate,
    TakeOriginals,
    WithdrawMandate,
)
from hall.care.agency.model import CallResult, SignedHow, Step, Way
from hall.care.agency.views import MandateView
from hall.kernel.secret import Secret


class Errands:
    """Commands of this desk about mandates."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def busy(self, mandate_id: str) -> bool:
        """Tell whether something about a mandate was not answered yet."""
        return any(
            isinstance(one, MandateCommand) and one.mandate_id == mandate_id
            for one in self._desk.outbox.commands()
        )

    @property
    def opening(self) -> bool:
        """Whether a new mandate was not answered yet."""
        return any(isinstance(one, OpenMandate) for one in self._desk.outbox.commands())

    def open(self, draft: Draft, *, understands: bool, asked_alone: bool) -> str:
        """Write down a new mandate; returns the id of the command."""
        setup = self._desk.setup
        command = OpenMandate(
            command_id=setup.new_id(),
            station_id=setup.station_id,
            matter_ids=(draft.matter_id,),
            mandate_kind=draft.kind,
            agent_number=draft.agent_number,
            understands=understands,
            asked_alone=asked_alone,
            handed=draft.list(),
            visit_id=draft.visit_id or None,
        )
        self._desk.send(command)
        return command.command_id

    def find(self, id_number: str) -> str:
        """Ask which mandates the holder of a card gave; returns the id of the command."""
        setup = self._desk.setup
        command = FindMandates(
            command_id=setup.new_id(), station_id=setup.station_id, id_number=Secret(id_number)
        )
        self._desk.send(command)
        return command.command_id

    def sign(self, mandate: MandateView, how: str) -> None:
        """It was signed by whoever must."""
        known = next((one for one in get_args(SignedHow) if one == how), None)
        if known is not None:
            self._desk.send(
                SignMandate(**self._about(mandate.id), signed_by=mandate.signer, how=known)
            )

    def step(self, mandate_id: str, step: str) -> None:
        """The matter has gone on."""
        known = next((one for one in get_args(Step) if one == step), None)
        if known is not None:
            self._desk.send(AdvanceMandate(**self._about(mandate_id), step=known))

    def report(self, mandate_id: str, result: str) -> None:
        """The elder was told, by telephone or in person, or was not reached."""
        way: Way = "in_person" if result == "in_person" else "phone"
        said = "reached" if result == "in_person" else result
        known = next((one for one in get_args(CallResult) if one == said), None)
        if known is not None:
            about = self._about(mandate_id)
            self._desk.send(ReportBack(**about, way=way, result=known))

    def take(self, mandate_id: str, draft: Draft) -> None:
        """More is handed over."""
        self._desk.send(TakeOriginals(**self._about(mandate_id), handed=draft.list()))

    def give_back(self, mandate_id: str, original_id: str) -> None:
        """One thing is back with the elder."""
        self._desk.send(GiveBackOriginal(**self._about(mandate_id), original_id=original_id))

    def lose(self, mandate_id: str, original_id: str) -> None:
        """One thing cannot be found."""
        self._desk.send(LoseOriginal(**self._about(mandate_id), original_id=original_id))

    def settle_loss(self, mandate_id: str, original_id: str, way: str) -> None:
        """A lost thing turned up, was replaced, or the elder is content."""
        about = {**self._about(mandate_id), "original_id": original_id}
        if way == "found":
            self._desk.send(FindOriginal(**about))
        elif way == "replaced":
            self._desk.send(ExplainLoss(**about, outcome="replaced"))
        elif way == "accepted":
            self._desk.send(ExplainLoss(**about, outcome="accepted"))

    def change(self, mandate_id: str, agent_number: str) -> None:
        """Another helper acts."""
        self._desk.send(ChangeAgent(**self._about(mandate_id), agent_number=agent_number))

    def withdraw(self, mandate_id: str) -> None:
        """The elder does not want it any more."""
        self._desk.send(WithdrawMandate(**self._about(mandate_id)))

    def close(self, mandate_id: str) -> None:
        """Nothing is left to do."""
        self._desk.send(CloseMandate(**self._about(mandate_id)))

    def _about(self, mandate_id: str) -> dict[str, str]:
        setup = self._desk.setup
        return {
            "command_id": setup.new_id(),
            "mandate_id": mandate_id,
            "station_id": setup.station_id,
        }
