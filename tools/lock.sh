#!/bin/sh
# Compiles requirements.lock from pyproject.toml: every package, the development tools included,
# pinned with the hashes of its files; and requirements-ocr.lock: what the extra `ocr` needs besides.
# Needs uv. Why there is no uv.lock: docs/decisions/0002-one-hashed-lock.md
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
compile() {
    uv pip compile -q pyproject.toml --generate-hashes \
        --python-version 3.11 --python-platform x86_64-manylinux_2_34 \
        --no-annotate --no-header --no-emit-index-url "$@"
}
compile --extra dev -o requirements.lock "$@"
# shellcheck disable=SC2046 # each option is a word of its own
compile --extra ocr -o requirements-ocr.lock \
    --constraints requirements.lock --override tools/ocr-overrides.txt \
    $(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock)
