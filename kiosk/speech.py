"""What is said when a page appears. No name, no age, no ID number is ever spoken."""

from __future__ import annotations

from kiosk.bringing import to_bring
from kiosk.scene import Scene
from ui_kit.line_break import run_on

_RETRY = {"several_cards": "_several", "not_an_id_card": "_other", "lifted": "_lifted"}
_COVER = ("cover_open", "offline", "fault", "user_error")


def sentence(scene: Scene) -> str:
    """Return the sentence of the page that is shown."""
    page, words = scene.page, scene.words
    special = {
        "home": lambda: words.spoken("home" if scene.reader_works else "home_touch"),
        "card": lambda: run_on(words.spoken("card"), words.spoken("card_note")),
        "card_retry": lambda: words.spoken(retry_key(scene)),
        "card_problem": lambda: words.spoken(problem_key(scene)),
        "greeting": lambda: _greeting(scene),
        "matters": lambda: words.spoken(matters_key(scene)),
        "bring": lambda: _bring(scene),
        "confirm": lambda: _confirm(scene),
        "slip": lambda: _slip(scene),
        "no_paper": lambda: words.spoken(no_paper_key(scene), read=_read(scene)),
        "already": lambda: words.spoken("already", read=_read(scene), ahead=_ahead(scene)),
        "help": lambda: _help(scene),
        "write": lambda: _write(scene),
        "hall_gone": lambda: words.spoken("hall_gone", guide=scene.guide),
        "privacy": lambda: run_on(words.spoken("card_note"), words.spoken(privacy_key(scene))),
        "not_undone": lambda: words.spoken(not_undone_key(scene), read=_read(scene)),
        "accompanied": lambda: words.spoken(accompanied_key(scene), guide=scene.guide),
        "say_none": lambda: words.spoken(unsaid_key(scene), guide=scene.guide),
        "list_failed": lambda: words.spoken(list_failed_key(scene)),
        "closed": lambda: words.spoken(
            "closed", opens=scene.facts.opens, closes=scene.facts.closes
        ),
    }
    return special[page]() if page in special else words.spoken(page)


def retry_key(scene: Scene) -> str:
    """Return the key of the words for a card that could not be used."""
    return "card_retry" + _RETRY.get(scene.session.unreadable, "")


def problem_key(scene: Scene) -> str:
    """Return the key of the words for a way without the card."""
    return "card_problem" if scene.reader_works else "card_problem_reader"


def matters_key(scene: Scene) -> str:
    """Return the key of the question; after a death the words are quiet."""
    matters = [m for m in scene.facts.matters if m.group == scene.session.group_id]
    bereaved = bool(matters) and all(matter.bereavement for matter in matters)
    return "matters_bereaved" if bereaved else "matters"


def no_paper_key(scene: Scene) -> str:
    """Return the key of the words for a number without paper, by what the printer says."""
    if scene.paper == "paper_out":
        return "no_paper"
    return "no_paper_cover" if scene.paper in _COVER else "no_paper_unknown"


def privacy_key(scene: Scene) -> str:
    """Return the key of the words about what is kept, by when this hall forgets."""
    return "privacy" if scene.facts.forgets_at_close else "privacy_overnight"


def not_undone_key(scene: Scene) -> str:
    """Return the key of the words for a number that stays, by why it does."""
    return f"not_undone_{scene.session.undo or 'late'}"


def accompanied_key(scene: Scene) -> str:
    """Return the key of the words for company on its way."""
    if not scene.linked:
        return "help_local"
    company = scene.session.company
    return "accompanied" if company == "walks" else f"accompanied_{company}"


def unsaid_key(scene: Scene) -> str:
    """Return the key of the words where nobody is asked how it was."""
    return f"say_none_{scene.session.unsaid}"


def list_failed_key(scene: Scene) -> str:
    """Return the key of the words for a list without paper, by what the printer says."""
    return "list_failed_paper" if scene.paper == "paper_out" else "list_failed"


def help_key(scene: Scene) -> str:
    """Return the key of the words for help, by why it was asked for."""
    if not scene.linked:
        return "help_local_unwell" if scene.session.help_reason == "unwell" else "help_local"
    reason, note = scene.session.help_reason, scene.session.note
    if note and reason != "unwell":
        return f"help_note_{note}"
    return "help" if reason == "help" else f"help_{reason}"


def _help(scene: Scene) -> str:
    words = scene.words
    said = words.spoken(help_key(scene), guide=scene.guide)
    if scene.session.note == "lost" and not scene.linked:
        return run_on(words.spoken("note_lost"), said)
    return said


def _write(scene: Scene) -> str:
    read = scene.numbers.count(scene.facts.handwriting_minutes)
    return run_on(scene.words.spoken("write"), scene.words.spoken("write_note", read=read))


def _greeting(scene: Scene) -> str:
    words, guest = scene.words, scene.session.guest
    said = [words.spoken("greeting", address="")]
    if guest is not None:
        if guest.expired:
            said.append(words.spoken("greeting_expired"))
        if guest.band == "under_60" and not scene.session.for_family:
            said.append(words.spoken("greeting_young"))
        if not guest.name_whole:
            said.append(words.spoken("greeting_rare"))
    return run_on(*said)


def _bring(scene: Scene) -> str:
    words, matter = scene.words, scene.session.matter
    if matter is None:
        return ""
    papers = to_bring(matter, words.get("form_mark"))
    if not papers:
        return words.spoken("bring_none", matter=matter.plain_name)
    names = words.get("list_mark").join(paper.plain for paper in papers)
    read = scene.numbers.count(len(papers))
    return words.spoken("bring", matter=matter.plain_name, read=read, papers=names)


def _confirm(scene: Scene) -> str:
    matter = scene.session.matter
    if matter is None:
        return ""
    if matter.auto_grant:
        return scene.words.spoken("confirm_granted")
    if scene.session.collects:
        return scene.words.spoken("confirm_collect")
    return scene.words.spoken("confirm", matter=matter.plain_name)


def _slip(scene: Scene) -> str:
    ticket = scene.session.ticket
    key = "slip_quiet" if scene.session.bereavement else "slip"
    if ticket is not None and ticket.where == "guide_desk" and not scene.session.bereavement:
        key = "slip_desk"
    words, guide = scene.words, scene.facts.guide_desk
    said = words.spoken(key, read=_read(scene), ahead=_ahead(scene), guide=guide)
    return run_on(said, words.spoken("key_accompany"))


def _read(scene: Scene) -> str:
    ticket = scene.session.ticket
    return scene.numbers.label(ticket.number) if ticket else ""


def _ahead(scene: Scene) -> str:
    count, words = scene.ahead(), scene.words
    if count is None:
        return words.spoken("spoken_ahead_many")
    if count > 0:
        return words.spoken("spoken_ahead", count=scene.numbers.count(count))
    quiet = "_quiet" if scene.session.bereavement else ""
    return words.spoken(f"spoken_ahead_none{quiet}")
