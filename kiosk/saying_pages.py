"""The pages on which somebody says how it was, as values."""

from __future__ import annotations

from kiosk.scene import Scene
from kiosk.speech import unsaid_key
from kiosk.views import ChoiceView, KeyView, MessageView

FACES = (5, 4, 3, 2, 1)
"""From the best to the worst, as on every screen that asks."""


def say_card(scene: Scene) -> MessageView:
    """Build the page that asks for the card of whoever was served."""
    words = scene.words
    return MessageView(
        title=words.get("say_card"), drawing="card_put", note=words.get("say_card_note")
    )


def say_faces(scene: Scene) -> ChoiceView:
    """Build the five faces; all are equal, and the way back is a way past them."""
    words = scene.words
    faces = tuple(KeyView("face", words.get(f"key_face_{n}"), str(n)) for n in FACES)
    return ChoiceView(words.get("say_faces"), faces, "faces")


def said(scene: Scene) -> MessageView:
    """Build the thanks; the page passes by itself."""
    words = scene.words
    return MessageView(
        title=words.get("said"),
        drawing="greeting",
        sentence=words.get("said_sentence"),
        keys=(KeyView("done", words.get("key_done_home"), icon="check"),),
        title_em_mm=48.6,
    )


def say_none(scene: Scene) -> MessageView:
    """Build the page where nothing is to be said: nothing was found, or it was said before."""
    words, key = scene.words, unsaid_key(scene)
    return MessageView(
        title=words.get(key),
        drawing="" if scene.session.unsaid == "quiet" else "pencil_note",
        sentence=words.get(f"{key}_sentence", guide=scene.guide),
        keys=(KeyView("done", words.get("key_done_home"), icon="check"),),
    )
