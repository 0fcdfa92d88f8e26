"""The guide of a matter and what to bring in A4, and the ways on where no sheet comes out."""

from __future__ import annotations

import pytest

from devices.ports import Offline, PaperOut, PrintOutcome, Ready
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.facts import LanguageFact
from kiosk.views import BringView, MessageView
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import OWN, tongue
from tests.kiosk.visit import Visit, shown, with_facts

NOT_OUT = PrintOutcome("not_printed", PaperOut())


@pytest.fixture
def with_a4(tmp_path):
    with open_local_hall(tmp_path) as (hall, _clock):
        yield Visit(LocalGateway(hall, "kiosk-1"), prints_a4=True)


def asks_what_to_bring(visit: Visit, matter_id: str = "m-pension") -> str:
    visit.touch("what_to_bring")
    visit.touch("group", "pension")
    return visit.touch("matter", matter_id)


def keys(visit: Visit) -> list[str]:
    body = visit.on.view().body
    assert isinstance(body, BringView | MessageView)
    return [key.action for key in body.keys]


def brought(visit: Visit) -> list[str | None]:
    return [one.matter_id for one in visit.of(RequestHelp) if one.help_kind == "paper"]


def test_the_list_comes_out_in_a4_where_there_is_such_a_printer(with_a4):
    visit = with_a4
    asks_what_to_bring(visit)
    assert visit.touch("print_list") == "list_given"
    (paper,) = visit.papers
    assert paper.name == "bring_list"
    assert "领养老金" in paper.texts()
    assert visit.lists == []


def test_the_guide_of_the_matter_is_one_more_touch(with_a4):
    visit = with_a4
    asks_what_to_bring(visit)
    visit.touch("print_list")
    assert keys(visit) == ["take", "print_guide", "done"]
    assert visit.touch("print_guide") == "list_given"
    assert [paper.name for paper in visit.papers] == ["bring_list", "guide"]
    assert keys(visit) == ["take", "done"]
    assert visit.of(RequestHelp) == []


def test_a_list_that_does_not_come_out_in_a4_comes_out_of_the_other_printer(with_a4):
    visit = with_a4
    visit.a4 = NOT_OUT
    asks_what_to_bring(visit)
    assert visit.touch("print_list") == "list_given"
    assert len(visit.lists) == 1


def test_where_both_printers_fail_there_are_other_ways(with_a4):
    visit = with_a4
    visit.a4 = visit.paper = NOT_OUT
    asks_what_to_bring(visit)
    assert visit.touch("print_list") == "list_failed"
    assert visit.touch("show_list") == "bring"


def test_a_guide_that_does_not_come_out_is_brought(with_a4):
    visit = with_a4
    visit.a4 = NOT_OUT
    asks_what_to_bring(visit)
    visit.touch("print_list")
    assert visit.touch("print_guide") == "help"
    assert brought(visit) == ["m-pension"]
    assert "给您送来" in shown(visit)
    assert visit.touch("back") == "bring"


def test_a_printer_for_a4_that_never_answers_keeps_nobody_waiting(with_a4):
    visit = with_a4
    visit.a4 = None
    asks_what_to_bring(visit)
    assert visit.touch("print_list") == "list_printing"
    assert visit.waits(44) == "list_printing"
    assert visit.waits(2) == "list_given"
    assert len(visit.lists) == 1
    assert visit.touch("print_guide") == "list_printing"
    assert visit.waits(46) == "help"
    assert brought(visit) == ["m-pension"]


def test_a_printer_that_is_away_is_not_waited_for(with_a4):
    visit = with_a4
    visit.device("papers", Offline("unplugged"))
    asks_what_to_bring(visit)
    assert visit.touch("print_list") == "list_given"
    assert visit.papers == []
    assert visit.touch("print_guide") == "help"
    visit.touch("back")
    assert visit.touch("back") == "bring"
    visit.device("papers", Ready())
    visit.touch("print_list")
    assert [paper.name for paper in visit.papers] == ["bring_list"]


def test_a_kiosk_without_such_a_printer_has_the_guide_brought(visit):
    asks_what_to_bring(visit)
    visit.touch("print_list")
    assert visit.touch("print_guide") == "help"
    assert brought(visit) == ["m-pension"]
    assert visit.touch("back") == "list_given"


def test_each_matter_is_brought_a_guide_and_none_twice(visit):
    asks_what_to_bring(visit)
    visit.touch("print_list")
    visit.touch("print_guide")
    visit.look()
    visit.touch("back")
    visit.touch("print_guide")
    assert brought(visit) == ["m-pension"]
    visit.touch("back")
    visit.touch("done")
    asks_what_to_bring(visit, "m-card")
    visit.touch("print_list")
    visit.touch("print_guide")
    assert brought(visit) == ["m-pension", "m-card"]


def test_where_nothing_is_to_be_brought_the_guide_is_still_offered(tmp_path):
    simple = matter("m-pension", "领养老金", "pension", materials=())
    facts = with_facts(FACTS, matters=(simple, *FACTS.matters[1:]))
    with open_local_hall(tmp_path, facts=facts) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"), prints_a4=True)
        asks_what_to_bring(visit)
        assert keys(visit) == ["take", "print_guide", "done"]
        assert visit.touch("print_guide") == "list_given"
        assert visit.papers[0].name == "guide"


def test_nobody_is_given_a_guide_in_a_language_they_did_not_choose(tmp_path):
    names = LanguageFact(
        zone_name="Seniors", guide_desk="the Help Desk", series=FACTS.series, groups=FACTS.groups,
        matters=FACTS.matters,
    )  # fmt: skip
    with open_local_hall(tmp_path, facts=with_facts(FACTS, languages={"en": names})) as (hall, _):
        visit = Visit(LocalGateway(hall, "kiosk-1"), tongues=(OWN, tongue("en")), prints_a4=True)
        visit.touch("language", "en")
        asks_what_to_bring(visit)
        assert visit.touch("print_list") == "list_given"
        assert visit.papers == []
        assert "print_guide" not in keys(visit)


def test_without_the_hall_it_says_whom_to_ask(visit):
    asks_what_to_bring(visit)
    visit.touch("print_list")
    visit.cut()
    assert visit.touch("print_guide") == "help"
    assert "咨询辅导台" in shown(visit)


def test_reading_glasses_are_asked_for_on_the_help_page_and_brought(visit):
    visit.touch("help")
    assert "glasses" in keys(visit)
    assert visit.touch("glasses") == "help"
    assert [one.help_kind for one in visit.of(RequestHelp)] == ["help", "glasses"]
    assert "花镜" in shown(visit)
    assert "glasses" not in keys(visit)
    assert visit.touch("back") == "home"


def test_who_feels_ill_is_not_asked_about_glasses(visit):
    visit.touch("unwell")
    assert "glasses" not in keys(visit)


def test_refused_cash_is_said_on_the_page_of_what_could_not_be_done(visit):
    visit.touch("not_done")
    assert keys(visit) == ["write", "cash"]
    assert visit.touch("cash") == "help"
    asked = [(one.help_kind, one.cash_refused) for one in visit.of(RequestHelp)]
    assert asked == [("not_done", False), ("not_done", True)]
    assert "现金能用" in shown(visit)
    assert "cash" not in keys(visit)
