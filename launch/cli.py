"""The command line: one verb a line, each in a module of its own, imported when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

FAULTY_INPUT = 2


@dataclass(frozen=True)
class Verb:
    """A verb: the module under launch.verbs that defines `add_arguments` and `run`."""

    module: str
    says: str


VERBS: dict[str, Verb] = {
    "demo": Verb("demo", "the whole hall on this machine with simulated devices"),
    "test": Verb("test", "the whole test suite"),
    "hall": Verb("hall", "the hall itself: tickets, calls, rules"),
    "kiosk": Verb("station", "the entrance kiosk"),
    "display": Verb("station", "a counter's screen or the hall board"),
    "console": Verb("station", "a clerk's console"),
    "guide": Verb("station", "the guide desk"),
    "check-config": Verb("check_config", "says what is wrong in the settings, file and line"),
    "devices": Verb("devices", "every configured device with its live status"),
    "read-card": Verb("read_card", "reads ID cards, one JSON object a line"),
    "print-slip": Verb("print_slip", "composes and prints one slip"),
    "form": Verb("form", "writes one of the hall's A4 papers with invented values"),
    "say": Verb("say", "speaks a text, or writes what would be spoken"),
    "record-voice": Verb("record_voice", "leads through recording the hall's own voice"),
    "token": Verb("token", "makes a credential for a station and prints it once"),
    "staff": Verb("staff", "lists the staff, sets the PIN somebody signs in with"),
    "feelings": Verb("feelings", "prints the figures of how it was, as JSON"),
    "verify": Verb("verify", "says whether the stored tables and the audit chain are whole"),
    "not-done-list": Verb("not_done_list", "what could not be done in a month, PDF and xlsx"),
    "ux-report": Verb("ux_report", "measures every page against the rules of docs/proof.md"),
    "bench": Verb("bench", "measures speed, one JSON object a line"),
}


class Misused(Exception):
    """The person at the command line can mend this; the message is one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Misused(f"{self.prog}: {message}; see {self.prog} --help")


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code; never shows a traceback for bad input."""
    if not arguments or arguments[0] in ("-h", "--help"):
        _list_verbs()
        return 0 if arguments else FAULTY_INPUT
    name, rest = arguments[0], arguments[1:]
    verb = VERBS.get(name)
    if verb is None:
        _complain(f"there is no verb '{name}'; ./run --help lists them")
        return FAULTY_INPUT
    module = import_module(f"launch.verbs.{verb.module}")
    parser = _Parser(prog=f"./run {name}", description=verb.says)
    module.add_arguments(parser)
    try:
        options = parser.parse_args(rest)
        options.verb = name
        code: int = module.run(options)
    except KeyboardInterrupt:
        return 130
    except Misused as misused:
        _complain(str(misused))
        return FAULTY_INPUT
    except OSError as fault:
        _complain(_sentence(fault))
        return FAULTY_INPUT
    return code


def positive(text: str) -> int:
    """Read a whole number above zero, for argparse."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' must be a whole number above zero")
    return int(text)


def _list_verbs() -> None:
    print("usage: ./run VERB [OPTIONS]      ./run VERB --help says more\n")
    for name, verb in VERBS.items():
        print(f"  {name:<13} {verb.says}")


def _sentence(fault: OSError) -> str:
    """Return what the world did, without its error number."""
    if fault.filename is None:
        return fault.strerror or str(fault)
    return f"{fault.filename}: {fault.strerror}"


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)
