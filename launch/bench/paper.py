"""From the values of a case to the bytes of its paper, every form with its longest values."""

from __future__ import annotations

import time
from collections.abc import Iterator

from forms.papers.compose import compose
from forms.papers.samples import sample_values
from launch.bench.figure import Figure, of_times
from launch.facts import facts_of
from launch.papers import form_book, paper_renderer
from launch.paths import CONFIG
from launch.settings import load_hall

ROUNDS, ROUNDS_QUICKLY = 20, 3
MOST_P99_MS = 1000.0


def measure(quick: bool) -> Iterator[Figure]:
    """Compose and render every paper, again and again."""
    times_s: list[float] = []
    first_s = _papers(times_s, ROUNDS_QUICKLY if quick else ROUNDS)
    yield of_times(
        "paper",
        times_s,
        includes="values to PDF bytes, composing and rendering, every form with its longest values",
        most_p99_ms=MOST_P99_MS,
    )
    yield of_times(
        "first_paper",
        [first_s],
        includes="the first paper of a station that has warmed up, with a name of rare characters",
        most_p99_ms=MOST_P99_MS,
    )


def _papers(times_s: list[float], rounds: int) -> float:
    hall = load_hall(CONFIG)
    facts = facts_of(hall.settings, hall.matters)
    matter = facts.matters[0]
    book, render = form_book(), paper_renderer()
    names = book.names()
    render.warm_up()
    began_s = time.perf_counter()
    render(compose(book, names[0], sample_values(book, names[0], facts, matter, "longest")))
    first_s = time.perf_counter() - began_s
    for _ in range(rounds):
        for name in names:
            values = sample_values(book, name, facts, matter, "longest")
            began_s = time.perf_counter()
            render(compose(book, name, values))
            times_s.append(time.perf_counter() - began_s)
    return first_s
