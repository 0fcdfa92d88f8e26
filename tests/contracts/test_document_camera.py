"""What every DocumentCamera owes its desk, whatever stands behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from devices.camera_port import PageNotTaken, PageTaken
from devices.ports import Offline, Ready, UserError
from document_camera.driver import build
from document_camera.memory import MemoryDocumentCamera
from tests.document_camera.desk import Person, simulated

HARDWARE_URL = "SILVERHALL_DOCUMENT_CAMERA"


@dataclass
class Setting:
    """Somebody at a camera, and what they can do with papers and cable."""

    person: Person
    lay: Callable[[str], None]
    take_away: Callable[[], None]
    unplug: Callable[[], None]
    plug: Callable[[], None]


def memory() -> Iterator[Setting]:
    camera = MemoryDocumentCamera()
    person = Person(camera)
    person.start()
    yield Setting(
        person,
        lambda defect: camera.put_page("glare" if defect == "glare" else "good"),
        camera.take_away,
        lambda: camera.set_status(Offline("no_camera")),
        lambda: camera.set_status(Ready()),
    )
    camera.stop()


def over_simulator() -> Iterator[Setting]:
    with simulated() as (person, simulator):
        yield Setting(
            person,
            lambda defect: simulator.control("put_page", name="letter", defect=defect),
            lambda: simulator.control("take_away"),
            lambda: simulator.control("unplug"),
            lambda: simulator.control("plug"),
        )


def real() -> Iterator[Setting]:
    """A real camera at the address of the environment; a person does what is told."""

    def tell(sentence: str) -> None:
        sys.stderr.write(f"\n{sentence}\n")

    camera = build(lambda: pytest.fail("no simulator"), {"address": os.environ[HARDWARE_URL]})
    person = Person(camera)
    person.start()
    yield Setting(
        person,
        lambda defect: tell(f"lay a printed A4 page under it {defect}"),
        lambda: tell("take the page away"),
        lambda: tell("pull the cable"),
        lambda: tell("put the cable back"),
    )
    camera.stop()


@pytest.fixture(
    params=[memory, over_simulator, pytest.param(real, marks=pytest.mark.hardware)],
    ids=lambda setting: setting.__name__,
)
def setting(request):
    made = request.param()
    yield next(made)
    for _ in made:
        pass


def works(person: Person) -> bool:
    return bool(person.statuses) and isinstance(person.statuses[-1], Ready | UserError)


@pytest.mark.slow
def test_a_day_at_the_camera(setting):
    person = setting.person
    person.until(lambda: works(person), "a camera that works")

    assert person.refused() == "no_camera", "nobody looks yet"

    person.watch()
    empty = person.until_sees("no_paper")
    assert empty.corners == ()
    assert len(empty.picture.rgb) == 3 * empty.picture.width_px * empty.picture.height_px
    assert max(empty.picture.width_px, empty.picture.height_px) <= 640

    setting.lay("")
    seen = person.until_sees("good")
    assert len(seen.corners) == 4
    assert all(0 <= share <= 1 for corner in seen.corners for share in corner)
    page = person.until_page()
    assert page.jpeg.startswith(b"\xff\xd8")
    assert page.height_px > page.width_px
    assert page.dpi >= 150

    setting.lay("glare")
    person.until_sees("glare")
    assert person.refused() == "glare"
    person.take(anyway=True)
    person.until(lambda: isinstance(person.outcomes[-1], PageTaken), "the page as it is")

    setting.take_away()
    person.until_sees("no_paper")

    setting.unplug()
    person.until(lambda: isinstance(person.statuses[-1], Offline), "a camera that is gone")
    assert person.refused() == "no_camera"
    person.looks.clear()
    setting.plug()
    person.until(lambda: works(person), "a camera that is back")
    person.until_sees("no_paper")  # it goes on looking by itself

    person.camera.rest()
    assert person.refused() == "no_camera"


@pytest.mark.slow
def test_a_page_that_is_wanted_while_the_camera_rests_is_answered_once(setting):
    person = setting.person
    person.until(lambda: works(person), "a camera that works")
    person.watch()
    person.until_sees("no_paper")
    person.take()
    person.camera.rest()
    person.until(lambda: bool(person.outcomes), "an answer")
    person.camera.stop()
    assert len(person.outcomes) == 1
    assert isinstance(person.outcomes[0], PageNotTaken)
