"""A strip that misbehaves: nothing queues up, and what is shown in the end is the newest."""

from __future__ import annotations

import msgspec
import pytest

from devices.ports import Fault, Offline, Ready, StripText, Unknown
from devices.simulated_wire import instant_pace
from led_strip.keeping import KeptStrip
from led_strip.onbon.driver import OnbonConversation, OnbonStrip
from led_strip.simulated_onbon import OnbonCard
from led_strip.simulator import SimulatedStrip
from led_strip.template.description import description_named
from led_strip.template.driver import TemplateConversation, time_passes
from tests.led_strip import counter
from tests.led_strip.counter import calling, shows

KINDS = {
    "onbon": (counter.onbon_simulator, counter.onbon),
    "template": (counter.cpower_simulator, counter.described),
    "template of the other family": (
        counter.onbon_simulator,
        lambda simulator: counter.described(simulator, "onbon_256x16"),
    ),
}


class AtWork:
    def __init__(self, simulator, strip) -> None:
        self.simulator, self.strip, self.statuses = simulator, strip, counter.Statuses()
        self.strip.start(self.statuses)

    def calls(self, number: str) -> None:
        self.strip.show(calling(number))

    def shows(self, number: str) -> None:
        shows(self.simulator, f"请 {number} 到3号窗口")


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def strip(request):
    simulate, drive = request.param
    simulator = simulate()
    at_work = AtWork(simulator, drive(simulator))
    yield at_work
    at_work.strip.stop()


@pytest.fixture
def onbon():
    simulator = counter.onbon_simulator()
    at_work = AtWork(simulator, counter.onbon(simulator))
    yield at_work
    at_work.strip.stop()


def test_after_a_long_silence_only_the_newest_call_is_sent(strip):
    strip.calls("老001")
    strip.shows("老001")
    strip.simulator.control("silent")
    strip.statuses.until_last(Offline("silent"))
    for number in range(2, 12):
        strip.calls(f"老{number:03d}")
    strip.simulator.control("speak")
    strip.shows("老011")
    strip.statuses.until_last(Ready())

    assert strip.simulator.history == ("请 老001 到3号窗口", "请 老011 到3号窗口")


def test_a_pulled_cable_is_told_and_the_newest_call_comes_when_it_is_back(strip):
    strip.calls("老001")
    strip.shows("老001")
    strip.simulator.control("unplug")
    strip.statuses.until_last(Offline("the simulated cable is pulled"))
    strip.calls("老002")
    strip.calls("老003")
    strip.simulator.control("plug")
    strip.shows("老003")

    assert strip.simulator.history[1:] == ("请 老003 到3号窗口",)


@pytest.mark.parametrize(
    ("word", "arguments"),
    [
        ("cut_at", {"count": 0}),
        ("cut_at", {"count": 11}),
        ("late", {"seconds": 0.15}),
        ("garbage", {"count": 300}),
    ],
)
def test_an_answer_that_is_lost_cut_late_or_noise_changes_nothing_for_the_hall(
    strip, word, arguments
):
    strip.calls("老001")
    strip.shows("老001")
    strip.statuses.until_last(Ready())
    strip.simulator.control(word, **arguments)
    strip.calls("老002")
    strip.shows("老002")
    strip.statuses.until_last(Ready())

    assert {type(status) for status in strip.statuses.heard} <= {Ready, Unknown}


def test_a_busy_strip_is_asked_again(onbon):
    onbon.statuses.until_last(Ready())
    onbon.simulator.control("busy", times=2)
    onbon.calls("老001")
    onbon.shows("老001")
    onbon.statuses.until_last(Ready())


def test_a_strip_that_refuses_says_why_and_goes_on_when_it_is_mended(onbon):
    onbon.statuses.until_last(Ready())
    onbon.simulator.control("fault", code=12)
    onbon.calls("老001")
    onbon.statuses.until_last(Fault("font_missing"))
    asked = onbon.simulator.answered
    counter.until(lambda: onbon.simulator.answered > asked + 3, lambda: "it was not asked again")
    assert onbon.statuses.heard[-1] == Fault("font_missing"), "a look made the fault vanish"
    onbon.simulator.control("speak")
    onbon.shows("老001")
    onbon.statuses.until_last(Ready())


def test_a_strip_of_another_address_does_not_answer():
    simulator = SimulatedStrip(lambda on_text: OnbonCard(on_text, address=7), instant_pace)
    at_work = AtWork(simulator, counter.onbon(simulator))
    at_work.statuses.until_last(Offline("silent"))
    at_work.strip.stop()


def test_a_strip_whose_station_died_goes_dark_after_a_minute():
    now_s = [0.0]
    simulator = SimulatedStrip(OnbonCard, instant_pace, clock=lambda: now_s[0])
    conversation = OnbonConversation(OnbonStrip())
    conversation.show(simulator.connect(), calling("老001"))

    now_s[0] = 59.0
    assert simulator.shown == "请 老001 到3号窗口"
    now_s[0] = 60.0
    assert simulator.shown == ""


def test_commands_inside_a_text_are_text_on_the_strip(onbon):
    onbon.strip.show(StripText("\\DH\\C1欢迎"))
    shows(onbon.simulator, "＼DH＼C1欢迎")


def test_a_strip_that_never_answers_is_not_said_to_be_well():
    simulator = counter.cpower_simulator()
    mute = msgspec.structs.replace(description_named("cpower"), ack="", repeat=2)
    at_work = AtWork(simulator, counter.of_description(simulator, mute))
    at_work.calls("老001")
    at_work.shows("老001")
    at_work.strip.stop()

    assert at_work.statuses.heard == [Unknown()]


def test_a_strip_that_stays_silent_is_told_once_however_often_it_is_looked_for():
    simulator, lives = counter.cpower_simulator(), []
    simulator.control("silent")

    def open_link():
        lives.append(simulator.connect())
        return lives[-1]

    mute = msgspec.structs.replace(description_named("cpower"), reply_s=0.01)
    strip = KeptStrip(open_link, TemplateConversation(mute, 1, time_passes), counter.QUICK)
    at_work = AtWork(simulator, strip)
    at_work.calls("老001")
    counter.until(lambda: len(lives) >= 4, lambda: lives)
    at_work.strip.stop()

    assert [one for one in at_work.statuses.heard if one != Unknown()] == [Offline("silent")]
    assert at_work.statuses.heard[-1] == Offline("silent")


def test_what_was_to_be_shown_before_the_start_is_shown_first(onbon):
    simulator = counter.onbon_simulator()
    strip = counter.onbon(simulator)
    strip.show(calling("老001"))
    strip.show(calling("老002"))
    strip.start(counter.Statuses())
    shows(simulator, "请 老002 到3号窗口")
    strip.stop()

    assert simulator.history == ("请 老002 到3号窗口",)
