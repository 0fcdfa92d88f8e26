"""Composes a paper: from a form and its values to placed pieces on A4 pages. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from devices.papers import Paper, PaperPage, PaperPiece
from forms.papers.blocks import rows_of_block
from forms.papers.edges import first_head, foot, later_head
from forms.papers.every_value import AnyValues
from forms.papers.facts import facts_of, filled
from forms.papers.form import CommonWords, Form, Heading, Signatures, Text
from forms.papers.loading import FormBook
from forms.papers.measures import BODY_SIZES_PT, Sizes, sizes
from forms.papers.paging import Pages
from forms.papers.rows import Row, held
from forms.papers.setting import Setting

_WITH_SIGNATURES = 2
"""So many rows stand on the page that is signed."""


class WrongValues(TypeError):
    """The values handed in are not those of the form."""


def compose(book: FormBook, name: str, values: AnyValues) -> Paper:
    """Return the paper of a form: 18 pt, or 17 or 16 where that saves a sheet that could get lost.

    What needs more pages than the form may have takes them: nobody leaves without a paper. Raises
    KeyError for an unknown name, WrongValues, and FormFault for a form that cannot be used.
    """
    form, words = book.form(name), book.common()
    if type(values).__name__ != form.values:
        raise WrongValues(f"{name} is filled with {form.values}, not {type(values).__name__}")
    facts = facts_of(values)
    settings = [(size, _pages(form, words, facts, size)) for size in map(sizes, BODY_SIZES_PT)]
    size, pages = min(settings, key=lambda setting: len(setting[1]))
    return Paper(
        name,
        form.title,
        tuple(
            PaperPage((*page, *foot(words, facts, size, number, len(pages))))
            for number, page in enumerate(pages, start=1)
        ),
        form.copies,
    )


def _pages(
    form: Form, words: CommonWords, facts: Mapping[str, object], size: Sizes
) -> tuple[tuple[PaperPiece, ...], ...]:
    setting = Setting(facts, size, words, filled(form.signed_as, facts))
    closing = _closing(form, words)
    beside = tuple(filled(text, facts) for text in closing) if _has_room(form) else ()
    rows: list[Row] = []
    for block in form.block:
        if isinstance(block, Signatures) and rows:
            rows[-_WITH_SIGNATURES:] = [
                replace(row, keep_next=True) for row in rows[-_WITH_SIGNATURES:]
            ]
        rows.extend(rows_of_block(block, setting, beside))
    if not beside:
        rows[-1] = replace(rows[-1], keep_next=True)
        ends = [
            row for text in closing for row in rows_of_block(Text(text, style="small"), setting)
        ]
        rows.extend(held(ends))

    def again(section: str) -> Row:
        heading = Heading(words.continued.format(section=section))
        return rows_of_block(heading, setting)[0]

    edges = first_head(form, words, facts, size), later_head(form, words, facts, size)
    return Pages(*edges, again).fill(rows)


def _closing(form: Form, words: CommonWords) -> tuple[str, ...]:
    """Return what a form says of itself at its end: copies, no fee, legal basis."""
    said = form.copies_for + form.free
    return (*((said,) if said else ()), words.basis.format(basis=form.basis))


def _has_room(form: Form) -> bool:
    """Whether the closing texts stand beside the one box to sign in, at the end of the form."""
    last = form.block[-1]
    return isinstance(last, Signatures) and len(last.labels) == 1
