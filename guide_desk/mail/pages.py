"""The pages of the book of mailings. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from guide_desk.care.lists import CELLS, onward_key
from guide_desk.care.views import EntryPage
from guide_desk.cases.choosing import back_key
from guide_desk.cases.phone import spaced
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.care.mail.messages import MailingView
from hall.care.mail.model import Action, What, next_state
from hall.kernel.facts import HallFacts, MatterFact
from hall.records.messages import Detail
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

_WHAT_ICONS: dict[What, str] = {
    "certificate": "certificate", "card": "credit-card", "paper": "file-text", "other": "envelope",
}  # fmt: skip
_STATE_ICONS = {"to_send": "envelope", "sent": "paper-plane-tilt", "returned": "warning-circle"}
_ORDER = ("returned", "to_send", "sent")


def first_first(mailings: Iterable[MailingView]) -> tuple[MailingView, ...]:
    """Return the mailings: what came back, what is to be sent, what is under way."""
    return tuple(sorted(mailings, key=lambda one: (_ORDER.index(one.state), one.asked_at)))


def mailed_matters(facts: HallFacts, group_id: str = "") -> tuple[MatterFact, ...]:
    """Return the matters whose results go home by post, of one group or of all."""
    return tuple(one for one in facts.matters if one.sheet.mail_ok and group_id in ("", one.group))


def list_view(
    words: Strings, facts: HallFacts, mailings: Iterable[MailingView], leaf_number: int
) -> StepsView:
    """Return the mailings with something left to do."""
    found = first_first(mailings)
    leaf = leaf_of(found, leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"mail_{place}", "mail_open", _matter(facts, one), one.id,
            icon=_STATE_ICONS[one.state],
            second=words.get("dot").join(
                (words.get(f"mail_what_{one.what}"), words.get(f"mail_state_{one.state}"))
            ),
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    new = KeyView("mail_new", "mail_new", words.get("key_mail_new"), icon="plus")
    hint = leaf_words(words, leaf) if found else words.get("mail_none")
    head = Head(words.get("mail_title", count=len(found)), hint)
    return StepsView(head, cells, (new, *onward_key(words, "mail", leaf)))


def groups_view(words: Strings, facts: HallFacts) -> GridView:
    """Ask for the group; only those whose results go home by post are there."""
    there = {one.group for one in mailed_matters(facts)}
    cells = tuple(
        KeyView(f"mail_group_{one.id}", "mail_group", one.name, one.id, icon=one.icon)
        for one in facts.groups
        if one.id in there
    )
    head = Head(words.get("mail_groups_title"), "" if cells else words.get("mail_nothing"))
    return GridView(head, cells, (back_key(words),), 2 if len(cells) <= CELLS else 3)


def matters_view(words: Strings, facts: HallFacts, group_id: str, leaf_number: int) -> GridView:
    """Ask for the matter."""
    leaf = leaf_of(mailed_matters(facts, group_id), leaf_number, CELLS)
    cells = tuple(
        KeyView(f"mail_matter_{one.id}", "mail_matter",
                "\n".join(one.plain_lines) or one.plain_name, one.id)
        for one in leaf.items
    )  # fmt: skip
    head = Head(words.get("mail_matters_title"), leaf_words(words, leaf))
    return GridView(head, cells, (back_key(words), *turn_keys(words, "mail", leaf)))


def whats_view(words: Strings) -> GridView:
    """Ask what is sent."""
    cells = tuple(
        KeyView(f"mail_what_{one}", "mail_what", words.get(f"mail_what_{one}"), one,
                icon=_WHAT_ICONS[one])
        for one in get_args(What)
    )  # fmt: skip
    return GridView(Head(words.get("mail_whats_title")), cells, (back_key(words),))


def mailing_page(
    words: Strings, facts: HallFacts, mailing: MailingView, known: Mapping[Detail, str],
    busy: Collection[str], *, address: bool, papers: bool,
) -> EntryPage:  # fmt: skip
    """Return one mailing; `busy` are deeds whose command is on its way."""

    def deed(name: str, icon: str, *, can: bool = True, green: bool = False) -> KeyView:
        mode: KeyFaceMode = "cannot" if not can else "next" if green else "can"
        if name in busy:
            mode = "under_way"
        return KeyView(name, name, words.get(f"key_{name}"), mailing.id, icon=icon, mode=mode)

    def goes(action: Action) -> bool:
        return next_state(mailing.state, action) is not None

    deeds = (
        deed("mail_send", "paper-plane-tilt", can=goes("send"), green=goes("send") and address),
        deed("mail_receive", "check", can=goes("receive"), green=goes("receive")),
        deed("mail_return", "arrow-counter-clockwise", can=goes("come_back")),
        *((deed("mail_read", "map-pin"),) if address else ()),
        *(
            (deed("mail_write", "pencil-simple", green=not address),)
            if not address or mailing.state == "returned"
            else ()
        ),
        deed("mail_paper", "printer", can=papers),
        deed("mail_cancel", "x", can=goes("cancel")),
        back_key(words),
    )
    told = (_matter(facts, mailing), words.get(f"mail_what_{mailing.what}"))
    return EntryPage(
        Head(words.get("mail_page_title"), words.get(f"mail_state_{mailing.state}")), told,
        _lines(words, facts, mailing, known, address=address), deeds,
    )  # fmt: skip


def local_day(facts: HallFacts, iso: str) -> str:
    """Return the date in the hall of a time in UTC, ISO."""
    return datetime.fromisoformat(iso).astimezone(ZoneInfo(facts.timezone)).date().isoformat()


def _lines(
    words: Strings, facts: HallFacts, mailing: MailingView, known: Mapping[Detail, str],
    *, address: bool,
) -> tuple[str, ...]:  # fmt: skip
    day = day_words(words, local_day(facts, mailing.asked_at))
    lines = [words.get("mail_asked_on", day=day)]
    if mailing.sent_at is not None:
        sent = day_words(words, local_day(facts, mailing.sent_at))
        lines.append(words.get("mail_sent_on", day=sent, number=mailing.item_number))
    if not address:
        lines.append(words.get("mail_no_address"))
    for detail in ("name", "phone", "address"):
        if detail in known:
            text = spaced(known[detail]) if detail == "phone" else known[detail]
            lines.append(words.get(f"detail_{detail}", text=text))
    return tuple(lines)


def _matter(facts: HallFacts, mailing: MailingView) -> str:
    matter = facts.matter(mailing.matter_id)
    return matter.plain_name if matter is not None else mailing.matter_id
