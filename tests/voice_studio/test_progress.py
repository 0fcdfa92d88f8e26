"""Where one reads, what is recorded, and where one goes on another day."""

from __future__ import annotations

import pytest

from tests.voice_studio.script import short_script
from voice_studio.clauses import in_clauses
from voice_studio.progress import ChapterCount, Progress

LINES = short_script()


def recorded(*places: int) -> Progress:
    return Progress(LINES, {LINES[place].key for place in places})


def test_a_new_script_begins_with_its_first_line():
    progress = recorded()
    assert progress.number == 1
    assert (progress.recorded, progress.total) == (0, len(LINES))
    assert progress.open_lines() == LINES


def test_it_goes_on_behind_the_last_clip_and_what_was_skipped_comes_at_the_end():
    progress = recorded(0, 1, 4, 5)
    assert progress.current == LINES[6]
    while progress.to_next_open():
        progress.keep()
    assert progress.open_lines() == (LINES[2], LINES[3], LINES[6])
    assert progress.to_first_open()
    assert progress.current == LINES[2]


def test_when_the_last_line_has_a_clip_it_goes_on_with_what_was_skipped():
    progress = recorded(0, len(LINES) - 1)
    assert progress.current == LINES[1]


def test_a_whole_pack_stands_at_its_beginning():
    progress = recorded(*range(len(LINES)))
    assert progress.open_lines() == ()
    assert progress.number == 1
    assert not progress.to_first_open()


def test_skipping_leaves_a_line_open_and_passes_lines_that_have_clips():
    progress = recorded(0, 3)
    progress.to_first_open()
    assert progress.current == LINES[1]
    assert progress.forward()
    assert progress.current == LINES[2]
    assert progress.forward()
    assert progress.current == LINES[4]


def test_one_can_leaf_through_what_is_recorded_line_by_line():
    progress = recorded(*range(len(LINES)))
    for _ in LINES[1:]:
        assert progress.forward()
    assert not progress.forward()
    progress.back()
    assert progress.current == LINES[-2]
    progress.to_start()
    progress.back()
    assert progress.number == 1


def test_chapters_tell_how_far_they_are():
    progress = recorded(0, 1)
    chapters = {one.chapter: one for one in progress.chapters()}
    assert chapters["numbers"] == ChapterCount("numbers", 2, 16)
    assert "matters" not in chapters
    assert progress.place_in_chapter() == (3, 16)
    assert sum(one.lines for one in progress.chapters()) == len(LINES)


def test_clips_that_are_not_in_the_script_do_not_count():
    assert Progress(LINES, {"别的话"}).recorded == 0


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("零", "零"),
        ("您好，这里是老年人服务专区。", "您好，\n这里是老年人服务专区。"),
        ("点“不用身份证取号”，或者叫人帮忙。", "点“不用身份证取号”，\n或者叫人帮忙。"),
        ("一" * 20 + "，二。", "一" * 20 + "，二。"),
    ],
)
def test_a_sentence_is_shown_as_it_is_breathed(words, shown):
    assert in_clauses(words) == shown
