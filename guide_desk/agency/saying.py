"""A mandate in people's words: what it is, who acts, what is to be done now. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hall.boards.agency import is_late
from hall.care.agency.model import AT_AN_END
from hall.care.agency.views import CALLS, MandateView, OriginalView
from hall.kernel.facts import HallFacts
from ui_kit.paper_signs import day_words
from ui_kit.strings import Strings


def matter_words(words: Strings, facts: HallFacts, mandate: MandateView) -> str:
    """Return what is done for the elder."""
    names = [matter.plain_name for one in mandate.matter_ids if (matter := facts.matter(one))]
    return words.get("list_mark").join(names) or words.get("matter_none")


def agent_words(words: Strings, facts: HallFacts, mandate: MandateView) -> str:
    """Return who acts, by name and badge; one of the family has none here."""
    if mandate.kind == "family":
        return words.get("agency_family")
    member = facts.member(mandate.agent_number)
    if member is None:
        return mandate.agent_number
    return words.get("along_helper", name=member.name, badge=member.badge)


def now_words(words: Strings, mandate: MandateView, today: str) -> str:
    """Return what is to be done now in a few words, the most urgent first."""
    lost = any(one.state in ("lost", "told") for one in mandate.originals)
    if lost:
        return words.get("agency_now_lost_late" if is_late(mandate) else "agency_now_lost")
    if mandate.state == "drafted":
        return words.get(f"agency_now_sign_{mandate.signer}")
    if mandate.report_state in ("due", "overdue"):
        return _report_words(words, mandate, today)
    if mandate.state in AT_AN_END:
        return words.get("agency_now_give_back" if mandate.still_here else "agency_now_close")
    if mandate.report_due_on is None:
        return words.get(f"agency_state_{mandate.state}")
    day = day_words(words, mandate.report_due_on)
    return words.get("agency_now_later", day=day)


def _report_words(words: Strings, mandate: MandateView, today: str) -> str:
    if mandate.next_try_on and mandate.next_try_on > today:
        return words.get("agency_now_again", day=day_words(words, mandate.next_try_on))
    late = "_late" if mandate.report_state == "overdue" else ""
    return words.get(f"agency_now_tell{late}")


def thing_words(words: Strings, original: OriginalView) -> str:
    """Return what a thing is."""
    return original.plain or words.get("agency_other")


def where_words(words: Strings, original: OriginalView, zone: str) -> str:
    """Return how many of which kind, or what became of it."""
    if original.state == "held":
        return words.get(f"agency_{original.form}_many", count=original.count)
    at = original.given_back_at
    local = datetime.fromisoformat(at).astimezone(ZoneInfo(zone)) if at else None
    day = day_words(words, local.date().isoformat()) if local else ""
    return words.get(f"agency_{original.state}", day=day)


def time_words(words: Strings, at: str, zone: str) -> str:
    """Return a time of the hall as people say it in this year."""
    local = datetime.fromisoformat(at).astimezone(ZoneInfo(zone))
    return words.get("agency_time", month=local.month, day=local.day, time=local.strftime("%-H:%M"))


def call_lines(words: Strings, mandate: MandateView, zone: str, most: int) -> tuple[str, ...]:
    """Return the last calls and talks, the newest first."""
    calls = [one for one in mandate.timeline if one.what in CALLS]
    return tuple(
        words.get("agency_call", time=time_words(words, one.at, zone),
                  what=words.get(f"agency_said_{one.what}"))
        for one in reversed(calls[-most:])
    )  # fmt: skip


def things_line(words: Strings, mandate: MandateView) -> str:
    """Return how many things are here and how many went back; empty where there were none."""
    if not mandate.originals:
        return words.get("agency_no_things")
    here = sum(one.state in ("held", "lost", "told") for one in mandate.originals)
    back = sum(one.state == "given_back" for one in mandate.originals)
    return words.get("agency_things", here=here, back=back)


def script_words(words: Strings, facts: HallFacts, mandate: MandateView) -> tuple[str, ...]:
    """Return what is said to the elder, sentence by sentence."""
    lost = [thing_words(words, one) for one in mandate.originals if one.state == "lost"]
    said: Mapping[str, object] = {
        "hall": facts.name,
        "matter": matter_words(words, facts, mandate),
        "state": words.get(f"agency_told_{mandate.state}"),
    }
    lines = [words.get("agency_script", **said)]
    if lost:
        names = words.get("list_mark").join(lost)
        lines.append(words.get("agency_script_lost", names=names))
    return tuple(lines)


def days_left(mandate: MandateView, today: str) -> int:
    """Return how many days a mandate is good for; negative when it is over."""
    return (date.fromisoformat(mandate.term_on) - date.fromisoformat(today)).days
