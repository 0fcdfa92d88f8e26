from __future__ import annotations

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT, pyproject

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PACKAGE = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)(?P<rest>.*)$")


def locked() -> dict[str, tuple[str, int]]:
    """Name -> version and number of hashes, of every package in the lock."""
    found: dict[str, tuple[str, int]] = {}
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        match = PACKAGE.match(block.splitlines()[0])
        assert match, f"not a pinned package: {block.splitlines()[0]}"
        found[match["name"]] = (match["version"], block.count("--hash=sha256:"))
    return found


def asked_for() -> list[Requirement]:
    project = pyproject()["project"]
    extras = (name for group in project["optional-dependencies"].values() for name in group)
    return [Requirement(text) for text in [*project["dependencies"], *extras]]


@pytest.mark.parametrize("requirement", asked_for(), ids=lambda requirement: requirement.name)
def test_what_the_project_asks_for_is_locked_at_a_fitting_version(requirement):
    name = canonicalize_name(requirement.name)
    assert name in locked(), "run tools/lock.sh"
    assert locked()[name][0] in requirement.specifier, "run tools/lock.sh"


def test_every_locked_package_is_held_by_hashes():
    assert not [name for name, (_, hashes) in locked().items() if hashes == 0]


def test_the_lock_names_no_package_index():
    assert "://" not in LOCK
    assert not re.search(r"^-", LOCK, flags=re.MULTILINE)


def test_only_the_parts_of_qt_that_are_used_are_locked():
    unwanted = {"pyside6", "pyside6-webengine", "pyside6-pdf", "opencv-python", "pyqt6", "pyqt5"}
    assert not unwanted & locked().keys()
