"""What every CallStrip owes its counter, whatever stands behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from devices.ports import CallStrip, Offline, Ready, StripText, Unknown
from devices.pty_server import PtyServer
from devices.transport import open_transport
from led_strip.keeping import KeptStrip
from led_strip.memory import MemoryCallStrip
from led_strip.onbon.driver import OnbonConversation, OnbonStrip, build
from tests.led_strip import counter
from tests.led_strip.counter import calling

HARDWARE_URL = "SILVERHALL_CALL_STRIP"


@dataclass
class Setting:
    """A strip, and what a person reads on it."""

    strip: CallStrip
    read: Callable[[], str]
    be_gone: Callable[[], None]
    be_back: Callable[[], None]


def tell(sentence: str) -> None:
    sys.stderr.write(f"\n{sentence}\n")


def memory(_folder):
    strip = MemoryCallStrip()
    yield Setting(
        strip,
        lambda: strip.texts[-1].text if strip.texts else "",
        lambda: strip.set_status(Offline("gone")),
        lambda: strip.set_status(Ready()),
    )


def _over(simulator, strip):
    return Setting(
        strip,
        lambda: simulator.shown,
        lambda: simulator.control("silent"),
        lambda: simulator.control("speak"),
    )


def onbon(_folder):
    simulator = counter.onbon_simulator()
    yield _over(simulator, counter.onbon(simulator))


def template(_folder):
    simulator = counter.cpower_simulator()
    yield _over(simulator, counter.described(simulator))


def on_serial_port(folder):
    simulator = counter.onbon_simulator()
    server = PtyServer(simulator, folder / "strip")
    server.start()
    conversation = OnbonConversation(OnbonStrip(reply_s=0.5))
    strip = KeptStrip(lambda: open_transport(server.url, {}), conversation, counter.QUICK)
    yield _over(simulator, strip)
    server.stop()


def real(_folder):
    """A real Onbon strip at the URL of the environment; a person does and reads what is told."""
    url = os.environ[HARDWARE_URL]

    def read() -> str:
        tell("type what the strip shows")
        return sys.stdin.readline().strip()

    yield Setting(
        build(lambda: open_transport(url, {}), {}),
        read,
        lambda: tell("switch the strip off"),
        lambda: tell("switch the strip on"),
    )


@pytest.fixture(
    params=[
        memory,
        onbon,
        template,
        on_serial_port,
        pytest.param(real, marks=pytest.mark.hardware),
    ],
    ids=lambda setting: setting.__name__,
)
def setting(request, tmp_path):
    made = request.param(tmp_path)
    here = next(made)
    yield here
    here.strip.stop()
    for _ in made:
        pass


@pytest.fixture
def statuses(setting):
    heard = counter.Statuses()
    setting.strip.start(heard)
    counter.until(lambda: bool(heard.heard), lambda: "no status was reported")
    return heard


def shows(setting, text: str) -> None:
    counter.until(lambda: setting.read() == text, setting.read)


def test_what_is_called_can_be_read(setting, statuses):
    setting.strip.show(calling("老012"))
    shows(setting, "请 老012 到3号窗口")
    statuses.until_last(Ready())


def test_each_text_takes_the_place_of_the_one_before(setting, statuses):
    for number in ("老012", "老013", "普004"):
        setting.strip.show(calling(number))
        shows(setting, f"请 {number} 到3号窗口")
    setting.strip.show(StripText("欢迎，请坐"))
    shows(setting, "欢迎，请坐")


def test_a_strip_that_was_gone_shows_the_newest_text_when_it_is_back(setting, statuses):
    setting.strip.show(calling("老012"))
    shows(setting, "请 老012 到3号窗口")
    setting.be_gone()
    counter.until(lambda: isinstance(statuses.heard[-1], Offline), lambda: statuses.heard)
    setting.strip.show(calling("老013"))
    setting.strip.show(calling("老014"))
    setting.be_back()
    shows(setting, "请 老014 到3号窗口")
    statuses.until_last(Ready())


def test_a_strip_that_is_well_reports_no_trouble(setting, statuses):
    setting.strip.show(calling("老012"))
    shows(setting, "请 老012 到3号窗口")
    statuses.until_last(Ready())
    assert not [one for one in statuses.heard if not isinstance(one, Ready | Unknown)]
