"""Looks at all screens side by side in processes of their own, and at what is beside them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from launch.paths import ASSETS
from launch.ux_report import check_flow, check_slip, check_sound
from launch.ux_report.conditions import Glass, Surface
from launch.ux_report.findings import Findings
from launch.ux_report.inspection import PageResult, Plan, inspect_glass, jobs
from launch.ux_report.showing import off_screen
from launch.ux_report.site import load_site
from launch.ux_report.strokes import load_heavy_characters


def collect(plan: Plan, surfaces: Sequence[Surface] = tuple(Surface)) -> Findings:
    """Look at everything; needs no application in this process."""
    findings = Findings()
    context = multiprocessing.get_context("spawn")
    workers = max(1, min(4, os.cpu_count() or 1))
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        looks = [pool.submit(look, surface, glass, plan) for surface, glass in jobs(surfaces)]
        add_beside(findings)
        for look_at_one in looks:
            for result in look_at_one.result():
                findings.add_page(result)
    return findings


def look(surface: Surface, glass: Glass, plan: Plan) -> list[PageResult]:
    """Look at one kind of screen on one panel, without a display."""
    with off_screen():
        return list(inspect_glass(surface, glass, load_site(), load_heavy_characters(), plan))


def add_beside(findings: Findings) -> None:
    """Measure the way to a number, the sounds and the slips."""
    findings.add_beside("the way after the card", check_flow.measures())
    findings.add_beside("sounds", check_sound.measures(ASSETS))
    findings.add_beside("slips", check_slip.measures(load_site()))
