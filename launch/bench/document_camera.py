"""Pages under the camera: where their corners are, what is said of them, how long a page takes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from launch.bench.figure import Figure, of_times
from launch.paths import ASSETS

if TYPE_CHECKING:
    import numpy as np

PAGES, PAGES_QUICKLY = 500, 40
TIMED, TIMED_QUICKLY = 40, 5
MOST_CORNER_SHARE, LEAST_SHARE, MOST_P99_MS = 0.01, 0.95, 1500.0
A_PAGE = (
    "MJPEG of 8 MP as the camera sends it to the JPEG of the page: decoded, outlined, judged, "
    "flattened at its dpi, lit evenly, sharpened, encoded"
)
SEED_CORNERS, SEED_REFUSALS, SEED_TIMES = 7, 11, 13


def measure(quick: bool) -> Iterator[Figure]:
    """Draw pages, find them, judge them, make them flat."""
    from document_camera.simulated.paper import drawn
    from document_camera.simulated.sheets import sheets

    pages = {name: drawn(name, ASSETS / "fonts") for name in sheets()}
    count = PAGES_QUICKLY if quick else PAGES
    yield _corners(pages, count)
    yield _refusals(pages, count)
    walls_s, cpus_s = _times_s(pages, TIMED_QUICKLY if quick else TIMED)
    yield of_times("page_of_8_mp", walls_s, includes=A_PAGE, most_p99_ms=MOST_P99_MS)
    yield of_times(
        "page_of_8_mp_cpu",
        cpus_s,
        includes=f"the processor's time, all threads, of the same: {A_PAGE}",
        most_p99_ms=MOST_P99_MS,
    )


def _corners(pages: Mapping[str, np.ndarray], count: int) -> Figure:
    from document_camera.page.outline import outline_of
    from document_camera.simulated.sampling import WIDTH_PX, samples

    right = 0
    for sample in samples(count, tuple(pages), SEED_CORNERS, ("good",)):
        small, _ = _as_seen(sample.picture(pages))
        outline = outline_of(small)
        if outline is not None and not outline.cut:
            scale = WIDTH_PX / small.shape[1]
            right += corner_error(outline.corners * scale, sample.corners) <= MOST_CORNER_SHARE
    return _share(
        "page_corners",
        right,
        count,
        f"pages whose farthest corner is within {MOST_CORNER_SHARE:.0%} of the page's width: "
        "rotated, leaning, shadowed, on four desks",
    )


def _refusals(pages: Mapping[str, np.ndarray], count: int) -> Figure:
    from document_camera.page.judging import seen_in
    from document_camera.simulated.sampling import samples

    right = sum(
        seen_in(*_as_seen(sample.picture(pages))) == sample.kind
        for sample in samples(count, tuple(pages), SEED_REFUSALS)
    )
    return _share(
        "page_verdicts",
        right,
        count,
        "pictures of which the right one of six words is said: good, no paper, cut corner, glare, "
        "blur, too dark, as many of each",
    )


def corner_error(found: np.ndarray, true: np.ndarray) -> float:
    """Return the farthest corner's error as a share of the page's width, whichever comes first."""
    import numpy as np

    width = float(np.linalg.norm(true[1] - true[0]))
    return min(
        float(np.linalg.norm(np.roll(found, turn, axis=0) - true, axis=1).max()) / width
        for turn in range(4)
    )


def _times_s(pages: Mapping[str, np.ndarray], count: int) -> tuple[list[float], list[float]]:
    """Return the seconds each page took by the clock, and by the processor."""
    import cv2

    from document_camera.page.finish import finished, jpeg
    from document_camera.page.judging import verdict_of
    from document_camera.page.outline import outline_of
    from document_camera.page.straighten import flat
    from document_camera.simulated.sampling import samples
    from document_camera.still import Still

    walls_s: list[float] = []
    cpus_s: list[float] = []
    for sample in samples(count, tuple(pages), SEED_TIMES, ("good",)):
        picture = sample.picture(pages)
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])
        still = Still(picture.shape[1], picture.shape[0], jpeg=data.tobytes())
        began_s, began_cpu_s = time.perf_counter(), time.process_time()
        small = still.small()
        outline = outline_of(small)
        verdict_of(small, still.grey(), outline, moving=False)
        if outline is None:
            continue
        full = still.full()
        page, dpi = flat(full, outline.corners * (full.shape[1] / small.shape[1]), "left")
        jpeg(finished(page), dpi)
        walls_s.append(time.perf_counter() - began_s)
        cpus_s.append(time.process_time() - began_cpu_s)
    return walls_s, cpus_s


def _as_seen(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the small picture and the grey one, as they are made of the camera's MJPEG."""
    import cv2

    from document_camera.still import Still

    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])
    still = Still(picture.shape[1], picture.shape[0], jpeg=data.tobytes())
    return still.small(), still.grey()


def _share(bench: str, right: int, count: int, includes: str) -> Figure:
    return Figure(
        bench=bench,
        figure=round(right / count, 4),
        unit="share",
        count=count,
        goal=f">= {LEAST_SHARE:g}",
        met=right / count >= LEAST_SHARE,
        includes=includes,
    )
