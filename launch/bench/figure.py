"""One measured figure as one JSON line."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence

import msgspec

Measure = Callable[[bool], "Iterator[Figure]"]
"""A benchmark: takes whether it should be quick, yields its figures."""


class Ratio(msgspec.Struct, frozen=True, kw_only=True):
    """How a figure stands to another one of the same run."""

    of: str
    ratio: float


class Figure(msgspec.Struct, frozen=True, kw_only=True, rename={"count": "n"}):
    """A figure with its goal. `figure` is what the goal is about; `met` is None without a goal.

    `includes` says in one sentence where the clock starts, where it stops, and what lies between.
    """

    bench: str
    figure: float
    unit: str
    p50: float | None = None
    p99: float | None = None
    best: float | None = None
    count: int = 1
    goal: str = ""
    met: bool | None = None
    ratio_to: Ratio | None = None
    includes: str = ""


def line(figure: Figure) -> str:
    """Write a figure as one JSON line."""
    return msgspec.json.encode(figure).decode()


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that `percent` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100.0) - 1)]


def of_times(
    bench: str,
    times_s: Sequence[float],
    *,
    includes: str,
    most_p99_ms: float | None = None,
    ratio_to: tuple[str, Sequence[float]] | None = None,
) -> Figure:
    """Make the figure of many durations: milliseconds, judged by p99.

    `ratio_to` names other durations of the same run; the ratio is that of the medians.
    """
    p50_ms, p99_ms = statistics.median(times_s) * 1000, percentile(times_s, 99) * 1000
    compared = None
    if ratio_to is not None:
        name, others_s = ratio_to
        compared = Ratio(of=name, ratio=round(p50_ms / 1000 / statistics.median(others_s), 2))
    return Figure(
        bench=bench,
        figure=round(p99_ms, 2),
        unit="ms, p99",
        p50=round(p50_ms, 2),
        p99=round(p99_ms, 2),
        best=round(min(times_s) * 1000, 2),
        count=len(times_s),
        goal="" if most_p99_ms is None else f"p99 <= {most_p99_ms:g} ms",
        met=None if most_p99_ms is None else p99_ms <= most_p99_ms,
        ratio_to=compared,
        includes=includes,
    )


def of_ratio(
    bench: str,
    times_s: Sequence[float],
    ratio_to: tuple[str, Sequence[float]],
    *,
    most: float,
    includes: str,
) -> Figure:
    """Make the figure of a ratio of medians, judged by the ratio."""
    times = of_times(bench, times_s, includes=includes, ratio_to=ratio_to)
    ratio = times.ratio_to.ratio if times.ratio_to is not None else math.inf
    return msgspec.structs.replace(
        times, figure=ratio, unit="ratio of p50", goal=f"ratio <= {most:g}", met=ratio <= most
    )


def of_size(bench: str, size_mb: float, *, most_mb: float, includes: str) -> Figure:
    """Make the figure of a size in megabytes (10^6 bytes)."""
    return Figure(
        bench=bench,
        figure=round(size_mb, 1),
        unit="MB",
        goal=f"<= {most_mb:g} MB",
        met=size_mb <= most_mb,
        includes=includes,
    )
