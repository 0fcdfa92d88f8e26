"""What a matter asks for, as pages: on the glass, and on paper to take home."""

from __future__ import annotations

from kiosk.bringing import looked_up, paper_icon, paper_note, printed_here, to_bring
from kiosk.scene import Scene
from kiosk.speech import list_failed_key
from kiosk.views import BringView, KeyView, MessageView, PaperView

_PAPER_ICONS = {
    "paper_identity": "identification-card", "paper_household": "book",
    "paper_bank": "credit-card", "paper_photo": "camera", "paper_certificate": "certificate",
}  # fmt: skip
"""The kinds of papers, by the key of the word they are known by."""


def bring(scene: Scene) -> BringView:
    """Build the list of papers to bring."""
    words, matter = scene.words, scene.session.matter
    mark = words.get("form_mark")
    papers = to_bring(matter, mark) if matter else ()
    marks = {words.get(key): icon for key, icon in _PAPER_ICONS.items()}
    views = [
        PaperView(paper_icon(one.plain, marks), one.plain, words.get(paper_note(one)))
        for one in papers
    ]
    notes = []
    if matter is not None and printed_here(matter, mark):
        notes.append(words.get("bring_form"))
    shared = looked_up(matter, mark) if matter else ()
    if shared:
        names = words.get("list_mark").join(paper.plain for paper in shared[:2])
        notes.append(words.get("bring_shared", papers=names))
    keys = [KeyView("take", words.get("key_take"), icon="ticket", primary=True)]
    if papers:
        keys.append(KeyView("print_list", words.get("key_print_list"), icon="printer"))
    elif scene.guides:
        keys.append(_guide_key(scene))
    keys.append(KeyView("done", words.get("key_done_home"), icon="check"))
    return BringView(
        matter=scene.matter_name,
        lead=words.get("bring_lead") if papers else words.get("bring_none"),
        count=str(len(papers)) if papers else "",
        tail=words.get("bring_tail") if papers else "",
        papers=tuple(views),
        notes=tuple(notes),
        keys=tuple(keys),
    )


def list_printing(scene: Scene) -> MessageView:
    """Build the page while the list comes out."""
    return MessageView(
        title=scene.words.get("list_printing"), sentence=scene.matter_name, drawing="slip_list"
    )


def list_given(scene: Scene) -> MessageView:
    """Build the page with the list that came out; it says that it is no number."""
    words = scene.words
    guide = (_guide_key(scene),) if scene.guides and scene.session.paper == "list" else ()
    return MessageView(
        title=words.get("list_given"),
        drawing="slip_list",
        sentence=words.get("list_given_sentence"),
        keys=(
            KeyView("take", words.get("key_take"), icon="ticket", primary=True),
            *guide,
            KeyView("done", words.get("key_done_home"), icon="check"),
        ),
    )


def list_failed(scene: Scene) -> MessageView:
    """Build the page that offers the ways without paper."""
    words = scene.words
    return MessageView(
        title=words.get(list_failed_key(scene)),
        drawing="" if scene.session.bereavement else "help_person",
        sentence=words.get("list_failed_sentence"),
        keys=(
            KeyView("show_list", words.get("key_show_list"), icon="camera", primary=True),
            KeyView("help", words.get("key_write_list"), icon="note-pencil"),
        ),
    )


def _guide_key(scene: Scene) -> KeyView:
    return KeyView("print_guide", scene.words.get("key_print_guide"), icon="file-text")
