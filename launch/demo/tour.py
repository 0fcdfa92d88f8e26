"""The tour: a morning's stories played through the real windows and the real wire protocols."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launch.control_client import ControlRefused
from launch.demo.harvest import collect, draw_strips, write_papers
from launch.demo.journal import Journal
from launch.demo.script import Tour
from launch.demo.site import STATIONS, demo_site
from launch.demo.stories import STORIES


class TourBroken(RuntimeError):
    """A story did not go as it should; the message says where."""


def play(folder: Path) -> Path:
    """Play every story into a folder and return the journal's path. Raises TourBroken."""
    folder.mkdir(parents=True, exist_ok=True)
    with demo_site(offscreen=True) as site:
        with _told("the stations start"):
            for station in STATIONS:
                site.start(station)
        journal = Journal(folder, site.controls)
        tour = Tour(site, journal)
        try:
            for story in STORIES:
                with _told(story.__name__):
                    story(tour)
        finally:
            collect(site.state / "prints", folder)
            journal.write()
    draw_strips(folder)
    write_papers(folder)
    return folder / "journal.json"


@contextmanager
def _told(story: str) -> Iterator[None]:
    try:
        yield
    except ControlRefused as fault:
        raise TourBroken(f"the story '{story}' stopped: {fault}") from fault
