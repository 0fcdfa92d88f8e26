"""Sets a machine up for Silverhall: system libraries, then the packages of the hashed lock.

Called by ``run`` with the system's own Python, so it uses the standard library only.

Usage: ``bootstrap.py ROOT NEEDS MAY_INSTALL`` where NEEDS is ``base``, ``base-screen``,
``base-test`` or ``base-screen-test`` and MAY_INSTALL is ``yes`` or ``no``. Exit 0 when everything
is there, 2 after one sentence that says what to do.
"""

from __future__ import annotations

import configparser
import ctypes
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# What Qt, the sound and the voice load at run time -> the Debian or Ubuntu package that has it.
# Asked of the loader and not of the package database: a hand-built machine counts too.
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "base": {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libfontconfig.so.1": "libfontconfig1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libpulse.so.0": "libpulse0",
        "libXrandr.so.2": "libxrandr2",  # Qt reaches no camera without it, and does not say why
        "libespeak-ng.so.1": "libespeak-ng1",
    },
    # Qt 6.12 aborts when one of these is missing and always blames libxcb-cursor0.
    "screen": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-image.so.0": "libxcb-image0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libX11-xcb.so.1": "libx11-xcb1",
    },
    "test": {},
}

PROGRAMS: Mapping[str, Mapping[str, str]] = {
    "base": {"espeak-ng": "espeak-ng"},
    "screen": {},
    "test": {
        "pdftotext": "poppler-utils",
        "pulseaudio": "pulseaudio",
        "parec": "pulseaudio-utils",
    },
}


class CannotSetUp(Exception):
    """The machine lacks something this program may not or cannot install; the text says what."""


def tell(sentence: str) -> None:
    """Write one sentence about the progress."""
    sys.stderr.write(f"run: {sentence}\n")
    sys.stderr.flush()


def loads(library: str) -> bool:
    """Whether the dynamic loader finds and accepts ``library``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(groups: Iterable[str]) -> dict[str, str]:
    """What is not there, as ``{library or program: package}``."""
    missing: dict[str, str] = {}
    for group in groups:
        missing.update({k: v for k, v in LIBRARIES[group].items() if not loads(k)})
        missing.update({k: v for k, v in PROGRAMS[group].items() if not shutil.which(k)})
    return missing


def call(
    command: Sequence[str], *, quiet: bool, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one program of the system and wait for it; ``quiet`` keeps its words for the caller.

    Raises:
        OSError: there is no such program.
    """
    with_environment = {**os.environ, **(environment or {})}
    out = subprocess.PIPE if quiet else sys.stderr
    return subprocess.run(  # noqa: S603 - every word of the command comes from this file
        command,
        check=False,
        env=with_environment,
        stdout=out,
        stderr=subprocess.PIPE if quiet else None,
        text=True,
    )


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Run one program, its words going to stderr; whether it succeeded."""
    return call(command, quiet=False, environment=environment).returncode == 0


def known_to_apt(package: str) -> bool:
    """Whether this release of the distribution has ``package`` under exactly this name."""
    answer = call(["apt-cache", "show", "--no-all-versions", package], quiet=True)
    return f"Package: {package}\n" in answer.stdout


def name_here(package: str) -> str:
    """The package's name in this release: newer ones end in ``t64`` (64-bit time)."""
    renamed = f"{package}t64"
    if not known_to_apt(package) and known_to_apt(renamed):
        return renamed
    return package


def ensure_system(groups: Sequence[str], may_install: bool) -> None:
    """See that all libraries load, installing packages where that is allowed.

    Raises:
        CannotSetUp: something is missing and cannot be installed from here.
    """
    missing = missing_packages(groups)
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise CannotSetUp(
            f"this machine lacks {', '.join(missing)} and has no apt-get; install them and "
            "call again."
        )
    root = os.geteuid() == 0
    admin = [] if root else ["sudo"]
    install = [*admin, "apt-get", "install", "-y", "--no-install-recommends"]
    if root or may_install:
        tell(f"{len(missing)} system packages are missing; installing them with apt-get.")
        run([*admin, "apt-get", "update", "-q"])
    packages = sorted({name_here(package) for package in missing.values()})
    command = " ".join(["sudo", *install[len(admin) :], *packages])
    if not (root or may_install):
        raise CannotSetUp(
            f"{', '.join(missing)} cannot be loaded. Run this, then call again:\n{command}"
        )
    if not run([*install, "-q", *packages], {"DEBIAN_FRONTEND": "noninteractive"}):
        raise CannotSetUp(f"apt-get could not install the packages. See above, or try:\n{command}")
    still_missing = missing_packages(groups)
    if still_missing:
        raise CannotSetUp(f"after the installation {', '.join(still_missing)} still do not load.")


def python_works(python: Path) -> bool:
    """Whether the environment's interpreter starts and is new enough."""
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return call([str(python), "-I", "-c", question], quiet=True).returncode == 0
    except OSError:
        return False


def working_uv() -> str | None:
    """The path of uv, unless it is absent or only a shim that answers nothing."""
    uv = shutil.which("uv")
    if uv is None or call([uv, "--version"], quiet=True).returncode != 0:
        return None
    return uv


def pip_index() -> str | None:
    """The package index this machine's pip is told to use, which uv would not read by itself."""
    if os.environ.get("PIP_INDEX_URL"):
        return os.environ["PIP_INDEX_URL"]
    home = Path.home()
    config_home = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = ("/etc/pip.conf", home / ".pip/pip.conf", config_home / "pip/pip.conf")
    settings = configparser.RawConfigParser()
    try:
        settings.read(files)
    except configparser.Error:
        return None
    for section in ("install", "global"):
        for key in ("index-url", "index_url"):
            if settings.has_option(section, key):
                return settings.get(section, key)
    return None


def uv_environment() -> dict[str, str]:
    """Settings that make uv ask where this machine's pip would ask."""
    chosen = {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & os.environ.keys()
    index = None if chosen else pip_index()
    return {"UV_DEFAULT_INDEX": index} if index else {}


def install_lock(root: Path) -> None:
    """Make ``.venv`` if needed and install every package of the lock, checked by its hash.

    Raises:
        CannotSetUp: neither uv nor pip could do it.
    """
    venv, lock = root / ".venv", root / "requirements.lock"
    python = venv / "bin/python"
    if not python_works(python):
        tell("making the Python environment .venv")
        if not run([sys.executable, "-m", "venv", "--clear", str(venv)]):
            raise CannotSetUp("the Python environment .venv could not be made; see above.")
    tell("installing the locked packages (about 700 MB once unpacked)")
    hashed = ["--no-deps", "--require-hashes", "-r", str(lock)]
    uv = working_uv()
    if uv is not None:
        if run([uv, "pip", "install", "-q", "--python", str(python), *hashed], uv_environment()):
            return
        tell("uv could not install the packages; trying pip.")
    module = [str(python), "-I", "-m"]
    has_pip = call([*module, "pip", "--version"], quiet=True).returncode == 0
    if not has_pip:
        has_pip = run([*module, "ensurepip"])
    pip = [*module, "pip", "install", "-q", "--disable-pip-version-check"]
    if not (has_pip and run([*pip, *hashed])):
        raise CannotSetUp(
            "the packages could not be installed. They need x86-64 Linux with glibc 2.34 "
            "(Debian 12, Ubuntu 22.04) or later and a reachable package index; see above."
        )


def set_up(root: Path, groups: Sequence[str], may_install: bool) -> None:
    """Bring the machine to where every verb can start; two callers at once take turns."""
    with (root / "requirements.lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ensure_system(groups, may_install)
        install_lock(root)


def main(arguments: Sequence[str]) -> int:
    """Set up as the command line says; the exit code."""
    root, needs, may_install = arguments
    try:
        set_up(Path(root), needs.split("-"), may_install == "yes")
    except CannotSetUp as reason:
        tell(str(reason))
        return 2
    except KeyboardInterrupt:
        tell("stopped; call again to go on.")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
