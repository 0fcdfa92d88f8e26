from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT, pyproject

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
OCR_LOCK = (ROOT / "requirements-ocr.lock").read_text(encoding="utf-8")
"""What the extra `ocr` needs besides; it is installed without looking for more."""
PACKAGE = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)(?P<rest>.*)$")


def locked(lock: str = LOCK) -> dict[str, tuple[str, int]]:
    """Name -> version and number of hashes, of every package in the lock."""
    found: dict[str, tuple[str, int]] = {}
    for block in re.split(r"\n(?=\S)", lock.strip()):
        match = PACKAGE.match(block.splitlines()[0])
        assert match, f"not a pinned package: {block.splitlines()[0]}"
        found[match["name"]] = (match["version"], block.count("--hash=sha256:"))
    return found


def asked_for() -> list[Requirement]:
    project = pyproject()["project"]
    extras = project["optional-dependencies"]
    assert set(extras) == {"dev", "ocr"}
    return [Requirement(text) for text in [*project["dependencies"], *extras["dev"]]]


@pytest.mark.parametrize("requirement", asked_for(), ids=lambda requirement: requirement.name)
def test_what_the_project_asks_for_is_locked_at_a_fitting_version(requirement):
    name = canonicalize_name(requirement.name)
    assert name in locked(), "run tools/lock.sh"
    assert locked()[name][0] in requirement.specifier, "run tools/lock.sh"


def test_what_reads_pages_is_pinned_and_locked_apart():
    for text in pyproject()["project"]["optional-dependencies"]["ocr"]:
        name, _, version = text.partition("==")
        assert locked(OCR_LOCK)[name][0] == version, "run tools/lock.sh"
    assert not locked(OCR_LOCK).keys() & locked().keys()


@pytest.mark.parametrize("lock", [LOCK, OCR_LOCK], ids=["lock", "ocr_lock"])
def test_every_locked_package_is_held_by_hashes(lock):
    assert not [name for name, (_, hashes) in locked(lock).items() if hashes == 0]


@pytest.mark.parametrize("lock", [LOCK, OCR_LOCK], ids=["lock", "ocr_lock"])
def test_the_lock_names_no_package_index(lock):
    assert "://" not in lock
    assert not re.search(r"^-", lock, flags=re.MULTILINE)


def test_only_the_parts_of_qt_that_are_used_are_locked():
    unwanted = {"pyside6", "pyside6-webengine", "pyside6-pdf", "opencv-python", "pyqt6", "pyqt5"}
    assert not unwanted & (locked().keys() | locked(OCR_LOCK).keys())
