"""The kiosk's pages of a paper under its camera, as scenes; the papers with the longest names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hall.kernel.facts import MatterFact
from kiosk.flow import Page
from kiosk.picturing import picturable
from kiosk.session import Lay, Session
from launch.ux_report.site import Site
from launch.ux_report.under_camera import taken
from ui_kit.strings import Strings


def camera_scenes(
    site: Site, words: Strings
) -> Iterator[tuple[str, Page, Session, Mapping[str, object]]]:
    """Yield name, page, session and what else is so, of each."""
    mark = words.get("form_mark")
    longest = max(site.facts.matters, key=lambda one: _longest_name(one, mark))
    papers = picturable(longest, mark)
    index = max(range(len(papers)), key=lambda at: len(papers[at][1]))
    there = {"camera": True}

    def with_paper(lay: Lay) -> Session:
        return Session(stated="60_79", group_id=longest.group, matter=longest, lay=lay)

    yield "confirm-photo", "confirm", with_paper(Lay()), there
    yield "lay", "lay", with_paper(Lay(index)), there
    yield "lay-good", "lay", with_paper(Lay(index, page=12, verdict="good")), there
    yield "lay-taking", "lay", with_paper(Lay(index, verdict="good", taking=True)), there
    yield "lay-away", "lay", with_paper(Lay(index)), {}
    for verdict in ("cut_corner", "glare", "blur", "moving", "too_dark"):
        lay = Lay(index, verdict=verdict, refused=verdict)
        yield f"lay-{verdict.replace('_', '-')}", "lay", with_paper(lay), there
    yield "page-seen", "page_seen", with_paper(Lay(index, jpeg=taken().jpeg)), there


def _longest_name(matter: MatterFact, mark: str) -> int:
    return max((len(plain) for _, plain in picturable(matter, mark)), default=0)
