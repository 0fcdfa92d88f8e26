"""Faults of the hall.

HallError
├── KnownError          the world's: disk, network, credential; has a sentence for people
│   ├── HallUnreachable     no answer from the hall
│   ├── NotAllowed          this credential may not do that
│   ├── Malformed           a field that cannot be what it should
│   ├── TooLarge            more bytes than the hall takes at once
│   ├── NoLongerKept        it was forgotten as promised, or never was here
│   └── StoreFailed         the disk or the database refused; nothing of the group was kept
└── BugError            ours: a promise between two modules is broken
"""

from __future__ import annotations


class HallError(Exception):
    """Any fault of the hall."""


class KnownError(HallError):
    """The world's fault; the message says what to do."""


class HallUnreachable(KnownError):
    """The hall does not answer; it may or may not have carried out the command."""


class NotAllowed(KnownError):
    """The credential does not allow this."""


class Malformed(KnownError):
    """A field cannot be what it should; `path` names it like $.visitor.birth_date."""

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{sentence} - at `{path}`")
        self.path = path
        self.sentence = sentence


class TooLarge(KnownError):
    """More bytes than the hall takes at once."""


class NoLongerKept(KnownError):
    """What was asked for was forgotten as promised, or never was here."""


class StoreFailed(KnownError):
    """The database refused; no command of the group was kept."""


class BugError(HallError):
    """Our own fault: two modules disagree."""
