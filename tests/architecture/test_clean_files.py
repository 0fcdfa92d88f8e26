from __future__ import annotations

import re

import pytest

from tests.architecture.tree import project_files, told

# Written so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(
    r"(?<![\w.$}])/(?:[r]oot|[h]ome/[a-z]+|[w]ork|[U]sers|opt/[p]ypi|opt/[w]heels)\b"
)
REGISTRY_HOST = re.compile(
    r"\b(?:[p]ypi\.org|[p]ythonhosted|[n]pmjs|[d]ebian\.org|archive\.[u]buntu|[m]irrors?\.[a-z]+\.)",
    flags=re.IGNORECASE,
)
EMPTY_PROMISE = re.compile(r"\b(?:[T]ODO|[F]IXME|[X]XX)\b")
TEXT = {".py", ".toml", ".md", ".sh", ".txt", ".json", ".yaml", ".yml", ".ini", ".lock", ".cfg", ""}
# Inside the clean root these are the root's own folders, not this machine's.
INSIDE_THE_CLEAN_ROOT = {"tools/prove_clean_root.sh"}


def found(pattern: re.Pattern[str]) -> list[str]:
    """Every place of the project's own text that matches, as `file:line: match`."""
    places = []
    for path in project_files():
        if path.suffix not in TEXT or "licen" in path.name.lower():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            places += [f"{told(path)}:{number}: {m.group()}" for m in pattern.finditer(line)]
    return places


def test_no_file_names_a_folder_of_somebodys_machine():
    places = found(MACHINE_PATH)
    assert not [p for p in places if p.split(":")[0] not in INSIDE_THE_CLEAN_ROOT]


def test_no_file_names_a_package_registry():
    assert not found(REGISTRY_HOST)


def test_nothing_is_left_for_later_in_a_comment():
    assert not found(EMPTY_PROMISE)


@pytest.mark.parametrize("folder", ["root/x", "home/somebody/x", "work/main", "Users/x"])
def test_a_machine_path_would_be_found(folder):
    assert MACHINE_PATH.search(f"open('/{folder}')")


@pytest.mark.parametrize(
    ("name", "ending"), [("pypi", ".org"), ("deb.debian", ".org"), ("mirrors", ".example.cn")]
)
def test_a_registry_would_be_found(name, ending):
    assert REGISTRY_HOST.search(f"https://{name}{ending}/simple")
