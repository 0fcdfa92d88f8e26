"""Pages after a number was given: taking it back, and somebody who goes along."""

from __future__ import annotations

from kiosk.pages import ahead_fact, number_of
from kiosk.scene import Scene
from kiosk.side_pages import nobody_hears
from kiosk.speech import accompanied_key, not_undone_key
from kiosk.views import FactView, KeyView, MessageView, SlipView


def undoing(scene: Scene) -> MessageView:
    """Build the page while the number is being taken back."""
    return MessageView(title=scene.words.get("undoing"), drawing="chair")


def undone(scene: Scene) -> MessageView:
    """Build the page after it: what becomes of the paper, and the way back to the groups."""
    words = scene.words
    return MessageView(
        title=words.get("undone", number=scene.session.void),
        drawing="slip_torn",
        sentence=words.get("undone_sentence"),
        keys=(
            KeyView(
                "choose_again",
                words.get("key_choose_again"),
                icon="arrow-counter-clockwise",
                primary=True,
            ),
            KeyView("done", words.get("key_no_number"), icon="x"),
        ),
    )


def not_undone(scene: Scene) -> SlipView:
    """Build the page with the number that stays: whoever wants another asks a person."""
    words, session = scene.words, scene.session
    key = not_undone_key(scene)
    return SlipView(
        title=words.get(key),
        number=number_of(scene),
        caption="",
        matter=scene.matter_name,
        facts=_called_to(scene) if session.undo == "called" else (ahead_fact(scene),),
        sentence=words.get(f"{key}_sentence"),
        note="",
        drawing="",
        keys=(KeyView("done", words.get("key_done_home"), icon="check"),),
        on_paper=False,
    )


def _called_to(scene: Scene) -> tuple[FactView, ...]:
    """Return the window that calls, as soon as the board tells it."""
    held, words = scene.session.ticket, scene.words
    now = scene.board.floor.tickets.get(held.id) if held else None
    counter = scene.facts.counter(now.counter_id) if now and now.counter_id else None
    if counter is None:
        return ()
    caption, unit = words.get("not_undone_called_caption"), words.get("not_undone_called_unit")
    return (FactView("door-open", caption, str(counter.window_number), unit),)


def accompany(scene: Scene) -> MessageView:
    """Build the question for whoever wants company: on foot, in a wheelchair, or at the call."""
    words = scene.words
    return MessageView(
        title=words.get("accompany"),
        drawing="" if scene.session.bereavement else "help_person",
        sentence=words.get("accompany_sentence"),
        note=_own_number(scene),
        keys=(
            KeyView("walks", words.get("key_walks"), icon="person-simple-walk"),
            KeyView("wheelchair", words.get("key_wheelchair"), icon="wheelchair"),
            KeyView("hearing", words.get("key_hearing"), icon="ear-slash"),
        ),
        arrangement="rows",
    )


def accompanied(scene: Scene) -> MessageView:
    """Build the page after it: who comes, and that the number goes on."""
    words = scene.words
    done = KeyView("done", words.get("key_done_home"), icon="check")
    if not scene.linked:
        return nobody_hears(scene, note=_own_number(scene), keys=(done,))
    return MessageView(
        title=words.get(accompanied_key(scene)),
        drawing="" if scene.session.bereavement else "help_coming",
        sentence=words.get(f"{accompanied_key(scene)}_sentence"),
        note=_own_number(scene),
        keys=(done,),
        title_em_mm=43.7,
    )


def _own_number(scene: Scene) -> str:
    ticket = scene.session.ticket
    return scene.words.get("your_number", number=ticket.number) if ticket else ""
