"""The code on a notice: easy to read aloud, easy to type, hard to guess; and its number."""

from __future__ import annotations

from hashlib import blake2b

ALPHABET = "23456789ACDEFHJKMNPRTUVWXY"
"""Nothing that looks or sounds like another: no 0 O Q, 1 I L, B, G, S, Z."""

LENGTH = 6


def code_from(random_id: str) -> str:
    """Make a code from a random id: six letters and digits, 300 million of them."""
    number = int.from_bytes(blake2b(random_id.encode(), digest_size=16).digest(), "big")
    letters = []
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


def plain_code(typed: str) -> str:
    """Return a code as it is kept, however it was typed: spaces, hyphens, small letters."""
    return "".join(one for one in typed.upper() if one.isalnum())


def notice_number(year: int, ordinal: int) -> str:
    """Return the number of a notice as it stands on the paper."""
    return f"{year}-{ordinal:04d}"
