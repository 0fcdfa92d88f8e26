"""What is said when the hall did not do what the register asked. Pure."""

from __future__ import annotations

from hall.care.not_done.messages import NoSuchNotDone, NotDoneGoesOtherwise
from hall.kernel.messages import Refusal

WORDS: dict[type[Refusal], str] = {
    NoSuchNotDone: "refused_no_such_not_done",
    NotDoneGoesOtherwise: "refused_not_done_otherwise",
}
