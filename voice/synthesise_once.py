"""Child process that turns one text into one WAV file, then ends.

`python -m voice.synthesise_once` reads one JSON object from standard input:
`{"text", "rate_wpm", "out", "voices"}`, `voices` being acceptable voice ids in order of choice.
pyttsx3 loses utterances when its engine is used twice and says "finished" for sound that nobody
heard (2.98, 2.99), so each text gets a fresh process and goes to a file, never to the sound card.
Its `runAndWait` does not wait: espeak works on in a thread of its own, so the end is awaited here.
Exit 0: the file is there. Exit 3: no acceptable voice. Exit 1: anything else.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterable, Sequence
from typing import Any

NO_VOICE = 3
LONGEST_S = 60.0  # the parent has its own deadline and does not wait that long


def choose_voice(installed: Iterable[str], acceptable: Sequence[str]) -> str | None:
    """Return the first installed voice id that is, or ends in, an acceptable id.

    pyttsx3 2.99 puts the language family before the id (`sit/cmn-latn-pinyin`).
    """
    ids = list(installed)
    for wanted in acceptable:
        for voice_id in ids:
            if voice_id == wanted or voice_id.endswith("/" + wanted):
                return voice_id
    return None


def main() -> int:
    """Speak the request of standard input into its file."""
    import pyttsx3

    request = json.load(sys.stdin)
    engine: Any = pyttsx3.init()  # type: ignore[no-untyped-call]  # published without types
    voice_id = choose_voice(
        (str(voice.id) for voice in engine.getProperty("voices")), request["voices"]
    )
    if voice_id is None:
        return NO_VOICE
    engine.setProperty("voice", voice_id)
    engine.setProperty("rate", request["rate_wpm"])
    written = threading.Event()
    engine.connect("finished-utterance", lambda **_what: written.set())
    engine.save_to_file(request["text"], request["out"])
    engine.runAndWait()
    return 0 if written.wait(LONGEST_S) else 1


if __name__ == "__main__":
    raise SystemExit(main())
