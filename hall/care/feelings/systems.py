"""Drivers of the provincial system: a folder of files, and an address that is posted to."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

import httpx
import msgspec

from hall.care.feelings.evaluation import DocumentRefused, EvaluationDocument, NotTaken

TIMEOUT_S = 10.0
ABOUT_THE_DOCUMENT = frozenset({400, 409, 413, 422})
"""Answers that say something of one document; all others are the state of the other side."""


class FolderSystem:
    """Writes one file for each document, whole or not at all; the other side fetches them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def deliver(self, document: EvaluationDocument) -> None:
        """Write `<id>-<version>.json`. Raises NotTaken when the folder cannot be written."""
        body = msgspec.json.format(msgspec.json.encode(document))
        path = self._folder / f"{uuid.UUID(document.id)}-{document.version}.json"
        draft = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as fault:
            raise NotTaken(f"{self._folder}: {fault.strerror}") from fault


class WebhookSystem:
    """Posts each document as JSON; an answer 2xx means that it was taken."""

    def __init__(self, url: str, token: str = "", timeout_s: float = TIMEOUT_S) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._url = url
        self._client = httpx.Client(headers=headers, timeout=timeout_s, trust_env=False)

    def deliver(self, document: EvaluationDocument) -> None:
        """Post it; the key of the request lets the other side know a repeat. Raises NotTaken."""
        try:
            answer = self._client.post(
                self._url,
                content=msgspec.json.encode(document),
                headers={
                    "Content-Type": "application/json",
                    "Idempotency-Key": f"{document.id}-{document.version}",
                },
            )
        except httpx.HTTPError as fault:
            raise NotTaken(f"{type(fault).__name__} at {self._url}") from fault
        if not answer.is_success:
            why = DocumentRefused if answer.status_code in ABOUT_THE_DOCUMENT else NotTaken
            raise why(f"{self._url} answered {answer.status_code}")
