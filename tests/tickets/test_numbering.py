"""Numbers: unique in their row and day, whoever asks at the same moment, and never at an end."""

import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hall.client.local import LocalGateway
from tests.helpers.halls import Story, StoryOfRoles, open_local_hall, open_remote_hall

BANDS = {"尊": "80_plus", "老": "60_79", "普": "under_60"}


def set_last(hall, series, last):
    with hall.parts.engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            text("UPDATE series_count SET last = :last WHERE series = :series"),
            {"last": last, "series": series},
        )


def test_after_999_comes_1000_and_people_can_still_be_called(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        assert story.ticket().number == "老001"
        set_last(hall, "lao", 997)
        assert [story.ticket().number for _ in range(4)] == ["老998", "老999", "老1000", "老1001"]
        assert story.ticket(band="80_plus").number == "尊001"


def test_the_database_itself_refuses_a_number_twice(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        story.ticket()
        set_last(hall, "lao", 0)
        with pytest.raises(IntegrityError):
            story.ticket()
        set_last(hall, "lao", 1)
        assert story.ticket().number == "老002"


def take_together(story_of, people=8, each=12):
    """Let people take numbers at the same moment, all classes mixed; returns the numbers."""
    numbers: list[str] = []
    start = threading.Barrier(people)

    def take(which):
        story = story_of(which)
        start.wait(20)
        for turn in range(each):
            band = list(BANDS.values())[(which + turn) % 3]
            numbers.append(story.ticket(band=band).number)

    threads = [threading.Thread(target=take, args=(which,)) for which in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return numbers


def without_gaps(numbers):
    rows = {prefix: [n[1:] for n in numbers if n[0] == prefix] for prefix in BANDS}
    assert sum(len(row) for row in rows.values()) == len(numbers)
    return all(sorted(row) == [f"{n:03d}" for n in range(1, len(row) + 1)] for row in rows.values())


def test_eight_at_once_get_eight_different_numbers_in_one_process(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        numbers = take_together(lambda _: Story(LocalGateway(hall)))
    assert len(numbers) == 96
    assert without_gaps(numbers)


def test_eight_kiosks_at_once_get_different_numbers_from_a_real_process(tmp_path):
    with open_remote_hall(tmp_path) as remote:
        kiosks = [remote.gateway("kiosk", "kiosk-1") for _ in range(8)]
        numbers = take_together(lambda which: Story(kiosks[which]))
        assert len(numbers) == 96
        assert without_gaps(numbers)
        board = Story(StoryOfRoles(remote).as_station("partner", "p")).look()
        assert sorted(t.number for t in board.floor.tickets.values()) == sorted(numbers)
