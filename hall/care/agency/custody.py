"""What was handed over: it is taken by list, and each thing comes back by itself, with its time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hall.care.agency import rows
from hall.care.agency.at_hand import end_of, mandate_at_hand, noted
from hall.care.agency.messages import (
    MOST_ORIGINALS,
    OTHER,
    ExplainLoss,
    FindOriginal,
    GiveBackOriginal,
    Handed,
    LapseLoss,
    LoseOriginal,
    LossExplained,
    LossOverdue,
    MandateCommand,
    OriginalFound,
    OriginalGivenBack,
    OriginalLost,
    OriginalsTaken,
    TakeOriginals,
)
from hall.care.agency.model import IN_FORCE, OriginalAction, next_original
from hall.care.agency.refusals import (
    MandateWrongState,
    NoSuchMaterial,
    NoSuchOriginal,
    OriginalElsewhere,
    TooManyOriginals,
)
from hall.care.agency.reporting import owed_now
from hall.care.agency.views import MandateView, OriginalView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits.at_hand import calendar, today


def taken(
    work: Work, matter_ids: Sequence[str], handed: Sequence[Handed], first: int = 1
) -> tuple[OriginalView, ...] | NoSuchMaterial:
    """Return what is handed over as the list calls it, numbered from `first`."""
    found = []
    for number, one in enumerate(handed, start=first):
        plain = _name_of(work.facts, one) if one.matter_id in matter_ids else None
        if plain is None:
            return NoSuchMaterial(matter_id=one.matter_id, material_id=one.material_id)
        found.append(
            OriginalView(
                id=str(number),
                matter_id=one.matter_id,
                plain=plain,
                count=one.count,
                form=one.form,
                state="held",
                taken_at=work.now.iso,
            )
        )
    return tuple(found)


def take(command: TakeOriginals, work: Work) -> Event | Refusal:
    """Put more on the list; there is a receipt for each taking."""
    seen = mandate_at_hand(command, work)
    if isinstance(seen, Refusal):
        return seen
    if seen.state not in IN_FORCE and seen.state != "drafted":
        return MandateWrongState(state=seen.state)
    if len(seen.originals) + len(command.handed) > MOST_ORIGINALS:
        return TooManyOriginals(most=MOST_ORIGINALS)
    more = taken(work, seen.matter_ids, command.handed, len(seen.originals) + 1)
    if isinstance(more, Refusal):
        return more
    rows.insert_originals(work, seen, more)
    seen = msgspec.structs.replace(seen, originals=(*seen.originals, *more))
    seen = noted(work, seen, "taken")
    return work.record(OriginalsTaken(mandate=seen, original_ids=tuple(one.id for one in more)))


def give_back(command: GiveBackOriginal, work: Work) -> Event | Refusal:
    """It is in the elder's hands again."""
    found = _moved(command, work, command.original_id, "give_back")
    if isinstance(found, Refusal):
        return found
    seen, one = found
    one = msgspec.structs.replace(one, given_back_at=work.now.iso)
    seen = noted(work, _with(work, seen, one), "given_back")
    return work.record(OriginalGivenBack(mandate=seen, original_id=one.id))


def lose(command: LoseOriginal, work: Work) -> Event | Refusal:
    """It cannot be found: the elder is told today, and has it explained within the days set."""
    found = _moved(command, work, command.original_id, "lose")
    if isinstance(found, Refusal):
        return found
    seen, one = found
    explain_by = calendar(work).after(today(work), work.rules.mandate_loss_days)
    one = msgspec.structs.replace(
        one, lost_at=work.now.iso, explain_by=explain_by.isoformat(), late=False
    )
    seen = noted(work, _with(work, seen, one), "lost")
    lapse = LapseLoss(command_id=work.new_id(), mandate_id=seen.id, original_id=one.id)
    work.later(end_of(work, explain_by), lapse)
    seen = owed_now(work, seen, "loss")
    rows.save_mandate(work, seen)
    return work.record(OriginalLost(mandate=seen, original_id=one.id))


def find(command: FindOriginal, work: Work) -> Event | Refusal:
    """It turned up, and can be given back."""
    found = _moved(command, work, command.original_id, "find")
    if isinstance(found, Refusal):
        return found
    seen, one = found
    one = msgspec.structs.replace(one, explain_by=None, late=False)
    seen = noted(work, _with(work, seen, one), "found")
    return work.record(OriginalFound(mandate=seen, original_id=one.id))


def explain(command: ExplainLoss, work: Work) -> Event | Refusal:
    """The elder knows, and it was made good or taken as it is."""
    found = _moved(command, work, command.original_id, "explain")
    if isinstance(found, Refusal):
        return found
    seen, one = found
    one = msgspec.structs.replace(one, outcome=command.outcome)
    seen = noted(work, _with(work, seen, one), "loss_explained")
    return work.record(LossExplained(mandate=seen, original_id=one.id))


def lapse_loss(command: LapseLoss, work: Work) -> Event | Refusal:
    """The days are over and it was not explained."""
    seen = rows.load_mandate(work, command.mandate_id)
    one = seen.original(command.original_id) if seen is not None else None
    if seen is None or one is None or one.state not in ("lost", "told") or one.late:
        return NothingDue()
    if one.explain_by is None or one.explain_by >= today(work).isoformat():
        return NothingDue()  # planned for an earlier loss of the same thing
    seen = _with(work, seen, msgspec.structs.replace(one, late=True))
    return work.record(LossOverdue(mandate=seen, original_id=one.id))


def _name_of(facts: HallFacts, one: Handed) -> str | None:
    """Return a paper as its list calls it, empty for one of no list, None where there is none."""
    matter = facts.matter(one.matter_id)
    if matter is None:
        return None
    if one.material_id == OTHER:
        return ""
    place = int(one.material_id) - 1 if one.material_id.isdecimal() else -1
    return matter.materials[place].plain if 0 <= place < len(matter.materials) else None


def _moved(
    command: MandateCommand, work: Work, original_id: str, action: OriginalAction
) -> tuple[MandateView, OriginalView] | Refusal:
    seen = mandate_at_hand(command, work)
    if isinstance(seen, Refusal):
        return seen
    one = seen.original(original_id)
    if one is None:
        return NoSuchOriginal()
    state = next_original(one.state, action)
    if state is None:
        return OriginalElsewhere()
    return seen, msgspec.structs.replace(one, state=state)


def _with(work: Work, seen: MandateView, thing: OriginalView) -> MandateView:
    rows.save_original(work, seen.id, thing)
    things = tuple(thing if one.id == thing.id else one for one in seen.originals)
    return msgspec.structs.replace(seen, originals=things)
