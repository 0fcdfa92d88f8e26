"""The pages on the way to a number, as values."""

from __future__ import annotations

from dataclasses import replace

from kiosk.catalogue import groups_of, leaf_of, matters_of, rows_a_page
from kiosk.picturing import picturable
from kiosk.scene import Scene
from kiosk.speech import matters_key, no_paper_key, privacy_key, problem_key, retry_key
from kiosk.views import (
    ChoiceView,
    FactView,
    HomeView,
    KeyView,
    MessageView,
    NumberView,
    SlipView,
)

_KEYS_WITH_ICONS = 3
_TILE_ICONS = {
    "what_to_bring": "chat-circle-dots",
    "collect": "certificate",
    "not_done": "clipboard-text",
    "say_how": "smiley",
}


def home(scene: Scene) -> HomeView:
    """Build the home page: only tiles whose capability is installed.

    How it was is asked of a card, and where numbers are left over they come first: no page asks
    more than six things.
    """
    words = scene.words
    left_over = bool(scene.unprinted())
    tiles = [
        KeyView(tile, words.get(f"tile_{tile}"), icon=_TILE_ICONS[tile])
        for tile in scene.shelf.tiles
        if tile != "say_how" or (scene.reader_works and not left_over)
    ]
    unprinted = None
    if left_over:
        unprinted = KeyView("unprinted", words.get("tile_unprinted"), icon="printer")
    works = scene.reader_works
    return HomeView(
        headline=words.get("home_low" if scene.comfort.low and works else "home"),
        invitation=words.get("home_invitation" if works else "home_invitation_touch"),
        tiles=tuple(tiles),
        unprinted=unprinted,
        touch_first=not works,
        languages=tuple(
            KeyView("language", tongue.names.get("key"), tongue.id, "translate")
            for tongue in scene.tongues
            if tongue.id != scene.tongue.id
        ),
    )


def card(scene: Scene) -> MessageView:
    """Build the page that asks for the card."""
    words = scene.words
    return MessageView(
        title=words.get("card"),
        drawing="card_put",
        note=words.get("card_note"),
        keys=(
            KeyView("no_card", words.get("key_no_card"), icon="identification-card"),
            KeyView("privacy", words.get("key_privacy"), icon="lock"),
        ),
        arrangement="pair",
    )


def privacy(scene: Scene) -> MessageView:
    """Build the page that says what is read from a card, and when it is deleted."""
    words = scene.words
    return MessageView(
        title=words.get(privacy_key(scene)),
        drawing="card_take",
        sentence=words.get("privacy_sentence"),
        note=words.get("privacy_note"),
        keys=(
            KeyView("done", words.get("key_done_home"), icon="check"),
            KeyView("no_card", words.get("key_without_card"), icon="ticket"),
        ),
    )


def card_retry(scene: Scene) -> MessageView:
    """Build the page after a read that failed."""
    words = scene.words
    return MessageView(
        title=words.get(retry_key(scene)),
        drawing="card_put",
        keys=(KeyView("no_card", words.get("key_without_card"), icon="identification-card"),),
    )


def card_problem(scene: Scene) -> MessageView:
    """Build the page that offers the ways without a card."""
    words = scene.words
    keys = [KeyView("no_card", words.get("key_without_card"), icon="ticket", primary=True)]
    if scene.reader_works:
        keys.append(
            KeyView("put_again", words.get("key_put_again"), icon="arrow-counter-clockwise")
        )
    return MessageView(
        title=words.get(problem_key(scene)),
        drawing="help_person",
        note=words.get("card_problem_note") if scene.reader_works else "",
        keys=tuple(keys),
    )


def age(scene: Scene) -> MessageView:
    """Build the question for an age, one's own or that of the elder at home; it is believed."""
    words = scene.words
    bands = ("under_60", "60_79", "80_plus")
    keys = tuple(KeyView("age", words.get(f"age_{band}"), argument=band) for band in bands)
    return MessageView(title=words.get(scene.page), keys=keys, arrangement="rows")


def greeting(scene: Scene) -> MessageView:
    """Build the greeting; it passes by itself."""
    words, guest = scene.words, scene.session.guest
    address = guest.address if guest else ""
    title = words.get("greeting", address=address) if address else words.get("greeting_plain")
    note = ""
    if guest is not None:
        if not guest.name_whole:
            note = words.get("greeting_rare")
        elif guest.expired:
            note = words.get("greeting_expired")
        elif guest.band == "under_60":
            note = words.get("greeting_young")
    return MessageView(
        title=title,
        drawing="card_take" if scene.session.bereavement else "greeting",
        sentence=words.get("greeting_take"),
        note=note,
        title_em_mm=57.6,
        keys=(
            KeyView("continue", words.get("key_continue"), icon="arrow-right", primary=True),
            KeyView("for_family", words.get("key_for_family"), icon="users"),
            KeyView("unclear", words.get("key_unclear"), icon="chat-circle-dots"),
        ),
    )


def groups(scene: Scene) -> ChoiceView:
    """Build the first question: plain groups of matters."""
    mark = scene.words.get("examples_mark")
    keys = tuple(
        KeyView("group", group.name, group.id, group.icon, mark.join(group.examples[:2]))
        for group in groups_of(scene.facts)
    )
    return ChoiceView(scene.words.get(scene.page), keys, "tiles")


def matters(scene: Scene) -> ChoiceView:
    """Build the list of one group, a few rows a page."""
    words, comfort = scene.words, scene.comfort
    rows = rows_a_page(large=comfort.large, low=comfort.low)
    asks = scene.page == "ask_matters"  # what is collected asks for no paper
    chosen = scene.session.group_id
    found = matters_of(scene.facts, chosen) if asks else scene.facts.offered(chosen)
    leaf = leaf_of(found, scene.session.page_no, rows)
    keys = tuple(
        KeyView("matter", "\n".join(matter.plain_lines or (matter.plain_name,)), matter.id)
        for matter in leaf.items
    )
    title = words.get("ask_matters" if asks else matters_key(scene))
    return ChoiceView(title, keys, "rows", *paging(scene, leaf.number, leaf.count))


def paging(scene: Scene, number: int, count: int) -> tuple[tuple[KeyView, ...], str]:
    """Return the keys that turn the page, and where one is."""
    if count == 1:
        return (), ""
    words = scene.words
    keys = []
    if number > 0:
        keys.append(KeyView("previous_page", words.get("key_previous_page"), icon="arrow-left"))
    if number < count - 1:
        keys.append(KeyView("next_page", words.get("key_next_page"), icon="arrow-right"))
    return tuple(keys), words.get("page_line", number=number + 1, count=count)


def ahead_fact(scene: Scene) -> FactView:
    """Return the card that says how many are before the visitor."""
    words, count = scene.words, scene.ahead()
    if count == 0:
        quiet = scene.session.bereavement or scene.session.ticket is None
        return FactView("users", words.get("ahead_none_quiet" if quiet else "ahead_none_caption"))
    figure = str(count) if count is not None else words.get("ahead_many", count=100)
    return FactView("users", words.get("ahead_caption"), figure, words.get("ahead_unit"))


def confirm(scene: Scene) -> MessageView:
    """Build the question whether the chosen matter is the right one."""
    words, session = scene.words, scene.session
    granted = session.matter is not None and session.matter.auto_grant
    keys = [
        KeyView("yes", words.get("key_yes"), icon="check-fat", primary=True),
        KeyView("no", words.get("key_no"), icon="arrow-counter-clockwise"),
    ]
    if not session.for_family:
        keys.append(KeyView("for_family", words.get("key_for_family"), icon="users"))
    if scene.camera and picturable(session.matter, words.get("form_mark")):
        keys.append(KeyView("photo", words.get("key_photo"), icon="camera"))
    if len(keys) > _KEYS_WITH_ICONS:  # three beside each other have room for their words only
        keys = [keys[0], *(replace(key, icon="") for key in keys[1:])]
        keys[1] = replace(keys[1], label=words.get("key_no_short"))
        keys[2] = replace(keys[2], label=words.get("key_for_family_short"))
    return MessageView(
        title=scene.matter_name,
        lead=words.get("confirm_lead_collect" if session.collects else "confirm_lead"),
        tail=words.get("confirm_tail"),
        note=words.get("confirm_granted") if granted else
        words.get("for_family") if session.for_family else "",
        # Windows that issue do other things too: who is before is known with the number only.
        facts=() if session.collects else (ahead_fact(scene),),
        keys=tuple(keys),
        arrangement="yes_no",
    )  # fmt: skip


def printing(scene: Scene) -> MessageView | SlipView:
    """Build the page while the number is taken and its paper comes out.

    A number that was given is shown at once: whatever the printer does, nobody waits without it.
    """
    words = scene.words
    if scene.session.ticket is None:
        return MessageView(title=words.get("printing"), sentence=scene.matter_name, drawing="chair")
    return SlipView(
        title=words.get("printing_slip"),
        number=number_of(scene),
        caption=words.get("slip_caption"),
        matter=scene.matter_name,
        facts=(ahead_fact(scene),),
        sentence="",
        note="",
        drawing="",
        keys=(),
        on_paper=True,
    )


def number_of(scene: Scene) -> NumberView:
    """Return the visitor's number; empty before there is one."""
    ticket = scene.session.ticket
    if ticket is None:
        return NumberView("", "")
    return NumberView(*scene.facts.label_parts(ticket.series, ticket.number))


def slip(scene: Scene) -> SlipView:
    """Build the page with the slip that came out."""
    words, session = scene.words, scene.session
    guide = scene.facts.guide_desk
    sentence = words.get("slip_sentence_quiet" if session.bereavement else "slip_sentence")
    if session.ticket is not None and session.ticket.where == "guide_desk":
        sentence = words.get("slip_sentence_desk", guide=guide)
    keys = [
        KeyView("done", words.get("key_slip_done"), icon="check"),
        KeyView("accompany", words.get("key_accompany"), icon="users"),
    ]
    if scene.undoable:
        keys.append(KeyView("undo", words.get("key_undo"), icon="arrow-u-up-left"))
    return SlipView(
        title=words.get("slip"),
        number=number_of(scene),
        caption=words.get("slip_caption"),
        matter=scene.matter_name,
        facts=(ahead_fact(scene),),
        sentence=sentence,
        note="",
        drawing="",
        keys=tuple(keys),
        on_paper=True,
    )


def no_paper(scene: Scene) -> SlipView:
    """Build the page with the number that has no paper: giant, to be kept in mind."""
    words = scene.words
    return SlipView(
        title=words.get(no_paper_key(scene)),
        number=number_of(scene),
        caption="",
        matter=scene.matter_name,
        facts=(ahead_fact(scene),),
        sentence=words.get("no_paper_staff"),
        note=words.get("no_paper_written"),
        drawing="" if scene.session.bereavement else "help_coming",
        keys=(KeyView("remembered", words.get("key_remembered"), icon="check"),),
        on_paper=False,
    )


def already(scene: Scene) -> SlipView:
    """Build the page for somebody who holds a number for this matter."""
    words = scene.words
    return SlipView(
        title=words.get("already"),
        number=number_of(scene),
        caption="",
        matter=scene.matter_name,
        facts=(ahead_fact(scene),),
        sentence="",
        note="",
        drawing="",
        keys=(
            KeyView("reprint", words.get("key_reprint"), icon="printer"),
            KeyView("for_other", words.get("key_for_other"), icon="users"),
        ),
        on_paper=False,
    )
