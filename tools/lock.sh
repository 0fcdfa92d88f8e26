#!/bin/sh
# Compiles requirements.lock from pyproject.toml: every package, the development tools included,
# pinned with the hashes of its files. Needs uv. Why there is no uv.lock:
# docs/decisions/0002-one-hashed-lock.md
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
exec uv pip compile -q pyproject.toml --extra dev --generate-hashes \
    --python-version 3.11 --python-platform x86_64-manylinux_2_34 \
    --no-annotate --no-header --no-emit-index-url -o requirements.lock "$@"
