"""./run form."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused
from launch.papers import form_book, paper_renderer
from launch.paths import CONFIG

if TYPE_CHECKING:
    from forms.papers.loading import FormBook
    from hall.kernel.facts import HallFacts, MatterFact

SAMPLE_MATTER = "EL003"
"""The matter of samples where none is chosen: one with every kind of paper."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a form; --list names them")
    parser.add_argument("--list", action="store_true", help="name every form and stop")
    parser.add_argument("--sample", action="store_true", help="with invented values")
    parser.add_argument("--longest", action="store_true", help="with the longest that must fit")
    parser.add_argument("--blank", action="store_true", help="blank_form with nobody in it")
    parser.add_argument("--matter", metavar="ID", help="the matter of the list a form is about")
    parser.add_argument("--out", type=Path, metavar="F.pdf", help="the file to write")
    parser.add_argument(
        "--config", type=Path, default=CONFIG, help="folder with matters.toml; default: config"
    )
    parser.epilog = "Writes one A4 paper as PDF. Nothing real is in it."


def run(options: argparse.Namespace) -> int:
    """Name the forms, or write one with invented values."""
    from forms.papers.loading import FormFault

    book = form_book()
    try:
        if options.list:
            for name in book.names():
                print(f"{name:<18} {book.form(name).title}")
            return 0
        return _write(options, book)
    except FormFault as fault:
        raise Misused(str(fault)) from fault


def _write(options: argparse.Namespace, book: FormBook) -> int:
    from forms.papers.compose import compose
    from forms.papers.samples import blank_application, sample_values

    name, out = _name(options, book), _out(options)
    facts = _facts(options.config)
    matter = _matter(options.matter or SAMPLE_MATTER, facts)
    if options.blank:
        if book.form(name).values != "Application":
            raise Misused(f"{name} is never blank; only blank_form is")
        values = blank_application(book, matter)
    else:
        values = sample_values(
            book, name, facts, matter, "longest" if options.longest else "sample"
        )
    paper = compose(book, name, values)
    out.write_bytes(paper_renderer()(paper))
    print(f"{out}: {paper.title}, {len(paper.pages)} pages, copies: {paper.copies}")
    return 0


def _name(options: argparse.Namespace, book: FormBook) -> str:
    from difflib import get_close_matches

    name = str(options.name or "")
    if name in book.names():
        return name
    close = get_close_matches(name, book.names(), n=1, cutoff=0.4)
    hint = f"; did you mean '{close[0]}'?" if close else "; ./run form --list names them"
    raise Misused(f"there is no form '{name}'{hint}")


def _out(options: argparse.Namespace) -> Path:
    if not (options.sample or options.longest or options.blank):
        raise Misused("say what is to be in it: --sample, --longest or --blank")
    if options.out is None:
        raise Misused("say where to write it: --out F.pdf")
    return Path(options.out)


def _facts(config: Path) -> HallFacts:
    from launch.facts import facts_of
    from launch.settings import ConfigErrors, load_hall

    try:
        hall = load_hall(config)
    except ConfigErrors as fault:
        raise Misused(str(fault.findings[0])) from fault
    return facts_of(hall.settings, hall.matters)


def _matter(matter_id: str, facts: HallFacts) -> MatterFact:
    matter = facts.matter(matter_id)
    if matter is None and matter_id == SAMPLE_MATTER:
        return facts.matters[0]
    if matter is None:
        raise Misused(f"there is no matter '{matter_id}' on the list")
    return matter
