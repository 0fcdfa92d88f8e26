"""The demo's tour: the whole main job through real windows, real processes and real protocols."""

from __future__ import annotations

import json
import subprocess
import wave
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 120


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tour")
    played = subprocess.run(  # noqa: S603 - our own script
        [ROOT / "run", "demo", "--tour", folder], capture_output=True, text=True, check=False
    )
    assert played.returncode == 0, played.stderr
    return folder


@pytest.fixture(scope="module")
def steps(tour):
    return json.loads((tour / "journal.json").read_text(encoding="utf-8"))["steps"]


def texts_of(steps, did):
    """The words a window showed at the step that starts so."""
    return next(step["texts"] for step in steps if step["did"].startswith(did))


@pytest.mark.slow
@pytest.mark.timeout(LONGEST_S + 60)
def test_the_journal_tells_the_story_from_the_card_to_the_spoken_call(steps):
    number = next(text for text in texts_of(steps, "the slip comes out") if text.startswith("尊"))
    assert "请把身份证放这里" in texts_of(steps, "the kiosk asks for the card")
    assert number in texts_of(steps, "the clerk called")
    assert number in texts_of(steps, f"the counter's screen asks {number}")
    assert number in texts_of(steps, f"the hall board calls {number}")
    assert any(number in step["did"] for step in steps if "was spoken" in step["did"])
    assert texts_of(steps, "the strip above the window") == [f"请 {number} 到3号窗口"]


@pytest.mark.slow
def test_the_tour_stays_within_its_time(steps):
    assert steps[-1]["at_s"] < LONGEST_S


@pytest.mark.slow
def test_every_step_with_a_picture_left_one_that_shows_something(tour, steps):
    pictures = [step["picture"] for step in steps if "picture" in step]
    assert len(pictures) >= 15
    for name in pictures:
        image = QImage(str(tour / name))
        assert image.width() >= 400
        tones = {
            image.pixel(x, y)
            for x in range(0, image.width(), 40)
            for y in range(0, image.height(), 40)
        }
        assert len(tones) > 3, f"{name} is empty"


@pytest.mark.slow
def test_slips_papers_and_sounds_lie_beside_the_journal(tour):
    slips = sorted((tour / "slips").glob("*.png"))
    assert slips
    assert all(path.with_suffix(".bin").stat().st_size > 0 for path in slips)
    assert (tour / "papers" / "slip.pdf").read_bytes().startswith(b"%PDF")
    sounds = sorted((tour / "voice").glob("*.wav"))
    assert sounds
    with wave.open(str(sounds[0])) as sound:
        assert sound.getnframes() > 0


@pytest.mark.slow
def test_the_surname_is_shown_to_its_owner_and_never_spoken(tour, steps):
    assert any("王奶奶" in text for text in texts_of(steps, "the kiosk greets her"))
    spoken = "".join(path.read_text(encoding="utf-8") for path in (tour / "voice").glob("*.jsonl"))
    assert spoken
    assert "王" not in spoken
