"""One try at one card: find, select, read, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from devices.ports import IdCard
from id_reader.sdt.frames import ADDRESS, FIND, READ, SELECT, Command, FrameRefused, Reply
from id_reader.sdt.resident import CardWords, NotUsable, decode_card, newest_address
from id_reader.sdt.sam_link import NoAnswer, SamLink
from id_reader.sdt.status import Reaction, Unreadable, meaning_of


@dataclass(frozen=True)
class NoCard:
    """Nothing was found."""


@dataclass(frozen=True)
class CardFailed:
    """A card was found and could not be used.

    `disturbed` is set when the link lost step, so that it must be brought back first.
    """

    code: Unreadable
    disturbed: NoAnswer | FrameRefused | None = None


@dataclass(frozen=True)
class CardRead:
    """A card was read whole, by one read."""

    card: IdCard


def try_card(
    sam: SamLink,
    words: CardWords,
    go_on: Callable[[], bool],
    *,
    with_newest_address: bool,
) -> NoCard | CardFailed | CardRead:
    """Look for a card and read it.

    When `go_on` says no after the search, what was found is left for the next search.
    Raises LinkLost and TemporaryFault, and what `find` alone may raise: NoAnswer, FrameRefused.
    """
    reply = sam.ask(FIND)
    if meaning_of(reply.status).reaction is not Reaction.FOUND or not go_on():
        return NoCard()
    try:
        return _read_found_card(sam, words, with_newest_address=with_newest_address)
    except NotUsable as error:
        return CardFailed(error.code)
    except (NoAnswer, FrameRefused) as error:
        return CardFailed("bad_data", disturbed=error)


def _read_found_card(sam: SamLink, words: CardWords, *, with_newest_address: bool) -> CardRead:
    _ask_for_done(sam, SELECT)
    card = decode_card(_ask_for_done(sam, READ).data, words)
    if with_newest_address:
        reply = sam.ask(ADDRESS)
        if meaning_of(reply.status).reaction is Reaction.DONE and reply.data:
            card = replace(card, address=newest_address(reply.data))
    return CardRead(card)


def _ask_for_done(sam: SamLink, command: Command) -> Reply:
    reply = sam.ask(command)
    meaning = meaning_of(reply.status)
    if meaning.reaction is not Reaction.DONE:
        raise NotUsable(meaning.unreadable)
    return reply


def old_card_answers(sam: SamLink) -> bool:
    """Return whether the card that was read still lies there: only then 30 03 is answered."""
    reaction = meaning_of(sam.ask(ADDRESS).status).reaction
    return reaction in {Reaction.DONE, Reaction.NOT_ON_CARD}


def finds_nothing(sam: SamLink) -> bool:
    """Return whether a search finds no card; a card already read may answer like that too."""
    return meaning_of(sam.ask(FIND).status).reaction is Reaction.NO_CARD
