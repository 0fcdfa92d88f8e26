"""Whose card lies on the plate: a state table, so that one visitor's card is never another's."""

from __future__ import annotations

from enum import Enum


class Plate(Enum):
    """What lies on the plate, as far as the present session is concerned."""

    EMPTY = "empty"
    READ = "read"  # this session's card, read and reported
    FAILED = "failed"  # a card that could not be used, reported once
    LEFT_OVER = "left_over"  # from an earlier session; must be taken away unread


class Seen(Enum):
    """What happened at the plate."""

    CARD_READ = "card_read"
    CARD_FAILED = "card_failed"
    GONE = "gone"
    NEW_SESSION = "new_session"
    OVERTAKEN = "overtaken"  # a session began while the card was being read


class Say(Enum):
    """What is reported."""

    NOTHING = "nothing"
    CARD = "card"
    UNREADABLE = "unreadable"
    TAKEN = "taken"


PLATE_TABLE: dict[tuple[Plate, Seen], tuple[Plate, Say]] = {
    (Plate.EMPTY, Seen.CARD_READ): (Plate.READ, Say.CARD),
    (Plate.EMPTY, Seen.CARD_FAILED): (Plate.FAILED, Say.UNREADABLE),
    (Plate.EMPTY, Seen.GONE): (Plate.EMPTY, Say.NOTHING),
    (Plate.EMPTY, Seen.NEW_SESSION): (Plate.EMPTY, Say.NOTHING),
    (Plate.EMPTY, Seen.OVERTAKEN): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.READ, Seen.CARD_READ): (Plate.READ, Say.NOTHING),
    (Plate.READ, Seen.CARD_FAILED): (Plate.READ, Say.NOTHING),
    (Plate.READ, Seen.GONE): (Plate.EMPTY, Say.TAKEN),
    (Plate.READ, Seen.NEW_SESSION): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.READ, Seen.OVERTAKEN): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.FAILED, Seen.CARD_READ): (Plate.READ, Say.CARD),
    (Plate.FAILED, Seen.CARD_FAILED): (Plate.FAILED, Say.NOTHING),
    (Plate.FAILED, Seen.GONE): (Plate.EMPTY, Say.TAKEN),
    (Plate.FAILED, Seen.NEW_SESSION): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.FAILED, Seen.OVERTAKEN): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.LEFT_OVER, Seen.CARD_READ): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.LEFT_OVER, Seen.CARD_FAILED): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.LEFT_OVER, Seen.GONE): (Plate.EMPTY, Say.TAKEN),
    (Plate.LEFT_OVER, Seen.NEW_SESSION): (Plate.LEFT_OVER, Say.NOTHING),
    (Plate.LEFT_OVER, Seen.OVERTAKEN): (Plate.LEFT_OVER, Say.NOTHING),
}
