from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

NOT_OURS = {".git", ".venv", ".state", ".hypothesis", "build"}


def kept(path: Path) -> bool:
    """Not a cache, an environment or anything else that is made on the spot."""
    parts = path.relative_to(ROOT).parts
    return not any(p in NOT_OURS or p.endswith(("_cache", "__pycache__")) for p in parts)


def project_files() -> list[Path]:
    """Everything that is or would be committed; a checkout without git is walked instead."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run(  # noqa: S603 - a fixed command
            [git, "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "-z"],
            capture_output=True,
            text=True,
            check=False,
        )
        if listed.returncode == 0:
            paths = (ROOT / name for name in listed.stdout.split("\0") if name)
            return sorted({path for path in paths if path.is_file()})
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and kept(path))


def root_packages() -> list[str]:
    """Every top-level folder with an `__init__.py`, the tests excepted."""
    found = (path.parent.name for path in ROOT.glob("*/__init__.py"))
    return sorted(name for name in found if name != "tests")


def product_modules() -> list[Path]:
    """The Python files of all rooms."""
    rooms = root_packages()
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py") if kept(path))


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def told(path: Path) -> str:
    """A path as a failing test should show it."""
    return str(path.relative_to(ROOT))
