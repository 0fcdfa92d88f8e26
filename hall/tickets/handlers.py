"""What the hall does when somebody takes a number, prints it, returns it or gives it up."""

from __future__ import annotations

from hall.kernel.messages import Event, Refusal
from hall.kernel.privacy import masked
from hall.kernel.work import Room, Work
from hall.tickets import model, rows
from hall.tickets.ahead import count_ahead
from hall.tickets.days import close_day, ensure_day, next_opening, open_day, plan_days, purge
from hall.tickets.intake import AdmitVisitor, CorrectVisitor, SeekTicket
from hall.tickets.messages import (
    AddNeeds,
    AlreadyWaiting,
    CancelTicket,
    CloseDay,
    ComeDue,
    MatterClosed,
    NoSuchMatter,
    NoSuchTicket,
    NothingDue,
    OpenDay,
    PlanDays,
    PrintReported,
    PurgeVisitors,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
    TicketCancelled,
    TicketReprinted,
    TicketReturned,
    TicketsFound,
    TicketTaken,
    TooLateToUndo,
    UndoTicket,
    VisitorChanged,
    WrongState,
)
from hall.tickets.policy import Policy
from hall.tickets.serving import AtWork
from hall.tickets.visitors import (
    add_needs_of,
    correct_visitor,
    find_visitor,
    keep_visitor,
)


def tickets_room(policy: Policy, at_work: AtWork) -> Room:
    """Build the room of tickets from who is next and which counters are at work."""
    desk = TicketDesk(policy, at_work)
    return Room(
        handlers={
            OpenDay: open_day,
            CloseDay: close_day,
            PlanDays: plan_days,
            PurgeVisitors: purge,
            AdmitVisitor: desk.take,
            CorrectVisitor: desk.correct,
            ReportPrint: report_print,
            ReprintTicket: desk.reprint,
            ReturnTicket: desk.return_ticket,
            ComeDue: desk.come_due,
            CancelTicket: cancel,
            SeekTicket: desk.find,
            UndoTicket: undo,
            AddNeeds: add_needs,
        }
    )


class TicketDesk:
    """The handlers that need to know who is next, and who is before whom."""

    def __init__(self, policy: Policy, at_work: AtWork) -> None:
        self._policy = policy
        self._at_work = at_work

    def take(self, command: AdmitVisitor, work: Work) -> Event | Refusal:
        """Give a number: one open number a person and matter, in the series of the class."""
        matter = work.facts.matter(command.matter_id)
        if matter is None:
            return NoSuchMatter(matter_id=command.matter_id)
        day_id = ensure_day(work)
        if day_id is None:
            return MatterClosed(opens=next_opening(work).strftime("%H:%M"))
        visitor = command.visitor
        known = None
        if visitor.person_key is not None:
            known = find_visitor(work, day_id, visitor.person_key)
        theirs = rows.tickets_of(work, known) if known is not None else []
        already = self._already_waiting(work, theirs, matter.id) if not visitor.behalf_of else None
        if already is not None:
            return already
        visitor_id = keep_visitor(work, day_id, visitor, known)
        priority = model.priority_of(visitor.age_band, visitor.claims)
        series = work.facts.series_for(matter.queue, priority)
        ordinal = rows.next_ordinal(work, day_id, series.id, work.facts.hall_id)
        place = self._policy.place(priority, work.now.steady_s)
        serving = self._at_work(work)
        ticket = model.Ticket(
            ticket_id=work.new_id(),
            day_id=day_id,
            series=series.id,
            issuer=work.facts.hall_id,
            ordinal=ordinal,
            number=model.label(series.prefix, ordinal),
            matter_id=matter.id,
            queue=matter.queue,
            age_band=visitor.age_band,
            priority=priority,
            reason=model.reason_of(priority, visitor.claims, visitor.band_source),
            state="waiting",
            behalf_of=visitor.behalf_of,
            visitor_id=visitor_id,
            station_id=command.station_id,
            taken_at=work.now.iso,
            taken_seq=work.seq() + 1,
            arrived_s=work.now.steady_s,
            front=1,
            tier=place.tier,
            place_s=place.place_s,
            withheld=int(rows.at_counter(theirs)),
            where="seats" if serving.serves(matter.queue) else "guide_desk",
        )
        rows.insert_ticket(work, ticket)
        ahead = count_ahead(work, ticket, serving.beside(ticket.queue))
        seen = rows.view(ticket, ahead)
        return work.record(TicketTaken(ticket=seen, visit_id=command.visit_id))

    def correct(self, command: CorrectVisitor, work: Work) -> Event | Refusal:
        """Correct what was said of a person: the number stays, the class and place follow."""
        ticket = rows.load_ticket(work, command.ticket_id)
        if ticket is None:
            return NoSuchTicket()
        if ticket.state in model.ENDED:
            return WrongState(state=ticket.state)
        visitor = command.visitor
        band, source = visitor.age_band, visitor.band_source
        if source == "unknown":  # nothing was said of the age: it stays as it was
            band, source = ticket.age_band, ticket.reason
            source = source if source in model.BAND_SOURCES else "unknown"
        priority = model.priority_of(band, visitor.claims)
        place = self._policy.place(priority, ticket.arrived_s)
        correct_visitor(work, ticket.visitor_id, visitor)
        ticket = rows.save_ticket(
            work,
            ticket,
            age_band=band,
            priority=priority,
            reason=model.reason_of(priority, visitor.claims, source),
            tier=place.tier,
            place_s=place.place_s,
        )
        return work.record(
            VisitorChanged(ticket=rows.view(ticket), reason_text=masked(command.reason))
        )

    def reprint(self, command: ReprintTicket, work: Work) -> Event | Refusal:
        """Record that a copy was asked for; the station prints it."""
        ticket = rows.load_ticket(work, command.ticket_id)
        if ticket is None:
            return NoSuchTicket()
        if ticket.state in model.ENDED:
            return WrongState(state=ticket.state)
        return work.record(
            TicketReprinted(
                ticket=rows.view(ticket, self._ahead(work, ticket)),
                by_station_id=command.station_id,
            )
        )

    def return_ticket(self, command: ReturnTicket, work: Work) -> Event | Refusal:
        """Somebody who was set aside is here: waiting again, in the place of their arrival."""
        ticket = rows.load_ticket(work, command.ticket_id)
        if ticket is None:
            return NoSuchTicket()
        return wait_again(work, ticket, 0 if ticket.state == "held" else 1, self._at_work)

    def come_due(self, command: ComeDue, work: Work) -> Event | Refusal:
        """A held ticket waits again, before the others of its queue."""
        ticket = rows.load_ticket(work, command.ticket_id)
        if ticket is None or ticket.state != "held":
            return NothingDue()
        return wait_again(work, ticket, 0, self._at_work)

    def find(self, command: SeekTicket, work: Work) -> Event | Refusal:
        """Return the numbers somebody holds today; looking leaves no trace of who it was."""
        day = rows.last_day(work.connection, work.hall_id)
        known = find_visitor(work, day.day_id, command.person_key) if day is not None else None
        theirs = rows.tickets_of(work, known) if known is not None else []
        return TicketsFound(tickets=tuple(rows.view(one, self._ahead(work, one)) for one in theirs))

    def _already_waiting(
        self, work: Work, theirs: list[model.Ticket], matter_id: str
    ) -> AlreadyWaiting | None:
        """Return the number a person holds for a matter, unless it is for somebody else."""
        for ticket in theirs:
            if ticket.matter_id == matter_id and not ticket.behalf_of:
                return AlreadyWaiting(ticket=rows.view(ticket, self._ahead(work, ticket)))
        return None

    def _ahead(self, work: Work, ticket: model.Ticket) -> int | None:
        """Count who is before a ticket, or would be if it waited; nobody once it is called."""
        if ticket.state in model.AT_COUNTER:
            return 0
        return count_ahead(work, ticket, self._at_work(work).beside(ticket.queue))


def report_print(command: ReportPrint, work: Work) -> Event | Refusal:
    """Keep how the paper came out; it says nothing about the number itself."""
    ticket = rows.load_ticket(work, command.ticket_id)
    if ticket is None:
        return NoSuchTicket()
    ticket = rows.save_ticket(work, ticket, print_state=command.outcome)
    return work.record(PrintReported(ticket=rows.view(ticket), status=command.status))


def wait_again(work: Work, ticket: model.Ticket, front: int, at_work: AtWork) -> Event | Refusal:
    """Put a held, missed or parked ticket back into its queue."""
    state = model.next_state(ticket.state, "come_back")
    if state is None:
        return WrongState(state=ticket.state)
    work.forget(model.return_of(ticket.ticket_id))
    theirs = rows.tickets_of(work, ticket.visitor_id)
    ticket = rows.save_ticket(
        work,
        ticket,
        state=state,
        front=front,
        counter_id=None,
        returns_in=None,
        withheld=int(rows.at_counter(theirs)),
    )
    ahead = count_ahead(work, ticket, at_work(work).beside(ticket.queue))
    return work.record(TicketReturned(ticket=rows.view(ticket, ahead)))


def cancel(command: CancelTicket, work: Work) -> Event | Refusal:
    """Give a number up; one at a counter is ended there, and that counter is set free."""
    ticket = rows.load_ticket(work, command.ticket_id)
    if ticket is None:
        return NoSuchTicket()
    state = model.next_state(ticket.state, "cancel")
    if state is None:
        return WrongState(state=ticket.state)
    ticket = rows.save_ticket(work, ticket, state=state)
    return work.record(
        TicketCancelled(ticket=rows.view(ticket), reason_text=masked(command.reason))
    )


def undo(command: UndoTicket, work: Work) -> Event | Refusal:
    """Take back a number given by mistake; the number itself is never given again."""
    ticket = rows.load_ticket(work, command.ticket_id)
    if ticket is None or ticket.station_id != command.station_id:
        return NoSuchTicket()
    state = model.next_state(ticket.state, "cancel") if ticket.state == "waiting" else None
    if state is None:
        return WrongState(state=ticket.state)
    if work.now.steady_s - ticket.arrived_s > model.UNDO_S:
        return TooLateToUndo()
    ticket = rows.save_ticket(work, ticket, state=state)
    return work.record(TicketCancelled(ticket=rows.view(ticket), reason_text=""))


def add_needs(command: AddNeeds, work: Work) -> Event | Refusal:
    """Keep what else a visitor needs; what was said before stays."""
    ticket = rows.load_ticket(work, command.ticket_id)
    if ticket is None:
        return NoSuchTicket()
    if ticket.state in model.ENDED:
        return WrongState(state=ticket.state)
    add_needs_of(work, ticket.visitor_id, command.needs)
    return work.record(VisitorChanged(ticket=rows.view(ticket), reason_text=""))
