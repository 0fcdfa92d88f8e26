"""Which papers of a case are in the elder's hands, as far as the hall has been told."""

from __future__ import annotations

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits import case_rows
from hall.visits.cases import with_paper
from hall.visits.inner import NotePaper
from hall.visits.messages import PaperPrinted


def note_paper(command: NotePaper, work: Work) -> Event | Refusal:
    """Keep that a paper was printed; a second sheet of it is no news."""
    case = case_rows.load_case(work, command.case_id)
    if case is None or command.paper in case.papers:
        return NothingDue()
    case = case_rows.save_case(work, with_paper(case, command.paper))
    return work.record(PaperPrinted(case=case_rows.view(case), paper=command.paper))
