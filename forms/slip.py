"""A ticket as the slip an elder takes to the seat: which lines, how large, and where they break."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from devices.ports import Slip, SlipLine, SlipNumber, SlipRule

TEXT_EM_MM = 4.9
NARROW_TEXT_EM_MM = 4.5
ZONE_EM_MM = 6.0
AHEAD_DIGITS_EM_MM = 8.0
NUMBER_CAP_MM = 21.0
MAX_LINES = 8
COUNTED_AHEAD_MAX = 100

_PRINTABLE_MM = {80.0: 72.0, 58.0: 48.0}
_MARGINS_MM = 3.0
_MARK_AND_GAP_MM = 11.0
_LINE_GAP_MM = 2.6
_NARROW_EM = 0.62


@dataclass(frozen=True)
class SlipTicket:
    """What the slip needs to know of a ticket. It holds no name and no ID number.

    `ahead` None means more than were counted (100). `where` and `guide` are names of places,
    `taken_at` is the local time as people write it. A line feed in `matter_plain_name` breaks it
    there. `reprint` marks the paper as a copy.
    """

    seal: str
    digits: str
    matter_plain_name: str
    ahead: int | None
    where: str
    guide: str
    zone: str
    taken_at: str
    reprint: bool = False
    bereavement: bool = False
    phone: str = ""


def compose(ticket: SlipTicket, words: Mapping[str, str], width_mm: float = 80.0) -> Slip:
    """Return the slip of a ticket for paper of `width_mm` (80 or 58), at most 8 lines of text.

    `words` are the texts of assets/strings/<language>/slip.toml. Raises KeyError for a missing
    text and ValueError for a paper width nobody sells.
    """
    if width_mm not in _PRINTABLE_MM:
        raise ValueError(f"no slip printer takes paper of {width_mm} mm; there is 80 and 58")
    line_mm = _PRINTABLE_MM[width_mm] - _MARGINS_MM
    em_mm = TEXT_EM_MM if width_mm > 58.0 else NARROW_TEXT_EM_MM
    line_em = line_mm / em_mm

    matter = break_by_sense(
        ticket.matter_plain_name, line_em, words["break_after"], words["break_before"]
    )
    zone_em_mm = _zone_em_mm(ticket.zone, line_mm, em_mm)
    closing_room = MAX_LINES - 2 - len(matter) - 3
    closing = _whom_to_ask(ticket, words, line_em, closing_room)

    return Slip(
        parts=(
            SlipLine(ticket.zone, zone_em_mm, "title", gap_above_mm=1.4, mark=True),
            SlipRule(gap_above_mm=2.4),
            SlipNumber(ticket.seal, ticket.digits, NUMBER_CAP_MM, gap_above_mm=4.6),
            SlipRule(gap_above_mm=4.6),
            *(
                SlipLine(text, em_mm, "label", gap_above_mm=3.0 if i == 0 else 1.4)
                for i, text in enumerate(matter)
            ),
            SlipLine(
                _ahead(ticket, words),
                em_mm,
                gap_above_mm=_LINE_GAP_MM,
                digits_em_mm=AHEAD_DIGITS_EM_MM,
            ),
            SlipLine(words["where"].format(where=ticket.where), em_mm, gap_above_mm=_LINE_GAP_MM),
            SlipRule(gap_above_mm=2.8, dashed=True),
            SlipLine(ticket.taken_at, em_mm, gap_above_mm=2.8),
            *(SlipLine(text, em_mm, gap_above_mm=_LINE_GAP_MM) for text in closing),
        ),
        width_mm=width_mm,
        copy_mark=words["copy_mark"] if ticket.reprint else "",
    )


def width_em(text: str) -> float:
    """Return how wide a text stands, in ems: a Han character is one, a Latin one about 0.62."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else _NARROW_EM for c in text)


def break_by_sense(
    name: str, line_em: float, break_after: str, break_before: str = ""
) -> tuple[str, ...]:
    """Return a name in one line or two, broken where a reader would breathe.

    A line feed in the name decides; else, nearest to the middle, the place after a mark of
    `break_after`, before a bracket or before a word of `break_before` (parted by spaces) that
    leaves two lines of at most `line_em`; else the middle, outside figures and Latin words.
    """
    if "\n" in name:
        return tuple(part.strip() for part in name.split("\n") if part.strip())
    if width_em(name) <= line_em:
        return (name,)
    inside = range(2, len(name) - 1)
    breaths = [i for i in inside if _breathes(name, i, break_after, break_before)]
    outside = [i for i in breaths if _bracket_depth(name[:i]) == 0]
    for places in (
        outside,
        breaths,
        [i for i in inside if not (_latin(name[i - 1]) and _latin(name[i]))],
    ):
        fitting = [
            i for i in places if width_em(name[:i]) <= line_em and width_em(name[i:]) <= line_em
        ]
        if fitting:
            at = min(fitting, key=lambda i: abs(width_em(name[:i]) - width_em(name[i:])))
            return (name[:at].rstrip(), name[at:].lstrip())
    return (name,)


def _breathes(name: str, at: int, break_after: str, break_before: str) -> bool:
    if name[at] in break_after:
        return False
    opens = unicodedata.category(name[at]) == "Ps"
    return opens or name[at - 1] in break_after or name.startswith(tuple(break_before.split()), at)


def _bracket_depth(text: str) -> int:
    kinds = [unicodedata.category(character) for character in text]
    return kinds.count("Ps") - kinds.count("Pe")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _zone_em_mm(zone: str, line_mm: float, smallest_mm: float) -> float:
    fitting_mm = (line_mm - _MARK_AND_GAP_MM) / max(1.0, width_em(zone))
    return max(smallest_mm, min(ZONE_EM_MM, int(fitting_mm * 10) / 10))


def _ahead(ticket: SlipTicket, words: Mapping[str, str]) -> str:
    if ticket.ahead is None:
        return words["ahead_many"].format(count=COUNTED_AHEAD_MAX)
    if ticket.ahead > 0:
        return words["ahead"].format(count=ticket.ahead)
    return words["next_up_quiet"] if ticket.bereavement else words["next_up"]


def _whom_to_ask(
    ticket: SlipTicket, words: Mapping[str, str], line_em: float, room: int
) -> tuple[str, ...]:
    guide = words["guide"].format(guide=ticket.guide)
    if not ticket.phone:
        return (guide,)
    both = words["guide_phone"].format(guide=ticket.guide, phone=ticket.phone)
    if width_em(both) <= line_em:
        return (both,)
    phone = words["phone"].format(phone=ticket.phone)
    return (guide, phone) if room >= 2 else (guide,)
