"""What a form of assets/forms is made of: its words, fields, boxes and how long it is kept."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from forms.papers.wrap import WrapRules

Source = Literal["card", "case", "hall", "staff", "hand"]
"""Where a field's value comes from; `hand` is left blank for a pen."""

Retention = Literal["not_kept", "paper"]
"""What becomes of a printed one: nothing, or a sealed blob of kind `paper` (papers_days)."""


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a form; a key that is not known is a fault."""


class Text(Known, frozen=True, tag="text", tag_field="kind"):
    """A paragraph. `when` names a value without which it is left out."""

    text: str
    style: Literal["body", "strong", "small"] = "body"
    when: str = ""


class Heading(Known, frozen=True, tag="heading", tag_field="kind"):
    """A heading over what follows; never alone at the foot of a page."""

    text: str
    when: str = ""


class Field(Known, frozen=True):
    """A labelled field, as high as `lines` lines of 12 mm.

    `half` puts it beside the next half one; `optional` leaves it out when it is empty.
    """

    key: str
    label: str
    source: Source
    half: bool = False
    optional: bool = False
    lines: int = 1


class Fields(Known, frozen=True, tag="fields", tag_field="kind"):
    """A table of labelled fields. `stacked` writes each label over its value, for questions."""

    fields: tuple[Field, ...]
    stacked: bool = False


class Items(Known, frozen=True, tag="items", tag_field="kind"):
    """The rows of a list value, each a name and lines under it, as templates of the row's fields.

    A line whose placeholders are all empty is left out. `group` names the field of a row whose
    value becomes a heading, repeated on every page. `tick` names a field that ticks the box.
    `columns` sets short names side by side.
    """

    key: str
    name: str
    lines: tuple[str, ...] = ()
    mark: Literal["box", "number", "none"] = "number"
    tick: str = ""
    group: str = ""
    when: str = ""
    columns: Literal[1, 2] = 1


class Choice(Known, frozen=True):
    """One box to tick."""

    value: str
    text: str


class Choices(Known, frozen=True, tag="choices", tag_field="kind"):
    """Boxes of which the value `key` ticks one; an empty value leaves all for the pen."""

    key: str
    choices: tuple[Choice, ...]


class Frame(Known, frozen=True, tag="frame", tag_field="kind"):
    """A framed statement that is never broken over two pages."""

    title: str
    texts: tuple[str, ...]


class Signatures(Known, frozen=True, tag="signatures", tag_field="kind"):
    """One or two boxes to sign in, each with a date; `fingerprint` labels one beside them."""

    labels: tuple[str, ...]
    fingerprint: str = ""


class Writing(Known, frozen=True, tag="writing", tag_field="kind"):
    """Empty lines to write on."""

    label: str
    lines: int = 2


Block = Text | Heading | Fields | Items | Choices | Frame | Signatures | Writing


class Form(Known, frozen=True):
    """One form. `values` is the class of forms/papers/values.py that fills it.

    `pages_max` 0: a list takes the pages it needs. `signed_as` stands in the first box to sign in,
    to show how. `code` prints the code that reopens the case.
    `like` takes the blocks of another form. `sample` are values to look at, `longest` replaces
    some of them by the longest that must fit.
    """

    title: str
    values: str
    basis: str
    retention: Retention
    sample: dict[str, object]
    longest: dict[str, object] = {}
    block: tuple[Block, ...] = ()
    lead: str = ""
    copies: int = 1
    copies_for: str = ""
    free: str = ""
    code: bool = False
    pages_max: int = 2
    like: str = ""
    signed_as: str = ""


class MatterWords(Known, frozen=True):
    """How a matter of the list is told: how long, how much, who may come instead.

    `made_here` are the forms of papers that come into being in the hall, `forms` says the others
    in plain words. `groups` are headings for groups whose key on the kiosk would not do as one.
    """

    list_mark: str
    clause_mark: str
    on_the_spot: str
    working_days: str
    calendar_days: str
    days_unknown: str
    pay: str
    agent_yes: str
    agent_no: str
    home_visit_yes: str
    mail_yes: str
    deferrable: str
    promise: str
    made_here: tuple[str, ...]
    forms: dict[str, str]
    groups: dict[str, str]
    auto_grant: str


class CaseWords(Known, frozen=True):
    """What is wrong with a paper, and what is said where the list says nothing."""

    bring_it: str
    proves: str
    seen: str
    shared: str
    promised: str
    deferred: str
    faults: dict[str, str]


class AgencyWords(Known, frozen=True):
    """How papers of acting for an elder say how many, and what stands where there is no number."""

    originals: str
    copies: str
    other: str
    badge_instead: str
    told_every: str


class NotDoneWords(Known, frozen=True):
    """How the papers of what could not be done say states, reasons and days.

    `columns` are the heads of the table of a month, `sheets` the names of its leaves.
    """

    list_mark: str
    day: str
    month: str
    window: str
    came: str
    replied: str
    no_matter: str
    not_yet: str
    referred: str
    overdue: str
    none: str
    file: str
    channels: dict[str, str]
    reasons: dict[str, str]
    states: dict[str, str]
    results: dict[str, str]
    replies: dict[str, str]
    satisfactions: dict[str, str]
    sheets: dict[str, str]
    columns: dict[str, str]


class CommonWords(Known, frozen=True):
    """The words every paper shares; `keep_together` and `particles` rule where lines break."""

    number: str
    ask: str
    complain: str
    page: str
    continued: str
    basis: str
    date_by_hand: str
    visit_until_close: str
    visit_until_opening: str
    keep_together: tuple[str, ...]
    particles: str
    matter: MatterWords
    case: CaseWords
    agency: AgencyWords
    not_done: NotDoneWords
    sample_head: dict[str, str]
    longest_head: dict[str, str]
    sample_person: dict[str, str]
    longest_person: dict[str, str]

    @property
    def wrap_rules(self) -> WrapRules:
        """What stays together in a line."""
        return WrapRules(self.keep_together, self.particles)
