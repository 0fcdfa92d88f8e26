"""A kiosk whose plug is pulled between the number and its paper, as a real process."""

from __future__ import annotations

import json

from PIL import Image

from tests.faults.paper import marked_as_copy
from tests.printer_drivers.eyes import read_number
from tests.stories.site import Kiosk, Site, open_site


def an_elder_takes_a_number(kiosk: Kiosk) -> None:
    kiosk.device("reader", "present_card", specimen="elder_76")
    kiosk.touch("key.continue", "key.group.pension")
    kiosk.touch(kiosk.first_key("key.matter."), "key.yes")


def papers_in_the_hall(site: Site) -> dict[str, str]:
    """Numbers and how their paper came out, as the hall tells every kiosk."""
    board = json.loads(site.looks(site.token("kiosk", "kiosk-1"), "kiosk", "kiosk-1"))["board"]
    return {one["number"]: one["print_state"] for one in board["floor"]["tickets"].values()}


def test_after_a_power_cut_the_kiosk_asks_whose_number_it_is_and_prints_nothing_by_itself(tmp_path):
    with open_site(tmp_path) as site:
        kiosk = site.start_kiosk()
        kiosk.shows("把身份证放这里")
        kiosk.device("printer", "silent_after_cut")
        an_elder_takes_a_number(kiosk)
        kiosk.shows("请稍等，正在打小票")
        kiosk.shows("老001")
        paper = kiosk.falls(1)[0]
        first = paper.read_bytes()
        kiosk.pull_the_plug()
        assert papers_in_the_hall(site) == {"老001": "not_printed"}

        kiosk = site.start_kiosk()
        kiosk.shows("是您的吗？")
        kiosk.shows("老001")
        assert "李" not in kiosk.texts(), "nobody knows any more who stood there"
        assert [one.read_bytes() for one in kiosk.papers()] == [first], "nothing printed by itself"

        kiosk.touch(kiosk.first_key("key.print_mine."))
        kiosk.shows("请拿好小票")
        kiosk.shows("老001")
        with Image.open(paper) as copy:  # the simulator of the new process counts from one again
            assert read_number(copy) == "001"
            assert marked_as_copy(copy)
        assert len(kiosk.papers()) == 1
        site.waits_for(lambda: papers_in_the_hall(site) == {"老001": "printed"})
