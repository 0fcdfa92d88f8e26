"""A ticket as its slip needs it: names of places and local time instead of ids."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from forms.slip import SlipTicket
from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView


class Wording(Protocol):
    """The words of the station that prints.

    Asked for are `taken_at`, `months` (twelve words), `morning`, `afternoon`, `windows_range`,
    `windows`, `list_mark`.
    """

    def get(self, key: str, **placeholders: object) -> str:
        """Return the words of a key, its placeholders filled in."""
        ...


def slip_ticket(
    ticket: TicketView, facts: HallFacts, words: Wording, taken: datetime, *, reprint: bool
) -> SlipTicket:
    """Return what the slip says of a ticket; `taken` is the local time it was taken."""
    seal, digits = facts.label_parts(ticket.series, ticket.number)
    matter = facts.matter(ticket.matter_id)
    name = "\n".join(matter.plain_lines or (matter.plain_name,)) if matter else ""
    return SlipTicket(
        seal=seal,
        digits=digits,
        matter_plain_name=name,
        ahead=ticket.ahead,
        where=where_to_wait(ticket, facts, words),
        guide=facts.guide_desk,
        zone=facts.zone_name,
        taken_at=words.get(
            "taken_at",
            month=words.get("months").split()[taken.month - 1],
            day=taken.day,
            half=words.get("morning" if taken.hour < 12 else "afternoon"),
            hour=(taken.hour - 1) % 12 + 1,
            minute=f"{taken.minute:02d}",
        ),
        reprint=reprint,
        bereavement=matter.bereavement if matter else False,
        phone=facts.phone,
    )


def where_to_wait(ticket: TicketView, facts: HallFacts, words: Wording) -> str:
    """Name the place to sit: the windows of the queue, or the guide desk."""
    windows = sorted(c.window_number for c in facts.counters if ticket.queue in c.serves)
    if ticket.where == "guide_desk" or not windows:
        return facts.guide_desk
    if len(windows) > 1 and windows[-1] - windows[0] == len(windows) - 1:
        return words.get("windows_range", first=windows[0], last=windows[-1])
    return words.get("windows", numbers=words.get("list_mark").join(map(str, windows)))
