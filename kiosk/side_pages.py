"""Pages beside the way: help, the question, faults, closed, numbers without paper."""

from __future__ import annotations

from kiosk import pages
from kiosk.catalogue import ROWS_LARGE, leaf_of, rows_a_page
from kiosk.scene import Scene
from kiosk.speech import help_key
from kiosk.views import ChoiceView, KeyView, MessageView, QuestionView, WriteView

TICKS = 60


def help_page(scene: Scene) -> MessageView:
    """Build the page after help was asked for; without the hall it says whom to ask."""
    words, session, facts = scene.words, scene.session, scene.facts
    unwell = session.help_reason == "unwell"
    if not scene.linked:
        return nobody_hears(
            scene, note=words.get("help_phone", phone=facts.phone) if facts.phone else "",
            unwell=unwell,
        )  # fmt: skip
    keys = [KeyView("write", words.get("key_write"), icon="note-pencil")]
    if unwell and scene.mistakable:
        keys.append(KeyView("mistaken", words.get("key_mistaken"), icon="arrow-u-up-left"))
    if session.help_reason == "not_done":
        keys.append(KeyView("cash", words.get("key_cash"), icon="coins"))
    elif not unwell and session.help_reason != "glasses":
        keys.append(KeyView("glasses", words.get("key_glasses"), icon="eyeglasses"))
    sentence = "help_sentence_unwell" if unwell else "help_sentence"
    return MessageView(
        title=words.get(help_key(scene)),
        drawing="" if session.bereavement else "help_coming",
        sentence=words.get("note_lost" if session.note == "lost" else sentence),
        keys=tuple(keys),
        # What can be pressed stays where it is when the key beside it goes.
        arrangement="pair",
        title_em_mm=48.6,
    )


def nobody_hears(
    scene: Scene, *, note: str, keys: tuple[KeyView, ...] = (), unwell: bool = False
) -> MessageView:
    """Build the page that says whom to ask while the hall cannot be reached."""
    words, session = scene.words, scene.session
    local = "help_local_unwell" if unwell else "help_local"
    return MessageView(
        title=words.get(local, guide=scene.guide),
        drawing="" if session.bereavement else "help_person",
        sentence=words.get("note_lost" if session.note == "lost" else f"{local}_sentence"),
        note=note,
        keys=keys,
        title_em_mm=43.7,
    )


def write(scene: Scene) -> WriteView:
    """Build the sheet for who would rather write than speak; it says what becomes of it."""
    words, session = scene.words, scene.session
    return WriteView(
        title=words.get("write"),
        sentence=words.get("write_sentence"),
        note=words.get("write_note", minutes=scene.facts.handwriting_minutes),
        hint=words.get("write_hint"),
        sheet=session.sheet,
        sheet_no=session.sheet_no,
        wipe=KeyView("wipe", words.get("key_wipe"), icon="eraser"),
        done=KeyView("written", words.get("key_written"), icon="check-fat", primary=True),
    )


def sending(scene: Scene) -> MessageView:
    """Build the page while what was written is on its way."""
    return MessageView(title=scene.words.get("sending"), drawing="pencil_note")


def still_there(scene: Scene) -> QuestionView:
    """Build the question whether anybody is there."""
    words = scene.words
    return QuestionView(
        title=words.get("still_there"),
        key=KeyView("still_here", words.get("key_still_here"), primary=True),
        under_key=words.get("still_there_touch"),
        sentence=words.get("still_there_sentence"),
        ticks_left=scene.ticks_left,
    )


def hall_gone(scene: Scene) -> MessageView:
    """Build the page while the hall does not answer: where a number is given all the same."""
    words = scene.words
    return MessageView(
        title=words.get("hall_gone"),
        drawing="help_person",
        sentence=words.get("hall_gone_sentence", guide=scene.guide),
    )


def closed(scene: Scene) -> MessageView:
    """Build the page outside the business day."""
    words, facts = scene.words, scene.facts
    return MessageView(
        title=words.get("closed"),
        drawing="tea",
        sentence=words.get("closed_sentence", opens=facts.opens, closes=facts.closes),
        note=words.get("closed_note", phone=facts.phone),
    )


def unprinted(scene: Scene) -> ChoiceView:
    """Build the list of numbers whose paper did not come out; nothing prints by itself."""
    words = scene.words
    rows = rows_a_page(large=scene.comfort.large, low=scene.comfort.low) - 1
    leaf = leaf_of(scene.unprinted(), scene.session.page_no, max(ROWS_LARGE, rows))
    keys = [KeyView("print_mine", ticket.number, ticket.id, "printer") for ticket in leaf.items]
    turning, line = pages.paging(scene, leaf.number, leaf.count)
    none_of_them = KeyView("done", words.get("key_not_mine"), icon="x")
    return ChoiceView(words.get("unprinted"), (*keys, none_of_them), "stack", turning, line)
