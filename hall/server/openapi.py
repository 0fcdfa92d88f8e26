"""What OpenAPI says of the hall's messages; made from the messages themselves."""

from __future__ import annotations

from typing import Any, Union

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from hall.kernel.messages import SECRET_LIMIT
from hall.kernel.secret import Secret
from hall.kernel.wire import Vocabulary

REF = "#/components/schemas/{name}"


def document_of(app: FastAPI, commands_path: str, words: Vocabulary) -> dict[str, Any]:
    """Return the document of an application, its commands and answers spelled out."""
    document = get_openapi(title=app.title, version="1", routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(message_schemas(words))
    post = document["paths"][commands_path]["post"]
    post["requestBody"] = _content("Command")
    post["responses"]["200"] = {"description": "the answer", **_content("Answer")}
    return document


def message_schemas(words: Vocabulary) -> dict[str, Any]:
    """Return JSON schemas of every command, event and refusal, plus Command and Answer."""
    commands: Any = Union[tuple(words.commands.values())]  # noqa: UP007 - built at run time
    answers: Any = Union[(*words.events.values(), *words.refusals.values())]
    (command, answer), components = msgspec.json.schema_components(
        (commands, answers), schema_hook=_hook, ref_template=REF
    )
    return {**components, "Command": command, "Answer": answer}


def _content(name: str) -> dict[str, Any]:
    schema = {"$ref": REF.format(name=name)}
    return {"content": {"application/json": {"schema": schema}}}


def _hook(kind: type) -> dict[str, Any]:
    if kind is Secret:
        return {"type": "string", "maxLength": SECRET_LIMIT, "writeOnly": True}
    raise NotImplementedError(kind.__name__)
