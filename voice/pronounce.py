"""What espeak-ng must be told to read a language rightly, and the proof that it does."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping

ENGLISH_MARK = "(en)"
_OTHER_LANGUAGE = re.compile(r"\([a-z]{2,3}(?:-[a-z-]+)?\)")
"""How espeak-ng marks that it went over to another language's voice."""


class SynthesiserMissing(Exception):
    """The espeak-ng program is not installed or does not answer; the machine is at fault."""


def for_espeak(text: str, pronounce: Mapping[str, str]) -> str:
    """Write words that are read wrongly as pinyin; the longest word wins."""
    for word in sorted(pronounce, key=len, reverse=True):
        text = text.replace(word, f" {pronounce[word]} ")
    return text.strip()


def read_as_english(voice: str, text: str, timeout_s: float = 5.0) -> bool:
    """Say whether a voice falls into English inside a text.

    espeak-ng 1.51 (Debian 12) reads hanzi as English under `cmn` and `zh`; its phoneme output
    then carries `(en)`. `cmn-latn-pinyin` is right.

    Raises:
        SynthesiserMissing: espeak-ng is not there or hangs.
    """
    phonemes = _phonemes(voice, text, timeout_s)
    return phonemes is None or ENGLISH_MARK in phonemes


def read_otherwise(voice: str, text: str, timeout_s: float = 5.0) -> bool:
    """Say whether a voice is not there, or goes over to any other language inside a text.

    Raises:
        SynthesiserMissing: espeak-ng is not there or hangs.
    """
    phonemes = _phonemes(voice, text, timeout_s)
    return phonemes is None or _OTHER_LANGUAGE.search(phonemes) is not None


def _phonemes(voice: str, text: str, timeout_s: float) -> str | None:
    """Return how a voice would speak a text; None when it does not know how."""
    try:
        answer = subprocess.run(  # noqa: S603  fixed program, no shell, text as one argument
            ["espeak-ng", "-q", "-x", "-v", voice, "--", text],  # noqa: S607  found on the PATH
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SynthesiserMissing(f"espeak-ng: {error}") from error
    return answer.stdout if answer.returncode == 0 else None
