"""What a press and a sound mean, told without a window."""

from __future__ import annotations

import pytest

from devices.ports import Offline, Ready
from tests.voice_studio.script import setup, short_script
from tests.voice_studio.takes import room, take
from voice.script import Line
from voice_studio.presenter import StudioPresenter
from voice_studio.views import DoneView, LineView, WordsView
from voice_studio.wishes import Close, Hush, Keep, Listen, Play, PlayKept, PlaySample, Rest

LINES = short_script()
CHUNK = 1920


def studio(*, recorded: tuple[Line, ...] = (), lines: tuple[Line, ...] = LINES) -> StudioPresenter:
    presenter = StudioPresenter(setup(lines), {line.key for line in recorded})
    presenter.microphone(Ready())
    presenter.speaker(Ready())
    return presenter


def says(presenter: StudioPresenter, pcm: bytes) -> None:
    for start in range(0, len(pcm), CHUNK):
        presenter.heard(pcm[start : start + CHUNK])


def reads(presenter: StudioPresenter, words: str, **how: float) -> LineView:
    presenter.press("record")
    says(presenter, take(words, **how))
    return line(presenter)


def page_of(presenter: StudioPresenter) -> str:
    return presenter.page


def line(presenter: StudioPresenter) -> LineView:
    page = presenter.view().page
    assert isinstance(page, LineView)
    return page


def labels(presenter: StudioPresenter) -> list[str]:
    return [key.label for key in presenter.view().keys]


def at_first_line() -> StudioPresenter:
    presenter = studio()
    presenter.press("begin")
    presenter.drain()
    return presenter


def test_it_begins_with_three_hints_and_lets_the_voice_be_seen():
    presenter = studio()
    page = presenter.view().page
    assert isinstance(page, WordsView)
    assert page.numbered
    assert presenter.drain() == [Listen()]
    says(presenter, take("零", after_s=0.0))
    meter = presenter.view().meter
    assert meter is not None
    assert meter.zone == "right"
    assert labels(presenter) == ["开始"]


def test_the_first_line_is_shown_with_its_place_and_a_hint():
    page = line(at_first_line())
    assert (page.words, page.place) == ("零", "数字，第 1 句，共 16 句")
    assert page.hint == "一个字，平平稳稳，像报电话号码"


def test_a_word_with_a_trap_has_a_hint_of_its_own():
    presenter = studio(recorded=LINES[:10])
    presenter.press("begin")
    assert line(presenter).words == "幺"
    assert "电话号码里的 1" in line(presenter).hint


def test_the_dialect_is_named_in_its_hint():
    presenter = studio(recorded=LINES[:-1])
    presenter.press("begin")
    assert line(presenter).words.startswith("恁的号到啦")
    assert "河南话" in line(presenter).hint


def test_a_good_take_is_kept_and_the_next_line_is_recorded_at_once():
    presenter = at_first_line()
    page = reads(presenter, "零")
    assert page_of(presenter) == "good"
    assert page.state == "录好了，0.3 秒"
    assert presenter.drain() == [Rest()]
    presenter.press("next")
    (keep,) = presenter.drain()
    assert isinstance(keep, Keep)
    assert keep.line == LINES[0]
    presenter.kept()
    assert page_of(presenter) == "recording"
    assert line(presenter).words == "一"
    assert presenter.drain() == [Listen()]


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"gain_db": 14.0}, "离话筒远一点"),
        ({"gain_db": -34.0}, "离话筒近一点"),
        ({"noise_db": -36.0}, "关上门窗"),
        ({"before_s": 0.1}, "等一等，再开口"),
    ],
)
def test_a_bad_take_gets_one_sentence_what_to_do(how, sentence):
    presenter = at_first_line()
    page = reads(presenter, "零", **how)
    assert page_of(presenter) == "refused"
    assert sentence in page.notice
    assert page.notice.count("。") == 2
    assert labels(presenter)[0] == "再录一次"
    assert reads(presenter, "零").notice == ""
    assert page_of(presenter) == "good"


def test_the_level_of_a_refused_take_stays_to_be_looked_at():
    presenter = at_first_line()
    reads(presenter, "零", gain_db=14.0)
    meter = presenter.view().meter
    assert meter is not None
    assert meter.zone == "loud"


def test_whoever_says_nothing_is_told_so_after_some_seconds():
    presenter = at_first_line()
    presenter.press("record")
    says(presenter, room(9.0))
    assert "没听见您的声音" in line(presenter).notice


def test_a_reader_may_end_the_take_by_hand():
    presenter = at_first_line()
    presenter.press("record")
    says(presenter, take("零", after_s=0.4))
    assert page_of(presenter) == "recording"
    assert line(presenter).state == "听到了，念完停一停"
    presenter.press("finished")
    assert page_of(presenter) == "good"


def test_stopping_in_the_middle_keeps_nothing():
    presenter = at_first_line()
    presenter.press("record")
    says(presenter, take("零", after_s=0.0))
    presenter.press("halt")
    assert page_of(presenter) == "reading"
    presenter.press("next")
    assert presenter.drain() == []


def test_a_take_can_be_heard_again_and_the_next_step_ends_the_playing():
    presenter = at_first_line()
    reads(presenter, "零")
    presenter.drain()
    presenter.press("listen")
    (play,) = presenter.drain()
    assert isinstance(play, Play)
    assert play.sound.text == "零"
    assert "不听了" in labels(presenter)
    presenter.press("next")
    assert presenter.drain()[0] == Hush()
    presenter.played()
    assert "正在放给您听" not in line(presenter).state


def test_recording_again_throws_the_take_away():
    presenter = at_first_line()
    reads(presenter, "零")
    presenter.press("record")
    assert page_of(presenter) == "recording"
    presenter.press("next")
    assert not any(isinstance(wish, Keep) for wish in presenter.drain())


def test_without_a_loudspeaker_it_says_so_and_recording_goes_on():
    presenter = at_first_line()
    presenter.speaker(Offline("no loudspeaker"))
    page = reads(presenter, "零")
    assert "没有喇叭" in page.hint
    listen = next(key for key in presenter.view().keys if key.name == "key_listen")
    assert listen.mode == "cannot"
    presenter.press("next")
    assert isinstance(presenter.drain()[-1], Keep)


def test_a_full_disk_is_told_and_the_take_is_not_lost():
    presenter = at_first_line()
    reads(presenter, "零")
    presenter.press("next")
    presenter.not_kept("No space left on device")
    assert "存不进去" in line(presenter).notice
    assert page_of(presenter) == "good"
    presenter.drain()
    presenter.press("next")
    assert isinstance(presenter.drain()[0], Keep)


def test_without_a_microphone_it_says_what_to_plug_in_and_goes_on_by_itself():
    presenter = StudioPresenter(setup(LINES), set())
    presenter.microphone(Offline("nothing there"))
    view = presenter.view()
    assert isinstance(view.page, WordsView)
    assert view.page.title == "没有找到话筒"
    assert "插到电脑上" in view.page.lines[0]
    assert view.meter is None
    presenter.microphone(Ready())
    assert page_of(presenter) == "welcome"


def test_a_microphone_pulled_out_in_the_middle_comes_back_to_the_same_line():
    presenter = at_first_line()
    reads(presenter, "零")
    presenter.press("next")
    presenter.kept()
    says(presenter, take("一", after_s=0.0))
    presenter.microphone(Offline("pulled out"))
    assert page_of(presenter) == "no_microphone"
    presenter.microphone(Ready())
    assert page_of(presenter) == "reading"
    assert line(presenter).words == "一"


def test_a_good_take_is_kept_even_when_the_microphone_is_gone():
    presenter = at_first_line()
    reads(presenter, "零")
    presenter.microphone(Offline("pulled out"))
    assert page_of(presenter) == "good"
    presenter.press("next")
    presenter.kept()
    assert page_of(presenter) == "no_microphone"
    presenter.microphone(Ready())
    assert line(presenter).words == "一"


def test_another_day_it_tells_where_it_goes_on():
    presenter = studio(recorded=LINES[:5])
    page = presenter.view().page
    assert isinstance(page, WordsView)
    assert page.title == "上次录了 5 句"
    assert page.lines[0] == "接着从第 6 句“五”录起"
    presenter.press("begin")
    assert line(presenter).words == "五"


def test_going_back_offers_to_hear_the_clip_or_to_record_it_again():
    presenter = studio(recorded=LINES[:5])
    presenter.press("begin")
    presenter.press("back")
    assert line(presenter).place == "数字，第 5 句，录过了"
    assert labels(presenter) == ["重录", "上一句", "听一遍", "下一句"]
    presenter.drain()
    presenter.press("listen")
    assert presenter.drain() == [PlayKept(LINES[4])]
    presenter.press("skip")
    assert line(presenter).words == "五"


def test_at_the_end_it_lists_what_a_machine_still_says_and_how_the_pack_is_used():
    presenter = studio(recorded=LINES[:-1])
    presenter.press("begin")
    presenter.press("skip")
    page = presenter.view().page
    assert isinstance(page, DoneView)
    assert "还有 1 句没录" in page.note
    assert page.open_lines == (LINES[-1].words,)
    assert page.setting == ("[voice]", 'pack = "hall"')
    assert labels(presenter) == ["补录没录的", "听听叫号", "收工"]
    presenter.press("fill")
    assert line(presenter).words == LINES[-1].words


def test_a_long_list_of_open_lines_is_counted_and_not_scrolled():
    presenter = studio()
    presenter.press("begin")
    while page_of(presenter) != "done":
        presenter.press("skip")
    page = presenter.view().page
    assert isinstance(page, DoneView)
    assert page.open_lines == tuple(line.words for line in LINES[:4])
    assert page.more == f"还有 {len(LINES) - 4} 句"


def test_a_whole_pack_is_told_as_done_and_can_be_heard_and_looked_through():
    presenter = studio(recorded=LINES)
    page = presenter.view().page
    assert isinstance(page, DoneView)
    assert (page.title, page.open_lines) == ("都录好了", ())
    assert presenter.view().side.note == "全是您的声音了。"
    presenter.press("sample")
    assert presenter.drain() == [PlaySample()]
    presenter.not_playable()
    page = presenter.view().page
    assert isinstance(page, DoneView)
    assert page.notice == "叫号的词还没录全，先听不了"
    presenter.press("check")
    assert line(presenter).words == "零"
    presenter.microphone(Ready())
    assert page_of(presenter) == "reading"


def test_closing_is_a_wish_like_any_other():
    presenter = studio(recorded=LINES)
    presenter.drain()
    presenter.press("close")
    assert presenter.drain() == [Close()]


def test_the_side_counts_every_chapter():
    side = studio(recorded=LINES[:16]).view().side
    assert side.heading == ("录了", "16", f"句，共 {len(LINES)} 句")
    assert [(row.name, row.complete) for row in side.rows][:2] == [
        ("数字", True),
        ("号的种类", False),
    ]
