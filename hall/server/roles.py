"""Who may do what: a table a manager could read."""

from __future__ import annotations

from hall.calls import messages as calls
from hall.care.agency import messages as agency
from hall.care.feelings import messages as feelings
from hall.care.follow_up import messages as follow_up
from hall.care.home_visits import messages as home_visits
from hall.care.mail import messages as mail
from hall.care.not_done import messages as not_done
from hall.care.pictures import messages as pictures
from hall.help import messages as help_
from hall.kernel.gateway import BlobKind, BoardKind
from hall.kernel.messages import Command
from hall.records import messages as records
from hall.staff import messages as staff
from hall.tickets import messages as tickets
from hall.visits import messages as visits

AT_A_COUNTER = frozenset(visits.COMMANDS) - {
    visits.BeginVisit,
    visits.MoveVisit,
    visits.EndVisit,
}
"""What a clerk does with the visit at her counter; greeting and seeing off is for the guides."""

ROLES: dict[str, frozenset[type[Command]]] = {
    "kiosk": frozenset(
        {
            tickets.TakeTicket,
            tickets.ReportPrint,
            tickets.ReprintTicket,
            tickets.ReturnTicket,
            tickets.UndoTicket,
            tickets.AddNeeds,
            pictures.KeepPicture,
            help_.RequestHelp,
            help_.TakeBackHelp,
            help_.ReportDevice,
            *feelings.COMMANDS,
        }
    ),
    "display": frozenset({calls.CallSpoken, help_.ReportDevice, feelings.GiveFeeling}),
    "console": frozenset(
        {
            *(set(calls.COMMANDS) - {calls.CallSpoken, calls.MoveTicket}),
            tickets.ReturnTicket,
            tickets.CancelTicket,
            tickets.ChangeVisitor,
            *AT_A_COUNTER,
            records.KeepPaper,
            help_.RequestHelp,
            help_.TakeBackHelp,
            help_.AcknowledgeHelp,
            help_.NoteHelp,
            help_.FinishHelp,
            help_.ReportDevice,
            *staff.COMMANDS,
        }
    ),
    "guide": frozenset(
        {
            tickets.TakeTicket,
            tickets.ReportPrint,
            tickets.ReprintTicket,
            tickets.ReturnTicket,
            tickets.CancelTicket,
            tickets.ChangeVisitor,
            tickets.FindTicket,
            calls.MoveTicket,
            *visits.COMMANDS,
            *records.COMMANDS,
            *agency.COMMANDS,
            *home_visits.COMMANDS,
            *mail.COMMANDS,
            *follow_up.COMMANDS,
            *pictures.COMMANDS,
            *not_done.COMMANDS,
            *feelings.COMMANDS,
            *help_.COMMANDS,
            *staff.COMMANDS,
        }
    ),
    "manager": frozenset({tickets.OpenDay, tickets.CloseDay}),
    "partner": frozenset(),
}

BOARDS_OF: dict[str, frozenset[BoardKind]] = {
    "kiosk": frozenset({"kiosk"}),
    "display": frozenset({"counter", "hall"}),
    "console": frozenset({"console"}),
    "guide": frozenset({"guide"}),
    "manager": frozenset({"manager", "queue", "hall"}),
    "partner": frozenset({"queue"}),
}

SAYS_HOW_IT_WAS: dict[str, frozenset[feelings.Channel]] = {
    "display": frozenset({"counter_screen", "keypad"}),
    "kiosk": frozenset({"kiosk"}),
    "guide": frozenset({"paper_by_guide"}),
}
"""Where people say how it was themselves. No clerk says it for them; a guide copies a paper."""

SEALING = frozenset({"kiosk", "console", "guide"})
"""Who may hand in what somebody wrote."""

UNSEALING = frozenset({"console", "guide"})
"""Who may read it: staff only; each reading is on record."""

FOR_A_PERSON = frozenset({"console", "guide"})
"""Roles of stations where a member of staff answers for what is done."""

WITHOUT_SIGN_IN: frozenset[type[Command]] = frozenset(
    {
        *staff.COMMANDS,
        help_.RequestHelp,
        help_.TakeBackHelp,
        help_.AcknowledgeHelp,
        help_.NoteHelp,
        help_.FinishHelp,
        help_.ReportDevice,
        tickets.ReportPrint,
    }
)
"""What such a station may always send: nobody signs in before calling for help."""

BOUND_FIELDS = ("station_id", "counter_id")
"""A command speaks for the station or counter its credential is bound to, and for no other."""


def may_send(role: str, bound_to: str, command: Command) -> bool:
    """Say whether a role, bound to one station or counter, may send a command."""
    if type(command) not in ROLES.get(role, frozenset()):
        return False
    if role == "console" and isinstance(command, visits.VisitCommand) and not command.counter_id:
        return False  # a clerk speaks of the visit at her own counter only
    if isinstance(command, feelings.GiveFeeling) and (
        command.channel not in SAYS_HOW_IT_WAS.get(role, frozenset())
    ):
        return False
    named = (getattr(command, field, None) for field in BOUND_FIELDS)
    return all(one in (None, bound_to) for one in named)


def needs_sign_in(role: str, command: Command) -> bool:
    """Say whether a command of a role needs somebody to be signed in at its station."""
    return role in FOR_A_PERSON and type(command) not in WITHOUT_SIGN_IN


def may_seal(role: str, kind: BlobKind) -> bool:
    """Say whether a role may hand in a blob of a kind; papers and details are for staff."""
    return role in (SEALING if kind in ("ink", "picture") else UNSEALING)


def may_unseal(role: str) -> bool:
    """Say whether a role may read what is in a blob."""
    return role in UNSEALING


def may_see(role: str, bound_to: str, board: BoardKind, board_id: str) -> bool:
    """Say whether a role may follow a board; boards of one station belong to that station."""
    if board not in BOARDS_OF.get(role, frozenset()):
        return False
    return board not in ("kiosk", "console") or board_id == bound_to
