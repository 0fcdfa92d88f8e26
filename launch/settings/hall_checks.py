"""What must hold between the tables of hall.toml, and between them and the matters."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from hall.matters.model import MatterList
from hall.matters.rules import Broken, repeated
from launch.settings.care_checks import check_care
from launch.settings.collecting_checks import check_collecting
from launch.settings.feelings_checks import check_feelings
from launch.settings.hall_schema import PRIORITIES, HallSettings


def check_hall(settings: HallSettings, matters: MatterList | None) -> tuple[Broken, ...]:
    """Return every breach. Without a usable list of matters, `serves` is not looked at."""
    return (
        *_check_identity(settings),
        *_check_unique(settings),
        *_check_places(settings),
        *_check_series(settings),
        *_check_days(settings),
        *_check_languages(settings),
        *_check_staff(settings),
        *check_care(settings),
        *check_feelings(settings),
        *(_check_serves(settings, matters) if matters is not None else ()),
        *(check_collecting(settings, matters) if matters is not None else ()),
    )


def _check_identity(settings: HallSettings) -> Iterator[Broken]:
    name = settings.hall.timezone
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        zones = tuple(available_timezones())
        yield Broken(("hall", "timezone"), f'there is no time zone "{name}".', name, zones)


def _check_unique(settings: HallSettings) -> Iterator[Broken]:
    columns: dict[tuple[str, str], list[object]] = {
        ("zones", "id"): [zone.id for zone in settings.zones],
        ("sound_zones", "id"): [zone.id for zone in settings.sound_zones],
        ("sound_zones", "announcing_station"): [
            zone.announcing_station for zone in settings.sound_zones
        ],
        ("counters", "id"): [counter.id for counter in settings.counters],
        ("counters", "window_number"): [counter.window_number for counter in settings.counters],
        ("clerks", "id"): [clerk.id for clerk in settings.clerks],
        ("staff", "number"): [member.number for member in settings.staff],
        ("loan_items", "id"): [item.id for item in settings.loan_items],
        ("box_items", "id"): [item.id for item in settings.box_items],
        ("box_items", "name"): [item.name for item in settings.box_items],
        ("series", "id"): [series.id for series in settings.series],
        ("series", "prefix"): [series.prefix for series in settings.series],
        ("series", "reading"): [series.reading for series in settings.series],
        ("holidays", "date"): [day.date for day in settings.holidays],
        ("working_days", "date"): [day.date for day in settings.working_days],
        ("cards", "title"): [card.title for card in settings.cards],
        ("languages", "id"): [language.id for language in settings.languages],
    }
    for (table, key), values in columns.items():
        for index in repeated(values):
            yield Broken((table, index, key), f'"{values[index]}" stands here for the second time.')
    counters = [counter.id for counter in settings.counters]
    if settings.guide_desk.id in counters:
        yield Broken(("guide_desk", "id"), f'"{settings.guide_desk.id}" is a counter already.')


def _check_places(settings: HallSettings) -> Iterator[Broken]:
    zones = tuple(zone.id for zone in settings.zones)
    sound_zones = tuple(zone.id for zone in settings.sound_zones)
    for index, counter in enumerate(settings.counters):
        for key, word, valid in (
            ("zone", counter.zone, zones),
            ("sound_zone", counter.sound_zone, sound_zones),
        ):
            if word not in valid:
                yield Broken(("counters", index, key), f'there is no {key} "{word}".', word, valid)


def _check_series(settings: HallSettings) -> Iterator[Broken]:
    priorities = [series.priority for series in settings.series]
    missing = [priority for priority in PRIORITIES if priority not in priorities]
    if missing:
        yield Broken(("series",), f"no series has the priority {', '.join(missing)}.")
    yield from _check_whose_numbers(settings)
    for index, series in enumerate(settings.series):
        if series.prefix.isdigit() or series.prefix.isspace():
            yield Broken(
                ("series", index, "prefix"), "must be a character that is no digit and no space."
            )


def _check_whose_numbers(settings: HallSettings) -> Iterator[Broken]:
    """Every series is for a class or for a queue, and none for what another one is for."""
    columns: dict[str, list[object]] = {
        "priority": [series.priority for series in settings.series],
        "queue": [series.queue for series in settings.series],
    }
    for key, words in columns.items():
        for index in repeated(words):
            if words[index]:
                yield Broken(("series", index, key), f'"{words[index]}" has a series already.')
    for index, series in enumerate(settings.series):
        if (series.priority is None) == (not series.queue):
            yield Broken(("series", index, "id"), "needs either a priority or a queue.")


def _check_days(settings: HallSettings) -> Iterator[Broken]:
    day = settings.business_day
    if day.opens.tzinfo or day.closes.tzinfo or day.opens >= day.closes:
        yield Broken(("business_day", "closes"), "must be later than opens, on the same day.")
    if repeated(day.weekdays):
        yield Broken(("business_day", "weekdays"), "names a weekday twice.")
    holidays = {holiday.date for holiday in settings.holidays}
    for index, extra in enumerate(settings.working_days):
        if extra.date in holidays:
            yield Broken(("working_days", index, "date"), f"{extra.date} is a holiday as well.")


def _check_languages(settings: HallSettings) -> Iterator[Broken]:
    series = {one.id for one in settings.series}
    for index, language in enumerate(settings.languages):
        path = ("languages", index, "series")
        for word in language.series:
            if word not in series:
                yield Broken(path, f'there is no series "{word}".', word, tuple(series))
        missing = sorted(series - set(language.series))
        if missing:
            yield Broken(path, f"there is no reading for {', '.join(missing)}.")


def _check_staff(settings: HallSettings) -> Iterator[Broken]:
    if settings.sign_in.mode == "off":
        return
    numbers = tuple(member.number for member in settings.staff)
    if not numbers:
        yield Broken(("sign_in", "mode"), "nobody could sign in: there is no [[staff]] yet.")
    for index, clerk in enumerate(settings.clerks):
        if clerk.id not in numbers:
            yield Broken(
                ("clerks", index, "id"),
                f'nobody of the staff has the number "{clerk.id}"; clerks sign in too.',
                clerk.id,
                numbers,
            )


def _check_serves(settings: HallSettings, matters: MatterList) -> Iterator[Broken]:
    queues = tuple(queue.id for queue in matters.queues)
    valid = queues + tuple(matter.id for matter in matters.matters)
    for index, counter in enumerate(settings.counters):
        for word in counter.serves:
            if word not in valid:
                known = queues if word[:2].islower() else valid
                yield Broken(
                    ("counters", index, "serves"),
                    f'there is no queue or matter "{word}".',
                    word,
                    known,
                )
        if repeated(counter.serves):
            yield Broken(("counters", index, "serves"), "names something twice.")
    for index, series in enumerate(settings.series):
        if series.queue and series.queue not in queues:
            sentence = f'there is no queue "{series.queue}".'
            yield Broken(("series", index, "queue"), sentence, series.queue, queues)
    served = {
        matter_id for counter in settings.counters for matter_id in _served(matters, counter.serves)
    }
    lonely = [matter.id for matter in matters.matters if matter.id not in served]
    if lonely:
        yield Broken(("counters",), f"no counter serves {', '.join(lonely)}.")


def _served(matters: MatterList, serves: tuple[str, ...]) -> frozenset[str]:
    try:
        return matters.served_by(serves)
    except KeyError:  # a window kind without a queue is told in matters.toml
        return frozenset(matter.id for matter in matters.matters)
