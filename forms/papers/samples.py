"""Invented values of every form, ordinary and the longest that must fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Literal

import msgspec

from forms.papers.cases import privacy_of
from forms.papers.every_value import EVERY_VALUE, AnyValues
from forms.papers.form import CommonWords, Form
from forms.papers.loading import FormBook
from forms.papers.matters import LISTS, NOBODY, application_of, guide_of, list_of
from forms.papers.values import Application, PaperHead, Person
from hall.kernel.facts import HallFacts, MatterFact

Length = Literal["sample", "longest"]

NEEDS_MATTER = frozenset({"MatterGuide", "Application"})
"""Classes of values that tell of one matter of the list."""


def sample_values(
    book: FormBook, name: str, facts: HallFacts, matter: MatterFact, length: Length = "sample"
) -> AnyValues:
    """Return invented values for a form; `matter` is asked by papers of one matter.

    Raises KeyError for an unknown form and msgspec.ValidationError for a sample that is none.
    """
    form, words = book.form(name), book.common()
    head, person = _head(words, length), _person(words, length)
    if form.retention == "not_kept":
        head = _published(head)
    if form.values == "MatterGuide":
        return guide_of(matter, words.matter, head)
    if form.values == "Application":
        if form.signed_as:
            return model_application(book, matter, _published(head))
        return application_of(matter, words.matter, _published(head), person)
    if form.values == "PrivacyNotice" and length == "sample":
        return privacy_of(facts, words, head)
    if form.values == "PublishedList":
        version = str(form.sample["version"])
        return list_of(facts, words.matter, head, version, LISTS[name])
    return _from_tables(form, head, person, length)


def model_application(book: FormBook, matter: MatterFact, head: PaperHead) -> Application:
    """Return the application of a matter filled in by an invented person."""
    words = book.common()
    return application_of(matter, words.matter, head, _person(words, "sample"))


def blank_application(book: FormBook, matter: MatterFact) -> AnyValues:
    """Return the application of a matter with nobody in it."""
    words = book.common()
    return application_of(matter, words.matter, _published(_head(words, "sample")), NOBODY)


def _from_tables(form: Form, head: PaperHead, person: Person, length: Length) -> AnyValues:
    values = EVERY_VALUE[form.values]
    names = {one.name for one in fields(values)}
    given: dict[str, object] = {"name": person.name} if "name" in names else {}
    given |= form.sample | (form.longest if length == "longest" else {})
    tables: Mapping[str, object] = {
        "head": msgspec.to_builtins(head),
        "person": msgspec.to_builtins(person),
    }
    return msgspec.convert(given | {k: v for k, v in tables.items() if k in names}, values)


def _head(words: CommonWords, length: Length) -> PaperHead:
    return PaperHead(**(words.longest_head if length == "longest" else words.sample_head))


def _person(words: CommonWords, length: Length) -> Person:
    return Person(**(words.longest_person if length == "longest" else words.sample_person))


def _published(head: PaperHead) -> PaperHead:
    """Return a head without number and code: the paper belongs to no case."""
    return replace(head, number="", token="")
