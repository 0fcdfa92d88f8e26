"""The rules of the published list, as pure functions that tell every breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hall.matters.model import Matter, MatterList

MOST_GROUPS = 6
MOST_EXAMPLES = 3
MOST_LINES = 2
LONGEST_LINE = 13  # characters of a list row on the kiosk's panel at the largest type size
BEREAVEMENT_GROUP = "other"
REQUIRED_PAYMENTS = ("cash", "bank_card")


@dataclass(frozen=True)
class Broken:
    """One breach. `path` names fields and indexes, as ("matters", 3, "materials", 0, "form").

    Where a name is not known, `word` is that name and `valid` are the names that would do.
    """

    path: tuple[str | int, ...]
    sentence: str
    word: str = ""
    valid: tuple[str, ...] = ()


def check_matter(matter: Matter) -> tuple[Broken, ...]:
    """Return what one matter breaks by itself; paths start inside the matter."""
    return (
        *_check_papers(matter),
        *_check_days(matter),
        *_check_terms(matter),
        *_check_words(matter),
        *_check_numbers(matter),
    )


def check_list(matters: MatterList) -> tuple[Broken, ...]:
    """Return what the matters break together; paths start at the list."""
    return (
        *_check_ids(matters),
        *_check_groups(matters),
        *_check_names(matters),
        *_check_window_kinds(matters),
    )


def _check_papers(matter: Matter) -> Iterator[Broken]:
    if not any(material.is_main for material in matter.materials):
        yield Broken(("materials",), f"{matter.id} needs at least one material with is_main.")
    for index, material in enumerate(matter.materials):
        if material.deferrable and material.is_main:
            yield Broken(
                ("materials", index, "deferrable"),
                "a main material cannot be handed in later; drop deferrable or is_main.",
            )
        if material.copies < 0:
            yield Broken(("materials", index, "copies"), "cannot be less than 0.")
        for key in ("name", "plain", "form"):
            if not getattr(material, key).strip():
                yield Broken(("materials", index, key), "cannot be empty.")


def _check_days(matter: Matter) -> Iterator[Broken]:
    legal, promised = matter.days_legal, matter.days_promised
    for key, days in (("days_legal", legal), ("days_promised", promised)):
        if days is not None and days < 0:
            yield Broken((key,), "cannot be less than 0; 0 means done on the spot.")
    if legal is not None and promised is not None and promised > legal:
        yield Broken(
            ("days_promised",), f"{promised} days are more than the {legal} that the law allows."
        )
    if matter.confirmed_by_hall and legal is None:
        yield Broken(
            ("confirmed_by_hall",), "a confirmed matter needs days_legal; look it up first."
        )


def _check_terms(matter: Matter) -> Iterator[Broken]:
    missing = [name for name in REQUIRED_PAYMENTS if name not in matter.payment_methods]
    if missing:
        yield Broken(
            ("payment_methods",), f"must contain cash and bank_card; {', '.join(missing)} missing."
        )
    if not matter.agent_ok and not matter.home_visit:
        yield Broken(
            ("home_visit",), "must be true where nobody may act for the elder (agent_ok = false)."
        )
    if matter.bereavement and matter.kiosk_group != BEREAVEMENT_GROUP:
        yield Broken(("kiosk_group",), f'a matter of bereavement belongs to "{BEREAVEMENT_GROUP}".')
    if not matter.accept_at:
        yield Broken(("accept_at",), "must name at least one place.")


def _check_words(matter: Matter) -> Iterator[Broken]:
    for key in ("id", "name", "plain_name", "category", "department", "result"):
        if not getattr(matter, key).strip():
            yield Broken((key,), "cannot be empty.")
    if len(matter.plain_lines) > MOST_LINES:
        yield Broken(("plain_lines",), f"a key has room for {MOST_LINES} lines.")
    if matter.plain_lines and "".join(matter.plain_lines) != matter.plain_name:
        yield Broken(("plain_lines",), "the lines together must be the plain_name.")
    if any(len(line) > LONGEST_LINE for line in matter.key_lines):
        key = "plain_lines" if matter.plain_lines else "plain_name"
        yield Broken(
            (key,), f"a key has room for {LONGEST_LINE} characters a line; break it in plain_lines."
        )


def _check_numbers(matter: Matter) -> Iterator[Broken]:
    ages = [("push_age", age) for age in matter.push_age]
    if matter.eligibility.min_age is not None:
        ages.append(("eligibility", matter.eligibility.min_age))
    for key, age in ages:
        if not 0 <= age <= 120:
            yield Broken((key,), f"{age} is no age in years.")
    if not 1 <= matter.minutes <= 480:
        yield Broken(("minutes",), "must be from 1 to 480.")
    if not 0 <= matter.fee_yuan <= 1_000_000:
        yield Broken(("fee_yuan",), "must be an amount in yuan, 0 for free.")


def _check_ids(matters: MatterList) -> Iterator[Broken]:
    tables = (
        ("places", [place.id for place in matters.places]),
        ("queues", [queue.id for queue in matters.queues]),
        ("groups", [group.id for group in matters.groups]),
        ("matters", [matter.id for matter in matters.matters]),
    )
    for table, ids in tables:
        for index in repeated(ids):
            yield Broken((table, index, "id"), f'"{ids[index]}" stands here for the second time.')
    queue_ids = {queue.id for queue in matters.queues}
    for index, matter in enumerate(matters.matters):
        if matter.id in queue_ids:
            yield Broken(("matters", index, "id"), f'"{matter.id}" is the name of a queue already.')


def _check_groups(matters: MatterList) -> Iterator[Broken]:
    if len(matters.groups) > MOST_GROUPS:
        yield Broken(
            ("groups", MOST_GROUPS), f"the kiosk has room for {MOST_GROUPS} groups, not more."
        )
    for index, group in enumerate(matters.groups):
        if not 1 <= len(group.examples) <= MOST_EXAMPLES:
            yield Broken(
                ("groups", index, "examples"), f"one to {MOST_EXAMPLES} short examples are needed."
            )
        inside = matters.in_group(group.id)
        if not inside:
            yield Broken(("groups", index, "id"), f'no matter belongs to the group "{group.id}".')
    seats = [(matter.kiosk_group, matter.kiosk_order) for matter in matters.matters]
    for index in repeated(seats):
        group_id, order = seats[index]
        yield Broken(
            ("matters", index, "kiosk_order"), f'"{group_id}" has another matter at place {order}.'
        )


def _check_names(matters: MatterList) -> Iterator[Broken]:
    groups = tuple(group.id for group in matters.groups)
    places = tuple(place.id for place in matters.places)
    for index, matter in enumerate(matters.matters):
        if matter.kiosk_group not in groups:
            yield _unknown(("matters", index, "kiosk_group"), "group", matter.kiosk_group, groups)
        for place in matter.accept_at:
            if place not in places:
                yield _unknown(("matters", index, "accept_at"), "place", place, places)


def _check_window_kinds(matters: MatterList) -> Iterator[Broken]:
    owner: dict[str, str] = {}
    for index, queue in enumerate(matters.queues):
        for kind in queue.window_kinds:
            if kind in owner:
                yield Broken(
                    ("queues", index, "window_kinds"),
                    f'"{kind}" already belongs to the queue "{owner[kind]}".',
                )
            owner.setdefault(kind, queue.id)
    for index, matter in enumerate(matters.matters):
        if matter.window_kind not in owner:
            yield Broken(
                ("matters", index, "window_kind"),
                f'no queue has "{matter.window_kind}" in its window_kinds.',
            )


def repeated(values: Iterable[object]) -> list[int]:
    """Return the index of every value that stood earlier in the row already."""
    seen: set[object] = set()
    again: list[int] = []
    for index, value in enumerate(values):
        if value in seen:
            again.append(index)
        seen.add(value)
    return again


def _unknown(path: tuple[str | int, ...], what: str, word: str, valid: tuple[str, ...]) -> Broken:
    return Broken(path, f'there is no {what} "{word}".', word, valid)
