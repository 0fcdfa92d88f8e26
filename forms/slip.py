"""A ticket as the slip an elder takes to the seat: which lines, how large, and where they break."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from devices.ports import Slip, SlipLine, SlipNumber, SlipRule
from forms.breaks import Breaths, fitted, width_em

TEXT_EM_MM = 4.9
NARROW_TEXT_EM_MM = 4.5
ZONE_EM_MM = 6.0
AHEAD_DIGITS_EM_MM = 8.0
NUMBER_CAP_MM = 21.0
MAX_LINES = 8
COUNTED_AHEAD_MAX = 100

_PRINTABLE_MM = {80.0: 72.0, 58.0: 48.0}
_MARGINS_MM = 3.0
MARK_AND_GAP_MM = 11.0
_LINE_GAP_MM = 2.6
_WRAPPED_GAP_MM = 1.4
# The number, and how many are ahead: always one line each.
_SINGLE_LINES = 2


@dataclass(frozen=True)
class SlipTicket:
    """What the slip needs to know of a ticket. It holds no name and no ID number.

    `ahead` None means more than were counted (100). `where` and `guide` are names of places,
    `taken_at` is the local time as people write it. A line feed in `matter_plain_name` breaks it
    there. `reprint` marks the paper as a copy. `where_sentence` stands in place of the line that
    is made of `where`, in the hall's own words.
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
    where_sentence: str = ""


@dataclass(frozen=True)
class _Rows:
    """The texts that may take more than one line, as lines."""

    zone: tuple[str, ...]
    matter: tuple[str, ...]
    where: tuple[str, ...]
    taken_at: tuple[str, ...]
    asking: tuple[str, ...]

    @property
    def fits(self) -> bool:
        long = (self.zone, self.matter, self.where, self.taken_at, self.asking)
        return sum(map(len, long)) + _SINGLE_LINES <= MAX_LINES


def compose(ticket: SlipTicket, words: Mapping[str, str], width_mm: float = 80.0) -> Slip:
    """Return the slip of a ticket for paper of `width_mm` (80 or 58), at most 8 lines of text.

    `words` are the texts of assets/strings/<language>/slip.toml. Raises KeyError for a missing
    text and ValueError for a paper width nobody sells.
    """
    line_mm, em_mm = line_of(width_mm)
    zone_em_mm = zone_em(ticket.zone, line_mm, em_mm)
    rows = _rows(ticket, words, line_mm / em_mm, (line_mm - MARK_AND_GAP_MM) / zone_em_mm)
    return Slip(
        parts=(
            SlipLine("\n".join(rows.zone), zone_em_mm, "title", gap_above_mm=1.4, mark=True),
            SlipRule(gap_above_mm=2.4),
            SlipNumber(ticket.seal, ticket.digits, NUMBER_CAP_MM, gap_above_mm=4.6),
            SlipRule(gap_above_mm=4.6),
            *_lines(rows.matter, SlipLine("", em_mm, "label", gap_above_mm=3.0)),
            SlipLine(
                _ahead(ticket, words),
                em_mm,
                gap_above_mm=_LINE_GAP_MM,
                digits_em_mm=AHEAD_DIGITS_EM_MM,
            ),
            *_lines(rows.where, SlipLine("", em_mm, gap_above_mm=_LINE_GAP_MM)),
            SlipRule(gap_above_mm=2.8, dashed=True),
            *_lines(rows.taken_at, SlipLine("", em_mm, gap_above_mm=2.8)),
            *(SlipLine(text, em_mm, gap_above_mm=_LINE_GAP_MM) for text in rows.asking),
        ),
        width_mm=width_mm,
        copy_mark=words["copy_mark"] if ticket.reprint else "",
    )


def _lines(texts: tuple[str, ...], first: SlipLine) -> tuple[SlipLine, ...]:
    later = replace(first, gap_above_mm=_WRAPPED_GAP_MM)
    return tuple(replace(later if index else first, text=text) for index, text in enumerate(texts))


def line_of(width_mm: float) -> tuple[float, float]:
    """Return how long a line is on paper of `width_mm`, and the em of its text, in millimetres.

    Raises ValueError for a paper width nobody sells.
    """
    if width_mm not in _PRINTABLE_MM:
        raise ValueError(f"no slip printer takes paper of {width_mm:g} mm; there is 80 and 58")
    em_mm = TEXT_EM_MM if width_mm > 58.0 else NARROW_TEXT_EM_MM
    return _PRINTABLE_MM[width_mm] - _MARGINS_MM, em_mm


def zone_em(zone: str, line_mm: float, smallest_mm: float) -> float:
    """Return the em in millimetres in which the name of the zone stands beside the mark."""
    fitting_mm = (line_mm - MARK_AND_GAP_MM) / max(1.0, width_em(zone))
    return max(smallest_mm, min(ZONE_EM_MM, int(fitting_mm * 10) / 10))


def _rows(
    ticket: SlipTicket, words: Mapping[str, str], line_em: float, zone_line_em: float
) -> _Rows:
    """Share out the lines. Where to sit is never shortened before the name of the matter is."""
    breaths = Breaths(words["break_after"], tuple(words["break_before"].split()))
    askings = _askings(ticket, words, line_em, breaths)
    rows = _Rows(
        zone=fitted(ticket.zone, zone_line_em, breaths, 2),
        matter=fitted(ticket.matter_plain_name, line_em, breaths, 2),
        where=_where(ticket, words, line_em, breaths),
        taken_at=fitted(ticket.taken_at, line_em, breaths, 2),
        asking=askings[0],
    )
    for asking in askings:
        rows = replace(rows, asking=asking)
        if rows.fits:
            return rows
    rows = replace(rows, matter=fitted(ticket.matter_plain_name, line_em, breaths, 1))
    if rows.fits:
        return rows
    return replace(rows, zone=fitted(ticket.zone, zone_line_em, breaths, 1))


def _where(
    ticket: SlipTicket, words: Mapping[str, str], line_em: float, breaths: Breaths
) -> tuple[str, ...]:
    if ticket.where_sentence:
        return fitted(ticket.where_sentence, line_em, breaths, 2)
    text = words["where"].format(where=ticket.where)
    if width_em(text) <= line_em:
        return (text,)
    return fitted(words["where_brief"].format(where=ticket.where), line_em, breaths, 2)


def _ahead(ticket: SlipTicket, words: Mapping[str, str]) -> str:
    if ticket.ahead is None:
        return words["ahead_many"].format(count=COUNTED_AHEAD_MAX)
    if ticket.ahead > 0:
        return words["ahead"].format(count=ticket.ahead)
    return words["next_up_quiet"] if ticket.bereavement else words["next_up"]


def _askings(
    ticket: SlipTicket, words: Mapping[str, str], line_em: float, breaths: Breaths
) -> tuple[tuple[str, ...], ...]:
    """Return the ways to say whom to ask, the fullest first; the last takes one line.

    A telephone number is whole or left out.
    """
    guide = words["guide"].format(guide=ticket.guide)
    ways = [fitted(guide, line_em, breaths, 2), fitted(guide, line_em, breaths, 1)]
    if ticket.phone:
        both = words["guide_phone"].format(guide=ticket.guide, phone=ticket.phone)
        phones = (words["phone"].format(phone=ticket.phone), ticket.phone)
        fitting = [phone for phone in phones if width_em(phone) <= line_em]
        if width_em(both) <= line_em:
            ways.insert(0, (both,))
        elif fitting:
            ways.insert(0, (*ways[0], fitting[0]))
    return tuple(ways)
