"""What the tour plays: a morning's stories, each a few touches of the people in the hall."""

from __future__ import annotations

from launch.demo.agency import somebody_acts_for_an_elder
from launch.demo.at_home import homes_are_come_to
from launch.demo.at_the_desk import the_desk_finds_her_and_lends_glasses
from launch.demo.feelings import she_says_how_it_was
from launch.demo.illness import somebody_is_taken_ill
from launch.demo.not_done import something_could_not_be_done
from launch.demo.script import Tour, label_in
from launch.demo.side_by_side import papers_are_gone_through, she_comes_back_with_the_code
from launch.demo.taking_home import (
    a_certificate_is_collected,
    papers_to_take_home,
    the_clerk_reads_the_papers,
)
from launch.words import words_of


def everything_is_ready(tour: Tour) -> None:
    """The stations have found their hall; the morning is on the boards."""
    tour.kiosk.ask("await", key="key.start", within_s=20)
    tour.journal.look("kiosk", "the kiosk waits", "kiosk_home")
    tour.awaits("board", ":")
    tour.journal.look("board", "the hall board between two calls", "board_rest")


def a_clerk_sits_down(tour: Tour) -> None:
    """Li Min opens window 3 at her console."""
    tour.touch("console", "clerk_c01")
    tour.site.controls["console"].ask("await", key="key_call", within_s=10)
    tour.journal.look("console", "the clerk has opened the window", "console_open")
    tour.journal.look("counter", "the counter's screen invites", "counter_idle")


def an_elder_takes_a_number(tour: Tour) -> str:
    """A lady of 85 puts her card down, touches three keys and takes her slip."""
    tour.touch("kiosk", "key.start")
    tour.kiosk.ask("await", key="key.no_card", within_s=5)
    tour.journal.look("kiosk", "the kiosk asks for the card", "kiosk_card")
    tour.simulate("reader", "present_card", specimen="elder_85")
    tour.kiosk.ask("await", key="key.continue", within_s=8)
    tour.journal.look("kiosk", "the kiosk greets her", "kiosk_greeting")
    tour.simulate("reader", "take_card")
    tour.touch("kiosk", "key.continue")
    tour.kiosk.ask("await", key="key.group.subsidy", within_s=15)
    tour.journal.look("kiosk", "what for?", "kiosk_groups")
    tour.touch("kiosk", "key.group.subsidy")
    tour.kiosk.ask("await", key="key.matter.EL001", within_s=5)
    tour.journal.look("kiosk", "which one?", "kiosk_matters")
    tour.touch("kiosk", "key.matter.EL001")
    tour.kiosk.ask("await", key="key.yes", within_s=5)
    tour.journal.look("kiosk", "is that right?", "kiosk_confirm")
    tour.touch("kiosk", "key.yes")
    tour.kiosk.ask("await", key="key.done", within_s=15)
    tour.settle()
    texts = tour.journal.look("kiosk", "the slip comes out", "kiosk_ticket")
    return label_in(texts)


def a_clerk_calls(tour: Tour) -> None:
    """The clerk presses F1: counter screen, hall board and voice show and say the number."""
    tour.site.controls["console"].ask("key", text="F1")
    tour.journal.note("console", "press F1")
    tour.site.controls["console"].ask("await", key="key_start", within_s=10)
    label = label_in(tour.journal.look("console", "the clerk called", "console_called"))
    tour.awaits("counter", label)
    tour.journal.look("counter", f"the counter's screen asks {label}", "counter_calling")
    tour.journal.note("counter", "the strip above the window", texts=[tour.lamps(label)])
    tour.awaits("board", label)
    tour.journal.look("board", f"the hall board calls {label}", "board_call")
    tour.touch("console", "key_start")
    tour.site.controls["console"].ask("await", key="key_finish", within_s=5)
    tour.settle()
    tour.journal.look("console", "the visitor sits at the counter", "console_serving")
    tour.journal.look("counter", f"{label} is being served", "counter_serving")


def the_paper_runs_out(tour: Tour) -> None:
    """No paper: the number is shown giant, and the guide is told."""
    tour.touch("kiosk", "key.done")
    tour.kiosk.ask("await", key="key.start", within_s=5)
    tour.simulate("printer", "paper_out")
    tour.simulate("reader", "present_card", specimen="elder_66")
    tour.touch("kiosk", "key.continue")
    tour.simulate("reader", "take_card")
    tour.touch("kiosk", "key.group.identity")
    tour.touch("kiosk", "key.matter.EL004")
    tour.touch("kiosk", "key.yes")
    tour.kiosk.ask("await", key="key.remembered", within_s=15)
    tour.settle()
    label = label_in(tour.journal.look("kiosk", "no paper: remember the number", "kiosk_no_paper"))
    tour.touch("guide", "area_arrivals")
    tour.awaits("guide", label)
    tour.journal.look("guide", f"the guide sees that {label} has no paper", "guide_no_paper")
    tour.touch("kiosk", "key.remembered")
    tour.simulate("printer", "paper_in")
    tour.touch("guide", f"reprint_{label}")
    tour.awaits("guide", words_of("guide").get("given_printed"))
    tour.journal.look("guide", f"{label} came out at the guide's desk", "guide_reprinted")
    tour.touch("guide", "given_done")
    tour.touch("guide", "area_take")


def the_call_was_heard(tour: Tour) -> None:
    """What the loudspeaker said of the number at window 3, while others went on."""
    label = label_in(tour.site.controls["console"].ask("texts")["texts"])
    tour.journal.note("board", f"the call was spoken: {tour.spoken(label)}")


def somebody_asks_for_help(tour: Tour) -> None:
    """One touch on the amber key; the guide answers."""
    tour.touch("kiosk", "help")
    tour.settle()
    tour.journal.look("kiosk", "help is coming", "kiosk_help")
    tour.awaits("guide", words_of("guide").get("rail_waits"), within_s=8)
    tour.journal.look("guide", "somebody waits, whatever the guide does", "guide_told")
    tour.touch("guide", "area_tasks")
    controls = tour.site.controls["guide"]
    controls.ask("await", key="help_1_go", within_s=8)
    tour.journal.look("guide", "the guide sees who asks", "guide_help")
    tour.touch("guide", "help_1_go")
    tour.touch("kiosk", "back")


def what_to_bring(tour: Tour) -> None:
    """Somebody only wants to know which papers to bring."""
    tour.touch("kiosk", "key.what_to_bring")
    tour.touch("kiosk", "key.group.medical")
    tour.touch("kiosk", "key.matter.EL025")
    tour.kiosk.ask("await", key="key.take", within_s=5)
    tour.settle()
    tour.journal.look("kiosk", "the papers to bring, in large print", "kiosk_bring")
    papers_to_take_home(tour)
    tour.touch("kiosk", "key.done")


def the_reader_is_gone(tour: Tour) -> None:
    """The reader's cable is pulled: there is another way at once."""
    tour.simulate("reader", "unplug")
    tour.touch("kiosk", "key.start")
    tour.kiosk.ask("await", key="key.no_card", within_s=8)
    tour.settle()
    tour.journal.look("kiosk", "another way without the reader", "kiosk_reader_gone")
    tour.simulate("reader", "plug")
    tour.touch("kiosk", "key.no_card")
    tour.kiosk.ask("await", key="key.age.80_plus", within_s=5)
    tour.journal.look("kiosk", "the age is asked and believed", "kiosk_age")
    tour.touch("kiosk", "back")
    tour.touch("kiosk", "back")
    tour.kiosk.ask("await", key="key.start", within_s=5)


def the_guide_takes_a_number(tour: Tour) -> None:
    """Two touches at the guide desk for somebody without a card."""
    tour.touch("guide", "area_take")
    tour.touch("guide", "band_80_plus")
    tour.touch("guide", "group_pension")
    tour.awaits("guide", words_of("guide").get("given_printed"))
    tour.journal.look("guide", "a number in two touches", "guide_number")


def the_hall_is_killed(tour: Tour) -> None:
    """The hall process dies: every screen says so, and all come back by themselves."""
    tour.site.kill_hall()
    tour.awaits("board", words_of("display").get("stale"), within_s=6)
    tour.journal.look("board", "the board says that it may be old", "board_stale")
    tour.journal.look("kiosk", "the kiosk leads to the guide desk", "kiosk_hall_gone")
    tour.kiosk.ask("await", key="key.start", within_s=30)
    tour.journal.look("kiosk", "the hall is back", "kiosk_back")


STORIES = (
    everything_is_ready,
    a_clerk_sits_down,
    an_elder_takes_a_number,
    the_desk_finds_her_and_lends_glasses,
    a_clerk_calls,
    the_paper_runs_out,
    the_call_was_heard,
    somebody_asks_for_help,
    what_to_bring,
    a_certificate_is_collected,
    the_reader_is_gone,
    the_guide_takes_a_number,
    papers_are_gone_through,
    she_comes_back_with_the_code,
    the_clerk_reads_the_papers,
    something_could_not_be_done,
    somebody_acts_for_an_elder,
    homes_are_come_to,
    somebody_is_taken_ill,
    she_says_how_it_was,
    the_hall_is_killed,
)
