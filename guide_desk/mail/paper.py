"""The record of a mailing, on paper. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from devices.papers import Paper
from forms.papers.care_values import MailRecord
from forms.papers.compose import compose
from forms.papers.loading import FormBook
from forms.papers.matters import head_of
from guide_desk.cases.phone import spaced
from guide_desk.cases.signs import whole_day_words
from guide_desk.mail.pages import local_day
from hall.care.mail.messages import MailingView
from hall.kernel.facts import HallFacts, StaffFact
from hall.records.messages import Detail
from ui_kit.strings import Strings

FORM = "mail_record"


def mail_paper(
    book: FormBook, words: Strings, facts: HallFacts, mailing: MailingView,
    known: Mapping[Detail, str], staff: StaffFact | None, local: datetime,
) -> Paper:  # fmt: skip
    """Return the record of a mailing, once for each side. Raises FormFault.

    `local` is the time in the hall; what is not known is left to the pen.
    """
    matter = facts.matter(mailing.matter_id)
    sent = whole_day_words(words, local_day(facts, mailing.sent_at)) if mailing.sent_at else ""
    values = MailRecord(
        head=head_of(facts, whole_day_words(words, local.date().isoformat())),
        name=known.get("name", ""),
        address=known.get("address", ""),
        contact=spaced(known.get("phone", "")),
        matter=matter.plain_name if matter is not None else mailing.matter_id,
        what=words.get(f"mail_what_{mailing.what}"),
        asked_on=whole_day_words(words, local_day(facts, mailing.asked_at)),
        staff=words.get("home_member", name=staff.name, badge=staff.badge) if staff else "",
        item_number=mailing.item_number,
        sent_on=sent,
    )
    return compose(book, FORM, values)
