"""An alarm at a staff station: what it shows and what each press asks of the hall. Pure.

It covers the screen the moment the hall says so, or the moment somebody presses the red key here,
whether the hall answers or not. Times `now_s` are seconds of a steady clock, `utc` the wall's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from hall.help.messages import (
    AcknowledgeHelp,
    EmergencyStep,
    FinishHelp,
    HelpView,
    NoteHelp,
    RequestHelp,
    TakeBackHelp,
)
from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Answer, Command, Event
from ui_kit.covers.views import AlarmStripView, AlarmView
from ui_kit.moment import since_s, waited
from ui_kit.outbox import Outbox
from ui_kit.places import place_words
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

STEPS: tuple[EmergencyStep, ...] = get_args(EmergencyStep)
STEP_ICONS: Mapping[str, str] = {
    "kept_still": "hand-heart",
    "called_120": "phone",
    "fetched_box": "first-aid-kit",
    "waiting_outside": "door-open",
    "told_family": "users",
    "shielded": "users-three",
}
TAKE_BACK_SHOWN_S = 8.0
"""How long the key to take it back is offered; the hall allows a little more."""
_OWN = "own"


class AlarmDesk:
    """The alarms of one station. `station_id` is its counter for a console."""

    def __init__(self, words: Strings, station_id: str, new_id: Callable[[], str]) -> None:
        self._words = words
        self._station_id = station_id
        self._new_id = new_id
        self._facts: HallFacts | None = None
        self._alarms: dict[str, HelpView] = {}
        self._numbers: Callable[[str], str] = lambda _ticket_id: ""
        self._folded: set[str] = set()
        self._outbox = Outbox()
        self._linked = True
        self._own_command = ""
        self._own_refused = self._own_folded = False
        self._own_help = ""
        self._pressed_s = 0.0
        self._now_s = 0.0
        self._wishes: list[Command] = []

    @property
    def asked_here(self) -> bool:
        """Whether the red key of this station is under way or answered by an alarm that stands."""
        under_way = bool(self._own_command) and not self._own_refused
        return under_way or self._own_help in self._alarms

    @property
    def sounding(self) -> bool:
        """Whether the alarm is to be heard here: it stands open and nobody is coming yet."""
        open_ones = [one for one in self._alarms.values() if one.id not in self._folded]
        shown = bool(self._own_command) and not self._own_folded
        return any(one.state != "acknowledged" for one in open_ones) or shown

    def board_changed(
        self, facts: HallFacts, alarms: Mapping[str, HelpView], number_of: Callable[[str], str]
    ) -> None:
        """Take the alarms that stand now; `number_of` gives the number of a ticket id."""
        self._facts, self._numbers = facts, number_of
        for help_id, seen in alarms.items():
            before = self._alarms.get(help_id)
            if before is None or (seen.state == "escalated" and before.state == "open"):
                self._folded.discard(help_id)
        self._alarms = dict(alarms)
        self._folded &= self._alarms.keys()

    def link_changed(self, *, linked: bool) -> None:
        """The hall answers, or does not."""
        self._linked = linked

    def press(self, action: str, argument: str) -> bool:
        """Do what a key of an alarm means; False when the key is not one of them."""
        if action == "unwell":
            self._ask()
        elif action == "alarm_fold":
            self._fold()
        elif action == "alarm_open":
            self._folded.clear()
        elif action == "alarm_take_back":
            self._take_back()
        elif action in ("alarm_going", "alarm_finish", "alarm_step"):
            self._send(self._command_of(action, argument))
        else:
            return False
        return True

    def answered(self, command: Command, answer: Answer) -> bool:
        """Take an answer; False when the command is not one of these."""
        if self._outbox.answered(command.command_id) is None:
            return False
        if command.command_id == self._own_command:
            self._own_command = ""
            seen = getattr(answer.message, "help", None)
            if isinstance(answer.message, Event) and isinstance(seen, HelpView):
                self._own_help = seen.id
                self._alarms.setdefault(seen.id, seen)
        return True

    def not_answered(self, command: Command, error: KnownError) -> bool:
        """No answer came; the same command goes again unless the hall does not want it."""
        if not self._outbox.holds(command.command_id):
            return False
        if isinstance(error, HallUnreachable):
            self._outbox.failed(command.command_id, self._now_s)
        else:
            self._outbox.answered(command.command_id)
            self._own_refused |= command.command_id == self._own_command
        return True

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._now_s = now_s
        self._wishes += self._outbox.due(now_s)

    def drain(self) -> list[Command]:
        """Return the commands to send now, once."""
        wishes, self._wishes = self._wishes, []
        return wishes

    def view(self, utc: datetime) -> AlarmView | None:
        """Return what covers the screen, None while nothing does."""
        open_ones = [one for one in self._standing() if one.id not in self._folded]
        if open_ones:
            return self._view_of(open_ones[0], len(open_ones) - 1, utc)
        shown = bool(self._own_command) and not self._own_folded
        return self._view_before_the_answer() if shown else None

    def strip(self) -> AlarmStripView | None:
        """Return the line of an alarm that was folded away."""
        folded = [one for one in self._standing() if one.id in self._folded]
        if not folded or self._facts is None:
            return None
        place = place_words(self._words, self._facts, folded[0].station_id, self._station_id)
        key = KeyView("alarm_open", "alarm_open", self._words.get("alarm_open"), icon="heartbeat")
        return AlarmStripView(self._words.get("alarm_strip", place=place), key)

    def _standing(self) -> list[HelpView]:
        return sorted(self._alarms.values(), key=lambda one: one.requested_at)

    def _ask(self) -> None:
        self._own_folded = False
        if self.asked_here:
            self._folded.discard(self._own_help)
            return
        self._own_refused = False
        self._own_command, self._pressed_s = self._new_id(), self._now_s
        self._send(
            RequestHelp(
                command_id=self._own_command, station_id=self._station_id, help_kind="unwell"
            )
        )

    def _fold(self) -> None:
        """Put the alarm away; one the hall did not want is over, one on its way goes on."""
        self._folded |= self._alarms.keys()
        self._own_folded = True
        if self._own_refused:
            self._own_command, self._own_refused = "", False

    def _take_back(self) -> None:
        self._send(
            TakeBackHelp(
                command_id=self._new_id(), help_id=self._own_help, station_id=self._station_id
            )
        )

    def _command_of(self, action: str, argument: str) -> Command:
        help_id, _, step = argument.partition(" ")
        if action == "alarm_step":
            return NoteHelp(
                command_id=self._new_id(),
                help_id=help_id,
                note=step,  # type: ignore[arg-type]  # the keys are made of the words of the wire
                station_id=self._station_id,
            )
        make = AcknowledgeHelp if action == "alarm_going" else FinishHelp
        return make(command_id=self._new_id(), help_id=help_id, station_id=self._station_id)

    def _send(self, command: Command) -> None:
        self._outbox.add(command, self._now_s)
        self._wishes.append(command)

    def _view_of(self, seen: HelpView, others: int, utc: datetime) -> AlarmView:
        words, answered = self._words, seen.state == "acknowledged"
        facts = self._facts
        place = place_words(words, facts, seen.station_id, self._station_id) if facts else ""
        number = self._numbers(seen.ticket_id or "")
        return AlarmView(
            name=seen.id,
            drill=words.get("alarm_drill") if seen.drill else "",
            place=place,
            title=words.get("alarm_title_number", number=number)
            if number
            else words.get("alarm_title"),
            clock=words.get("alarm_since", time=waited(since_s(utc, seen.requested_at))),
            answer=words.get("alarm_answered" if answered else "alarm_unanswered"),
            answered=answered,
            lost="" if self._linked else words.get("alarm_lost"),
            more=words.get("alarm_more", count=others) if others else "",
            steps=tuple(self._step(seen, step) for step in STEPS),
            keys=self._keys(seen, answered=answered),
        )

    def _view_before_the_answer(self) -> AlarmView:
        """Show the alarm before the hall has said a word."""
        words, since_press_s = self._words, self._now_s - self._pressed_s
        late = not self._linked or self._own_refused or since_press_s > 1.0
        return AlarmView(
            name=_OWN,
            drill="",
            place=words.get("place_here"),
            title=words.get("alarm_title"),
            clock=words.get("alarm_since", time=waited(since_press_s)),
            answer=words.get("alarm_telling"),
            answered=False,
            lost=words.get("alarm_lost") if late else "",
            more="",
            steps=tuple(
                KeyView(f"alarm_{step}", "", words.get(f"alarm_step_{step}"),
                        icon=STEP_ICONS[step], mode="cannot")
                for step in STEPS
            ),
            keys=(self._fold_key(),),
        )  # fmt: skip

    def _step(self, seen: HelpView, step: EmergencyStep) -> KeyView:
        done = next((one.at for one in seen.timeline if one.note == step), "")
        label = self._words.get(f"alarm_step_{step}")
        if not done:
            return KeyView(
                f"alarm_{step}", "alarm_step", label, f"{seen.id} {step}", icon=STEP_ICONS[step]
            )
        second = self._words.get("alarm_done_at", time=self._local(done))
        return KeyView(
            f"alarm_{step}", "alarm_step", label, f"{seen.id} {step}",
            icon="check-circle", second=second, mode="under_way",
        )  # fmt: skip

    def _keys(self, seen: HelpView, *, answered: bool) -> tuple[KeyView, ...]:
        words = self._words
        keys = []
        if not answered:
            going = words.get("alarm_going")
            keys.append(KeyView("alarm_going", "alarm_going", going, seen.id, "hand-waving"))
        keys.append(
            KeyView("alarm_finish", "alarm_finish", words.get("alarm_finish"), seen.id, "checks")
        )
        fresh = self._now_s - self._pressed_s <= TAKE_BACK_SHOWN_S
        if seen.id == self._own_help and fresh:
            back = words.get("alarm_take_back")
            keys.append(KeyView("alarm_take_back", "alarm_take_back", back, icon="arrow-u-up-left"))
        else:
            keys.append(self._fold_key())
        return tuple(keys)

    def _fold_key(self) -> KeyView:
        return KeyView(
            "alarm_fold", "alarm_fold", self._words.get("alarm_fold"), icon="arrow-line-up"
        )

    def _local(self, at: str) -> str:
        zone = ZoneInfo(self._facts.timezone) if self._facts else ZoneInfo("UTC")
        return datetime.fromisoformat(at).astimezone(zone).strftime("%H:%M:%S")
