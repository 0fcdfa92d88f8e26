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
        where_sentence=_sent_to_desk(ticket, facts, words),
    )


def where_to_wait(ticket: TicketView, facts: HallFacts, words: Wording) -> str:
    """Name the place to sit: the windows of the queue, or the guide desk."""
    windows = windows_of(ticket.queue, facts, words)
    return facts.guide_desk if ticket.where == "guide_desk" or not windows else windows


def _sent_to_desk(ticket: TicketView, facts: HallFacts, words: Wording) -> str:
    """Return the hall's own sentence for those who wait at the guide desk, else nothing."""
    at_windows = ticket.where != "guide_desk" and windows_of(ticket.queue, facts, words)
    return "" if at_windows else facts.guide_desk_where


def windows_of(queue: str, facts: HallFacts, words: Wording) -> str:
    """Name the windows that serve a queue; empty where none does.

    Where the hall has several places to wait and these windows are at one of them, its name goes
    before them.
    """
    counters = [one for one in facts.counters if queue in one.serves]
    if not counters:
        return ""
    windows = sorted(one.window_number for one in counters)
    zones = {one.zone for one in counters}
    zone = zones.pop() if len(zones) == 1 else ""
    if len(windows) > 1 and windows[-1] - windows[0] == len(windows) - 1:
        return zone + words.get("windows_range", first=windows[0], last=windows[-1])
    return zone + words.get("windows", numbers=words.get("list_mark").join(map(str, windows)))
