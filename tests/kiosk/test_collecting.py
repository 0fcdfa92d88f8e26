"""Whoever comes for a certificate or a result: a number of a short row of its own, no papers."""

from __future__ import annotations

import msgspec
import pytest

from hall.calls.messages import CallNext, NobodyWaiting, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.facts import COLLECTING, CounterFact, LanguageFact, SeriesFact
from hall.tickets.messages import NoSuchMatter, TakeTicket
from hall.visits.messages import BeginVisit, OpenCase
from kiosk.views import ChoiceView, MessageView
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown

ISSUES = msgspec.structs.replace(
    FACTS,
    collecting=matter(COLLECTING, "领证、取结果", "other", queue="collect", materials=()),
    series=(
        *FACTS.series,
        SeriesFact(id="zheng", prefix="证", queue="collect", reading="领证号"),
    ),
    counters=(
        *FACTS.counters,
        CounterFact(id="c4", window_number=4, name="发证", serves=("collect",), sound_zone="hall"),
    ),
)


@pytest.fixture
def at_issuing(tmp_path):
    with open_local_hall(tmp_path, facts=ISSUES) as (hall, _clock):
        yield Visit(LocalGateway(hall, "kiosk-1"))


def rows(visit: Visit) -> list[str]:
    body = visit.on.view().body
    assert isinstance(body, ChoiceView)
    return [key.argument for key in body.keys]


def test_who_comes_for_a_certificate_has_a_number_one_touch_after_the_card(at_issuing):
    visit = at_issuing
    assert visit.touch("collect") == "card"
    assert visit.put(card()) == "greeting"
    assert visit.spoken() == "confirm"
    assert "您来：" in shown(visit)
    assert "领证、取结果" in visit.said[-1]
    assert visit.touch("yes") == "slip"
    (slip,) = visit.slips
    assert (slip.seal, slip.digits) == ("证", "001")
    assert visit.of(TakeTicket)[0].matter_id == COLLECTING
    assert visit.of(RequestHelp) == []


def test_without_a_card_it_takes_three_touches(at_issuing):
    visit = at_issuing
    visit.touch("collect")
    assert visit.touch("no_card") == "no_card"
    assert visit.touch("age", "60_79") == "confirm"
    assert visit.touch("yes") == "slip"
    assert visit.slips[0].seal == "证"


def test_who_put_the_card_down_first_finds_it_as_the_first_of_its_group(at_issuing):
    visit = at_issuing
    visit.put(card())
    visit.spoken()
    visit.touch("group", "other")
    assert rows(visit)[0] == COLLECTING
    assert visit.touch("matter", COLLECTING) == "confirm"
    assert visit.touch("no") == "matters"
    assert COLLECTING in rows(visit)


def test_it_is_called_by_the_window_that_issues_and_by_no_other(at_issuing):
    visit = at_issuing
    visit.touch("collect")
    visit.put(card())
    visit.spoken()
    visit.touch("yes")
    asks = visit.gateway.handle
    for counter in ("c1", "c4"):
        asks(OpenCounter(command_id=f"open-{counter}", counter_id=counter, clerk_id="k1"))
    nobody = asks(CallNext(command_id="call-1", counter_id="c1")).message
    assert isinstance(nobody, NobodyWaiting)
    called = asks(CallNext(command_id="call-4", counter_id="c4")).message
    assert called.ticket.number == "证001"


def test_nobody_is_told_what_to_bring_for_it(at_issuing):
    visit = at_issuing
    visit.touch("what_to_bring")
    visit.touch("group", "other")
    assert COLLECTING not in rows(visit)


def test_the_published_list_does_not_name_it():
    assert COLLECTING not in {one.id for one in ISSUES.matters}
    assert ISSUES.matter(COLLECTING) is ISSUES.collecting


def test_a_checklist_is_not_laid_out_for_what_is_ready(at_issuing):
    asks = at_issuing.gateway.handle
    begun = asks(BeginVisit(command_id="b", station_id="kiosk-1", matter_id=COLLECTING)).message
    opened = asks(OpenCase(command_id="o", visit_id=begun.visit.id, station_id="kiosk-1"))
    assert isinstance(opened.message, NoSuchMatter)


def test_it_has_a_word_in_every_language_of_the_hall():
    english = matter(COLLECTING, "Collect my papers", "other", queue="collect", materials=())
    names = LanguageFact(
        zone_name="Senior Services", guide_desk="the Help Desk", series=(), groups=(), matters=(),
        collecting=english,
    )  # fmt: skip
    facts = msgspec.structs.replace(ISSUES, languages={"en": names})
    assert facts.in_language("en").matter(COLLECTING) == english


def test_a_hall_that_issues_nothing_here_sends_a_person(visit):
    assert visit.touch("collect") == "help"
    assert visit.of(RequestHelp)[0].help_kind == "collect"
    body = visit.on.view().body
    assert isinstance(body, MessageView)
    assert "带您去领" in body.title


def test_back_at_the_card_forgets_what_was_chosen(at_issuing):
    visit = at_issuing
    visit.touch("collect")
    assert visit.touch("back") == "home"
    visit.put(card())
    assert visit.spoken() == "groups"
