"""What OpenAPI says of the hall's messages; made from the messages themselves."""

from __future__ import annotations

from typing import Any, Union

import msgspec

from hall.kernel.secret import Secret
from hall.kernel.wire import Vocabulary

REF = "#/components/schemas/{name}"


def message_schemas(words: Vocabulary) -> dict[str, Any]:
    """Return JSON schemas of every command, event and refusal, plus Command and Answer."""
    commands: Any = Union[tuple(words.commands.values())]  # noqa: UP007 - built at run time
    answers: Any = Union[(*words.events.values(), *words.refusals.values())]
    (command, answer), components = msgspec.json.schema_components(
        (commands, answers), schema_hook=_hook, ref_template=REF
    )
    return {**components, "Command": command, "Answer": answer}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Secret:
        return {"type": "string", "writeOnly": True}
    raise NotImplementedError(kind.__name__)
