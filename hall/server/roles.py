"""Who may do what: a table a manager could read."""

from __future__ import annotations

from hall.calls import messages as calls
from hall.help import messages as help_
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Command
from hall.tickets import messages as tickets

ROLES: dict[str, frozenset[type[Command]]] = {
    "kiosk": frozenset(
        {
            tickets.TakeTicket,
            tickets.ReportPrint,
            tickets.ReprintTicket,
            tickets.ReturnTicket,
            help_.RequestHelp,
            help_.ReportDevice,
        }
    ),
    "display": frozenset({calls.CallSpoken, help_.ReportDevice}),
    "console": frozenset(
        {
            *(kind for kind in calls.COMMANDS if kind is not calls.CallSpoken),
            tickets.ReturnTicket,
            tickets.CancelTicket,
            tickets.ChangeVisitor,
            help_.RequestHelp,
            help_.ReportDevice,
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
            help_.RequestHelp,
            help_.AcknowledgeHelp,
            help_.ReportDevice,
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
    "manager": frozenset({"queue", "hall"}),
    "partner": frozenset({"queue"}),
}

SEALING = frozenset({"kiosk", "console", "guide"})
"""Who may hand in what somebody wrote."""

UNSEALING = frozenset({"console", "guide"})
"""Who may read it: staff only; each reading is on record."""

BOUND_FIELDS = ("station_id", "counter_id")
"""A command speaks for the station or counter its credential is bound to, and for no other."""


def may_send(role: str, bound_to: str, command: Command) -> bool:
    """Say whether a role, bound to one station or counter, may send a command."""
    if type(command) not in ROLES.get(role, frozenset()):
        return False
    named = (getattr(command, field, None) for field in BOUND_FIELDS)
    return all(one in (None, bound_to) for one in named)


def may_seal(role: str) -> bool:
    """Say whether a role may hand in a blob."""
    return role in SEALING


def may_unseal(role: str) -> bool:
    """Say whether a role may read what is in a blob."""
    return role in UNSEALING


def may_see(role: str, bound_to: str, board: BoardKind, board_id: str) -> bool:
    """Say whether a role may follow a board; boards of one station belong to that station."""
    if board not in BOARDS_OF.get(role, frozenset()):
        return False
    return board not in ("kiosk", "console") or board_id == bound_to
