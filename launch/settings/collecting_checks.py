"""What must hold where a hall gives numbers to people who only collect something."""

from __future__ import annotations

from collections.abc import Iterator

from hall.kernel.facts import COLLECTING
from hall.matters.model import MatterList
from hall.matters.rules import Broken
from launch.settings.hall_schema import HallSettings


def check_collecting(settings: HallSettings, matters: MatterList) -> Iterator[Broken]:
    """Give every breach; a hall where nothing is collected has none."""
    if settings.collecting.queue:
        yield from _check_names(settings, matters)
        yield from _check_place(settings, matters)


def _check_names(settings: HallSettings, matters: MatterList) -> Iterator[Broken]:
    if not settings.collecting.name.strip():
        yield Broken(("collecting", "name"), "cannot be empty.")
    for index, language in enumerate(settings.languages):
        if not language.collecting.strip():
            sentence = "has no word for what is collected; [collecting] needs one."
            yield Broken(("languages", index, "collecting"), sentence)
    if COLLECTING in matters or any(queue.id == COLLECTING for queue in matters.queues):
        sentence = f'the list has something called "{COLLECTING}" already; name that otherwise.'
        yield Broken(("collecting", "queue"), sentence)


def _check_place(settings: HallSettings, matters: MatterList) -> Iterator[Broken]:
    one = settings.collecting
    queues = tuple(queue.id for queue in matters.queues)
    groups = tuple(group.id for group in matters.groups)
    if one.queue not in queues:
        sentence = f'there is no queue "{one.queue}".'
        yield Broken(("collecting", "queue"), sentence, one.queue, queues)
    elif not any(one.queue in counter.serves for counter in settings.counters):
        yield Broken(("collecting", "queue"), f'no counter serves "{one.queue}".')
    if one.group not in groups:
        sentence = f'there is no group "{one.group}".'
        yield Broken(("collecting", "group"), sentence, one.group, groups)
