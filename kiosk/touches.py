"""What each key does besides turning the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from hall.help.messages import HelpEvent, HelpKind, RequestHelp
from hall.kernel.messages import Answer, Command
from hall.tickets.messages import AddNeeds, AgeBand
from kiosk.catalogue import sole_matter
from kiosk.flow import NUMBER_STAYS, Action, next_page
from kiosk.session import Comfort, Company, HelpReason
from kiosk.wishes import Hush, SetVolume
from ui_kit.line_break import run_on

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

VOLUME_STEPS = 3
HELP_KINDS: dict[HelpReason, HelpKind] = {
    "help": "help", "unwell": "unwell", "collect": "collect", "not_done": "not_done",
    "unclear": "help", "refused": "help", "accompany": "accompany", "glasses": "glasses",
    "paper": "paper", "cash": "not_done",
}  # fmt: skip


class Touches:
    """The deeds behind the keys of one presenter."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = on = presenter
        self._comforts: dict[str, Callable[[], None]] = {
            "again": self._again, "slower": self._slower, "louder": self._louder,
            "larger": self._larger, "lower": self._lower,
        }  # fmt: skip
        self._deeds: dict[str, Callable[[str], bool]] = {
            "age": self._age, "group": self._group, "matter": self._matter,
            "previous_page": lambda _: self._turn(-1), "next_page": lambda _: self._turn(1),
            "for_family": self._for_family, "for_other": self._for_other, "no": self._no,
            "back": self._back,
            "reprint": self._reprint, "print_mine": self._print_mine, "yes": self._yes,
            "help": lambda _: self._help("help"), "unwell": lambda _: self._help("unwell"),
            "collect": self._collect, "unclear": lambda _: self._help("unclear"),
            "not_done": lambda _: self._help("not_done"), "language": self._language,
            "wipe": self._wipe, "written": self._written,
            "undo": lambda _: on.undoing.ask(), "choose_again": self._choose_again,
            "walks": lambda _: self._accompany("walks"),
            "wheelchair": lambda _: self._accompany("wheelchair"),
            "hearing": lambda _: self._accompany("hearing"),
            "print_list": lambda _: on.listing.ask(),
            "print_guide": lambda _: on.listing.ask_guide(),
            "glasses": lambda _: self._help("glasses"),
            "cash": lambda _: self._help("cash"),
            "mistaken": lambda _: on.mistaken.take_back(),
            "photo": lambda _: on.picturing.begin(), "skip": lambda _: on.picturing.skip(),
            "shoot": lambda _: on.picturing.shoot(), "photo_done": self._yes,
            "use_page": lambda _: on.picturing.keep(more=False),
            "more_pages": lambda _: on.picturing.keep(more=True),
            "shoot_again": lambda _: on.picturing.again(),
            "face": on.saying.face,
        }  # fmt: skip

    def touch(self, action: str, argument: str) -> None:
        """Do what a key asks for; a key that means nothing on this page does nothing."""
        on = self._on
        if action in self._comforts:
            self._comforts[action]()
            return
        if not self._means(action):
            return
        deed = self._deeds.get(action)
        if deed is not None and not deed(argument):
            return
        on.move(cast(Action, action))

    def passed(self) -> None:
        """After the greeting: nothing is asked that is known already."""
        on = self._on
        matter = on.session.matter or sole_matter(on.facts)
        if on.page != "groups" or matter is None:
            return
        preset = on.session.matter is not None
        on.session = replace(on.session, matter=matter, group_id=matter.group)
        on.jump("confirm" if preset else "printing")
        if not preset:
            on.giving.take()

    def ask_for_help(self, reason: HelpReason) -> None:
        """Call a person, once for each kind while nobody has come.

        Each is accompanied alone, and each matter has a guide of its own.
        """
        on = self._on
        on.session = replace(on.session, help_reason=reason, note="")
        kind = HELP_KINDS[reason]
        ticket_id = on.session.ticket.id if on.session.ticket else None
        matter = on.session.matter
        matter_id = matter.id if matter is not None and kind == "paper" else None
        asked = {
            _errand(seen.kind, seen.ticket_id, seen.matter_id) for seen in on.board.helps.values()
        } | {
            _errand(one.help_kind, one.ticket_id, one.matter_id)
            for one in on.outbox.commands()
            if isinstance(one, RequestHelp)
        }
        cash = reason == "cash"  # says more of what is asked already
        if _errand(kind, ticket_id, matter_id) in asked and not cash:
            return
        command = RequestHelp(
            command_id=on.setup.new_id(),
            station_id=on.setup.station_id,
            help_kind=kind,
            ticket_id=ticket_id,
            matter_id=matter_id,
            cash_refused=cash,
        )
        on.send(command)
        self._asks(kind, command.command_id)
        if kind == "unwell":
            on.mistaken.given(command)

    def answered(self, command: Command, answer: Answer) -> None:
        """Learn which request it became, so that a note of the same person finds it."""
        made = answer.message
        if not isinstance(made, HelpEvent):
            return
        if self._on.session.asked.get(made.help.kind) == command.command_id:
            self._asks(made.help.kind, made.help.id)

    def _asks(self, kind: HelpKind, asked_id: str) -> None:
        on = self._on
        on.session = replace(on.session, asked={**on.session.asked, kind: asked_id})

    def _means(self, action: str) -> bool:
        on = self._on
        return next_page(on.page, cast(Action, action), on.under) is not None

    def _age(self, band: str) -> bool:
        if band not in get_args(AgeBand):
            return False
        self._on.session = replace(self._on.session, stated=cast(AgeBand, band))
        return True

    def _group(self, group_id: str) -> bool:
        self._on.session = replace(self._on.session, group_id=group_id, page_no=0, matter=None)
        return True

    def _matter(self, matter_id: str) -> bool:
        matter = self._on.facts.matter(matter_id)
        if matter is None:
            return False
        self._on.session = replace(self._on.session, matter=matter)
        return True

    def _collect(self, _argument: str) -> bool:
        """What is collected is chosen before the card; where nothing is, a person shows the way."""
        on = self._on
        if on.facts.collecting is None:
            self.ask_for_help("collect")
            on.move("help")
            return False
        on.session = replace(on.session, matter=on.facts.collecting)
        return True

    def _turn(self, pages: int) -> bool:
        session = self._on.session
        self._on.session = replace(session, page_no=max(0, session.page_no + pages))
        return True

    def _language(self, chosen: str) -> bool:
        """Speak and show another language until the visit ends; the page stays."""
        on = self._on
        if chosen not in {tongue.id for tongue in on.tongues}:
            return False
        self._set(language="" if chosen == on.tongues[0].id else chosen)
        on.say(run_on(on.tongue.names.spoken("key"), on.keypad.page_text()))
        return False

    def _wipe(self, _argument: str) -> bool:
        self._on.writing.wipe()
        self._on.say(self._on.tongue.words.spoken("write_wiped"))
        return False

    def _written(self, _argument: str) -> bool:
        if self._on.writing.hand_in():
            return True
        self._on.say(self._on.tongue.words.spoken("write_empty"))
        return False

    def _for_family(self, _argument: str) -> bool:
        self._on.session = replace(self._on.session, for_family=True)
        return True

    def _no(self, _argument: str) -> bool:
        self._on.session = replace(self._on.session, matter=None)
        return True

    def _back(self, _argument: str) -> bool:
        on = self._on
        if on.page == "confirm":
            on.session = replace(on.session, matter=None)
        if on.page == "elder_age":
            on.session = replace(on.session, for_family=False)
            if on.session.matter is not None:
                on.jump("confirm")
                return False
        return True

    def _yes(self, _argument: str) -> bool:
        self._on.giving.take()
        return True

    def _for_other(self, _argument: str) -> bool:
        self._on.session = replace(self._on.session.restarted_number(), for_family=True)
        self._on.giving.take(for_other=True)
        return True

    def _reprint(self, _argument: str) -> bool:
        ticket = self._on.session.ticket
        if ticket is None:
            return False
        self._on.session = self._on.session.restarted_number()
        self._on.giving.reprint(ticket.id)
        return True

    def _print_mine(self, ticket_id: str) -> bool:
        ticket = self._on.board.floor.tickets.get(ticket_id)
        if ticket is None:
            return False
        matter = self._on.facts.matter(ticket.matter_id)
        self._on.session = replace(self._on.session, matter=matter)
        self._on.giving.reprint(ticket.id)
        return True

    def _choose_again(self, _argument: str) -> bool:
        self._on.session = self._on.session.choosing_again()
        return True

    def _accompany(self, company: Company) -> bool:
        """Somebody comes to go along; whoever hears badly is fetched when the number is called."""
        on, ticket = self._on, self._on.session.ticket
        on.session = replace(on.session, company=company)
        if ticket is not None and company != "walks":
            on.send(
                AddNeeds(
                    command_id=on.setup.new_id(),
                    ticket_id=ticket.id,
                    station_id=on.setup.station_id,
                    needs=(company,),
                )
            )
        if company != "hearing":
            self.ask_for_help("accompany")
        return True

    def _help(self, reason: HelpReason) -> bool:
        on = self._on
        self.ask_for_help(reason)
        if on.page in NUMBER_STAYS:
            on.say(on.tongue.words.spoken("help_unwell" if reason == "unwell" else "help"))
            return False
        return True

    def _again(self) -> None:
        self._on.say_page()

    def _slower(self) -> None:
        comfort = self._set(slow=not self._on.comfort.slow)
        self._confirm("slower", on=comfort.slow)

    def _larger(self) -> None:
        """Large, then yellow on black as well, then as it was."""
        comfort = self._on.comfort
        large, contrast = not comfort.contrast, comfort.large and not comfort.contrast
        self._set(large=large, contrast=contrast)
        self._on.session = replace(self._on.session, page_no=0)
        step = "contrast" if contrast else "on" if large else "off"
        self._on.say(self._on.tongue.words.spoken(f"larger_{step}"))

    def _lower(self) -> None:
        comfort = self._set(low=not self._on.comfort.low)
        self._on.session = replace(self._on.session, page_no=0)
        self._confirm("lower", on=comfort.low)

    def _louder(self) -> None:
        comfort = self._set(volume=(self._on.comfort.volume + 1) % VOLUME_STEPS)
        self._on.wish(SetVolume(comfort.volume))
        louder = comfort.volume > 0
        self._on.wish(Hush())
        self._on.say(self._on.tongue.words.spoken("louder" if louder else "louder_default"))

    def _confirm(self, what: str, *, on: bool) -> None:
        self._on.say(self._on.tongue.words.spoken(f"{what}_{'on' if on else 'off'}"))

    def _set(self, **changes: bool | int | str) -> Comfort:
        self._on.comfort = replace(self._on.comfort, **changes)  # type: ignore[arg-type]  # fields by name
        return self._on.comfort


def _errand(kind: HelpKind, ticket_id: str | None, matter_id: str | None) -> tuple[str, str | None]:
    """Return what two requests have in common when the second asks for nothing more."""
    alone = {"accompany": ticket_id, "paper": matter_id}
    return kind, alone.get(kind)
