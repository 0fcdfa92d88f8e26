"""What espeak-ng must be told to read Mandarin rightly, and the proof that it does."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

ENGLISH_MARK = "(en)"


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
    return answer.returncode != 0 or ENGLISH_MARK in answer.stdout
