"""The invented ticket of `print-slip --sample`, and the ticket file of `print-slip --ticket`."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from forms.slip import SlipTicket


class BadTicketFile(ValueError):
    """A ticket file that cannot be printed; the message is one sentence for the person."""


def sample_ticket(words: Mapping[str, str]) -> SlipTicket:
    """Return an invented ticket in the words of assets/strings/<language>/slip.toml."""
    return SlipTicket(
        seal=words["sample_seal"],
        digits=words["sample_digits"],
        matter_plain_name=words["sample_matter"],
        ahead=5,
        where=words["sample_where"],
        guide=words["sample_guide"],
        zone=words["sample_zone"],
        taken_at=words["sample_taken_at"],
        phone="0371-555-0123",
    )


def read_ticket(text: bytes) -> SlipTicket:
    """Return the ticket a JSON object describes, its keys named as the fields of SlipTicket.

    Raises BadTicketFile.
    """
    try:
        return msgspec.json.decode(text, type=SlipTicket)
    except (msgspec.DecodeError, UnicodeDecodeError) as bad:
        raise BadTicketFile(f"the ticket file cannot be used: {bad}") from bad
