"""Messages as JSON text and back; one vocabulary built from the rooms' tuples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, Union

import msgspec

from hall.kernel.errors import BugError
from hall.kernel.messages import (
    Answer,
    Attention,
    Command,
    Event,
    FeedItem,
    Happened,
    Message,
    MustSnapshot,
    Person,
    Refusal,
    StandsAt,
    decode_hook,
)

T = TypeVar("T")


class _Kind(msgspec.Struct):
    kind: str = ""


class _AnswerHead(msgspec.Struct):
    seq: int


class _FeedHead(msgspec.Struct):
    kind: str
    seq: int
    prev: int = 0
    at: str = ""
    people: dict[str, Person] = {}
    attention: Attention = ""


class Vocabulary:
    """Every word the hall knows; decodes texts into messages and encodes them.

    Args:
        commands: what stations may send.
        internal: commands the hall sends to itself through `due`.
        events: what may happen.
        refusals: why something may not.

    Raises BugError when two of them are of one kind: one would silently take the other's place.
    """

    def __init__(
        self,
        commands: Iterable[type[Command]],
        internal: Iterable[type[Command]],
        events: Iterable[type[Event]],
        refusals: Iterable[type[Refusal]],
    ) -> None:
        said, planned = tuple(commands), tuple(internal)
        happening, refusing = tuple(events), tuple(refusals)
        _distinct((*said, *planned, *happening, *refusing))
        self.commands = {command.__name__: command for command in said}
        self.events = {event.__name__: event for event in happening}
        self.refusals = {refusal.__name__: refusal for refusal in refusing}
        inside = (*said, *planned)
        self._command = _decoder(self.commands.values())
        self._inside = _decoder(inside)
        self._event = _decoder(self.events.values())
        self._message = _decoder((*self.events.values(), *self.refusals.values()))

    def command(self, text: bytes | str) -> Command:
        """Decode a command from outside; raises msgspec.ValidationError with the field's path."""
        return self._as(Command, self._command.decode(text))

    def inside_command(self, text: bytes | str) -> Command:
        """Decode a command the hall planned for itself."""
        return self._as(Command, self._inside.decode(text))

    def event(self, text: bytes | str) -> Event:
        """Decode a stored event."""
        return self._as(Event, self._event.decode(text))

    def answer(self, text: bytes | str) -> Answer:
        """Decode an answer from the wire."""
        seq = msgspec.json.decode(text, type=_AnswerHead).seq
        return Answer(seq, self._message.decode(text))

    def stored_answer(self, seq: int, body: str) -> Answer:
        """Decode an answer as it was stored."""
        return Answer(seq, self._message.decode(body))

    @staticmethod
    def encode(message: Event | Refusal) -> str:
        """Encode an answer's message as it is stored."""
        return msgspec.json.encode(message).decode()

    def feed_item(self, text: bytes | str) -> FeedItem:
        """Decode one text of the feed."""
        head = msgspec.json.decode(text, type=_FeedHead)
        if head.kind == "at":
            return StandsAt(head.seq)
        if head.kind == "resnapshot":
            return MustSnapshot(head.seq)
        return Happened(
            seq=head.seq,
            prev=head.prev,
            at=head.at,
            event=self.event(text),
            people=head.people,
            attention=head.attention,
        )

    @staticmethod
    def _as(expected: type[T], value: object) -> T:
        if not isinstance(value, expected):
            raise TypeError(f"{type(value).__name__} is no {expected.__name__}")
        return value


def kind_in(text: bytes | str) -> str:
    """Return the `kind` of a text, empty when there is none; raises msgspec.DecodeError."""
    return msgspec.json.decode(text, type=_Kind).kind


def answer_text(answer: Answer) -> bytes:
    """Encode an answer: the message with the hall's place before it."""
    body = msgspec.json.encode(answer.message)
    return b'{"seq":%d,' % answer.seq + body[1:]


def happened_text(
    seq: int, prev: int, at: str, body: str, people: dict[str, Person], attention: Attention = ""
) -> str:
    """Encode one text of the feed around the stored body of its event."""
    head = f'{{"seq":{seq},"prev":{prev},"at":"{at}",'
    if attention:
        head += f'"attention":"{attention}",'
    if people:
        head += f'"people":{msgspec.json.encode(people).decode()},'
    return head + body[1:]


def _distinct(words: Iterable[type[Message]]) -> None:
    known: dict[str, type[Message]] = {}
    for word in words:
        other = known.setdefault(word.__name__, word)
        if other is not word:
            raise BugError(f"{other.__module__} and {word.__module__} both say {word.__name__}")


def _decoder(types: Iterable[type[msgspec.Struct]]) -> msgspec.json.Decoder[Any]:
    union: Any = Union[tuple(types)]  # noqa: UP007 - built from a tuple at run time
    return msgspec.json.Decoder(union, dec_hook=decode_hook)
