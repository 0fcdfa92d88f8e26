"""Words as a strip can write them: bytes of a Chinese code page, nothing a strip would obey."""

from __future__ import annotations

from typing import Literal, get_args

from devices.ports import StripText

Encoding = Literal["gb2312", "gbk", "ascii"]
ENCODINGS: tuple[str, ...] = get_args(Encoding)

_BACKSLASH = "\\"
_WIDE_BACKSLASH = "\uff3c"


def strip_bytes(said: StripText, encoding: Encoding, most_bytes: int) -> bytes:
    r"""Return the line of a strip, `most_bytes` at most and never half a character.

    Where a character of the words cannot be written and a number is meant, the number stands
    alone; otherwise such characters are left out. A backslash begins a command on many strips
    and is written in its wide form; it is no second byte of a character either.
    """
    line = said.text
    if said.number and any(not _written(one, encoding) for one in said.text):
        line = said.number
    return encoded(line, encoding, most_bytes)


def encoded(line: str, encoding: Encoding, most_bytes: int) -> bytes:
    """Return what can be written of a line, in whole characters."""
    written = bytearray()
    for character in line:
        code = _written(character, encoding)
        if len(written) + len(code) > most_bytes:
            break
        written += code
    return bytes(written)


def _written(character: str, encoding: Encoding) -> bytes:
    """Return the bytes of one character, empty where a strip cannot write it."""
    shown = _WIDE_BACKSLASH if character == _BACKSLASH else character
    if not shown.isprintable():
        return b""
    try:
        code = shown.encode(encoding)
    except UnicodeEncodeError:
        return b""
    return b"" if _BACKSLASH.encode() in code else code
