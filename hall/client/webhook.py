"""Messages over HTTP: one POST each, signed, to whatever sends them for the hall."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging

from hall.client.request import request
from hall.kernel.errors import HallUnreachable
from hall.kernel.message_port import Delivery, ShortMessage

SIGNATURE = "X-Silverhall-Signature"
"""Header: `sha256=` and the HMAC-SHA256 of the body under the shared secret, in hexadecimal."""
MESSAGE_ID = "X-Silverhall-Message-Id"
"""Header: the id under which the receiver knows a message that comes again."""
_OF_KIND: dict[int, Delivery] = {2: "sent", 4: "refused"}
_TRY_AGAIN = frozenset({408, 425, 429})

log = logging.getLogger(__name__)


class WebhookPort:
    """Posts `{"id","to","text","template"}`: 2xx is sent, most of 4xx refused for good."""

    def __init__(self, url: str, secret: bytes, timeout_s: float) -> None:
        self._url, self._secret, self._timeout_s = url, secret, timeout_s

    def send(self, message: ShortMessage) -> Delivery:
        """Post one message."""
        body = json.dumps(
            {
                "id": message.message_id,
                "to": message.to,
                "text": message.text,
                "template": message.template,
            },
            ensure_ascii=False,
        ).encode()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            SIGNATURE: signature_of(body, self._secret),
            MESSAGE_ID: message.message_id,
        }
        try:
            reply = request(
                "POST", self._url, timeout_s=self._timeout_s, headers=headers, body=body
            )
        except HallUnreachable:
            log.warning("message %s was not taken: nobody answered in time", message.message_id)
            return "not_sent"
        delivery = _delivery_of(reply.status)
        if delivery != "sent":
            log.warning("message %s was not taken: status %d", message.message_id, reply.status)
        return delivery


class LogPort:
    """Writes down that a message would have gone; nothing of to whom, or what."""

    def send(self, message: ShortMessage) -> Delivery:
        """Write one line."""
        log.info("message %s (%s) would go out now", message.message_id, message.template)
        return "sent"


def signature_of(body: bytes, secret: bytes) -> str:
    """Return the signature of a body, as it stands in the header."""
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def _delivery_of(status: int) -> Delivery:
    if status in _TRY_AGAIN:
        return "not_sent"
    return _OF_KIND.get(status // 100, "not_sent")
