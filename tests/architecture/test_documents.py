from __future__ import annotations

import importlib
import re
import subprocess
import sys

import pytest

from devices.catalog import shipped_catalog
from hall.kernel.messages import Event
from tests.architecture.tree import ROOT, project_files, pyproject, told

DRIVER_KINDS = (
    "card_reader",
    "slip_printer",
    "paper_printer",
    "document_camera",
    "speaker",
    "call_strip",
    "simulator",
)
READERS_PAPERS = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")
LICENCES = "assets/LICENSES.md"
BINARY_ASSETS = {".ttf", ".otf", ".svg", ".png", ".wav", ".xz", ".ogg"}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def events() -> dict[str, type[Event]]:
    """Every event that can happen: those of all rooms of the hall that no other one refines."""
    kernel = ROOT / "hall" / "kernel"
    paths = [*ROOT.glob("hall/**/*messages.py"), kernel / "blobs.py", kernel / "outbox.py"]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    members = (vars(importlib.import_module(name)).values() for name in names)
    classes = {
        m for group in members for m in group if isinstance(m, type) and issubclass(m, Event)
    }
    refined = {base for found in classes for base in found.__mro__[1:]}
    return {found.__name__: found for found in classes - refined}


def verbs() -> list[str]:
    """The verbs that `./run` itself lists."""
    listed = subprocess.run(  # noqa: S603 - our own script
        [ROOT / "run", "--help"], capture_output=True, text=True, check=True
    )
    return re.findall(r"^ {2}([a-z][a-z-]*) {2,}\S", listed.stdout, flags=re.MULTILINE)


def test_every_event_is_documented_and_no_other():
    documented = re.findall(r"^\| `(\w+)` \|", text_of("docs/events.md"), flags=re.MULTILINE)
    assert sorted(documented) == sorted(events())


def test_every_event_is_said_by_its_room():
    for name, event in events().items():
        room = importlib.import_module(event.__module__)
        assert event in room.EVENTS, f"{name} is not in EVENTS of {event.__module__}"


@pytest.mark.parametrize("kind", DRIVER_KINDS)
def test_every_driver_is_documented(kind):
    document = text_of("docs/devices.md")
    missing = [name for name in shipped_catalog().names(kind) if f"`{name}`" not in document]
    assert not missing


def test_every_command_in_the_papers_is_a_verb():
    papers = [*READERS_PAPERS, *(told(p) for p in project_files() if p.match("docs/**/*.md"))]
    used = {
        (paper, verb)
        for paper in papers
        for verb in re.findall(r"\./run (?:--apt )?([a-z][a-z-]*)", text_of(paper))
    }
    assert {"demo", "test"} <= {verb for _, verb in used}
    assert not {(paper, verb) for paper, verb in used if verb not in verbs()}


def test_run_lists_the_verbs_that_launch_understands():
    listed = subprocess.run(
        [sys.executable, "-m", "launch", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert listed.returncode == 0, listed.stderr
    words = set(re.findall(r"[a-z][a-z-]*", listed.stdout))
    assert [verb for verb in verbs() if verb not in words | {"test"}] == []


def test_an_unknown_verb_gets_one_sentence():
    answer = subprocess.run(  # noqa: S603 - our own script
        [ROOT / "run", "demmo"], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1
    assert "demmo" in answer.stderr


@pytest.mark.parametrize("paper", READERS_PAPERS)
def test_the_papers_point_at_files_that_exist(paper):
    targets = re.findall(r"\]\(([^)#]+)\)", text_of(paper))
    targets += re.findall(r'src="([^"]+)"', text_of(paper))
    local = [target for target in targets if "://" not in target]
    assert local
    assert not [target for target in local if not (ROOT / target).exists()]


def test_both_readmes_show_the_same_pictures():
    pictures = [re.findall(r"docs/pictures/[\w-]+\.png", text_of(name)) for name in READERS_PAPERS]
    assert pictures[0]
    assert sorted(pictures[0]) == sorted(pictures[1])


def test_every_folder_of_fonts_pictures_and_sounds_says_its_licence():
    assets = (p for p in project_files() if p.is_relative_to(ROOT / "assets"))
    folders = {told(path.parent) for path in assets if path.suffix in BINARY_ASSETS}
    rows = re.findall(r"^\| `([^`]+)` \|.*\| (?:\[.+\]\((.+)\)|MIT) \|$", text_of(LICENCES), re.M)
    assert folders
    assert sorted(folders) == sorted({f"assets/{folder}" for folder, _ in rows})
    assert not [file for _, file in rows if file and not (ROOT / "assets" / file).exists()]


def test_every_font_family_has_its_own_licence():
    fonts = ROOT / "assets/fonts"
    families = {path.stem.split("-")[0] for path in fonts.glob("*.?tf")}
    assert families
    assert not [name for name in families if not list(fonts.glob(f"{name}-LICEN*"))]


def test_the_project_says_its_licence():
    assert pyproject()["project"]["license"] in text_of("LICENSE")


def test_every_decision_has_its_parts():
    decisions = sorted((ROOT / "docs/decisions").glob("[0-9][0-9][0-9][0-9]-*.md"))
    assert decisions
    numbers = [path.name[:4] for path in decisions]
    assert len(set(numbers)) == len(numbers)
    parts = ("Summary", "Context", "Decision", "Consequences", "Alternatives")
    for path in decisions:
        headings = re.findall(r"^## (\w+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert headings == list(parts), told(path)
