"""The published list of matters: what can be done here, what it needs and where it queues."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

WindowKind = Literal["special", "general", "collect", "guidance", "bank", "unresolved"]
DaysUnit = Literal["working_days", "calendar_days"]
PaymentMethod = Literal["cash", "bank_card", "mobile"]
Evidence = Literal["found", "known", "typical"]


@dataclass(frozen=True)
class Place:
    """A kind of office that accepts matters, such as the county hall or a village."""

    id: str
    name: str


@dataclass(frozen=True)
class Queue:
    """One line of waiting people; each window kind belongs to exactly one queue.

    `board_name` is the short word of the hall board's waiting counts.
    """

    id: str
    name: str
    board_name: str
    window_kinds: tuple[WindowKind, ...]


@dataclass(frozen=True)
class Group:
    """One of the few plain words an elder chooses from first.

    `icon` names a drawing of assets/icons; `examples` stand under the word, one to three.
    """

    id: str
    name: str
    icon: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Eligibility:
    """Whom a matter is for. `min_age` in full years; None means that age is not asked.

    `local_household` None means that the place of registration is not asked.
    """

    text: str
    min_age: int | None = None
    local_household: bool | None = None


@dataclass(frozen=True)
class Material:
    """One paper of a matter, with its official and its plain name.

    `is_main`: nothing is accepted without it. `deferrable`: may follow later.
    `promise_allowed`: a signed promise replaces it. `shareable`: not asked for when the
    authorities' data already show it. `copies` counts the copies that are kept.
    """

    name: str
    plain: str
    form: str
    copies: int = 0
    is_main: bool = False
    deferrable: bool = False
    promise_allowed: bool = False
    shareable: bool = False
    note: str = ""


@dataclass(frozen=True)
class Matter:
    """One matter of the list.

    `days_promised` 0 means done on the spot; None means not known. `days_legal` None means
    not yet looked up, which a matter confirmed by the hall may not have. `minutes` is the
    usual time at the window. `plain_lines` breaks a long plain name by sense for a key.
    `bereavement`: no chime, no cheerful words. `true_intent_check`: the elder is asked
    alone (Law on the Protection of the Rights and Interests of the Elderly, art. 55).
    `social_relief`: what an office can look up is never demanded (Social Assistance Law, art. 62).
    """

    id: str
    name: str
    plain_name: str
    category: str
    department: str
    kiosk_group: str
    kiosk_order: int
    accept_at: tuple[str, ...]
    window_kind: WindowKind
    eligibility: Eligibility
    days_unit: DaysUnit
    fee_yuan: float
    fee_text: str
    payment_methods: tuple[PaymentMethod, ...]
    agent_ok: bool
    home_visit: bool
    minutes: int
    result: str
    evidence: Evidence
    materials: tuple[Material, ...]
    days_legal: int | None = None
    days_promised: int | None = None
    plain_lines: tuple[str, ...] = ()
    mail_ok: bool = False
    auto_grant: bool = False
    true_intent_check: bool = False
    social_relief: bool = False
    bereavement: bool = False
    confirmed_by_hall: bool = False
    agent_note: str = ""
    keywords: tuple[str, ...] = ()
    push_age: tuple[int, ...] = ()
    note: str = ""

    @property
    def on_the_spot(self) -> bool:
        """Whether the hall promises the result while the person waits."""
        return self.days_promised == 0

    @property
    def key_lines(self) -> tuple[str, ...]:
        """The plain name as it stands on a key: one or two lines."""
        return self.plain_lines or (self.plain_name,)


@dataclass(frozen=True)
class MatterList:
    """The whole list. It is looked up by id; an unknown id raises KeyError."""

    places: tuple[Place, ...]
    queues: tuple[Queue, ...]
    groups: tuple[Group, ...]
    matters: tuple[Matter, ...]
    _by_id: dict[str, Matter] = field(init=False, repr=False, compare=False)
    _queue_of_kind: dict[str, Queue] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Build the two look-up tables once."""
        object.__setattr__(self, "_by_id", {matter.id: matter for matter in self.matters})
        kinds = {kind: queue for queue in self.queues for kind in queue.window_kinds}
        object.__setattr__(self, "_queue_of_kind", kinds)

    def __contains__(self, matter_id: object) -> bool:
        """Whether a matter of this id is on the list."""
        return matter_id in self._by_id

    def matter(self, matter_id: str) -> Matter:
        """Return the matter of this id; KeyError when it is not on the list."""
        return self._by_id[matter_id]

    def queue_of(self, matter_id: str) -> Queue:
        """Return the queue in which this matter waits; KeyError when it is not on the list."""
        return self._queue_of_kind[self._by_id[matter_id].window_kind]

    def in_group(self, group_id: str) -> tuple[Matter, ...]:
        """Return the matters of one group in the order of the kiosk."""
        chosen = (matter for matter in self.matters if matter.kiosk_group == group_id)
        return tuple(sorted(chosen, key=lambda matter: matter.kiosk_order))

    def served_by(self, serves: tuple[str, ...]) -> frozenset[str]:
        """Return the ids of all matters a counter takes that serves these queues or matters."""
        named = set(serves)
        return frozenset(
            matter.id
            for matter in self.matters
            if matter.id in named or self._queue_of_kind[matter.window_kind].id in named
        )
