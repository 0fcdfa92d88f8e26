#!/bin/sh
# Proves that a fresh Debian sets itself up: makes a minimal root, gives it what a newcomer would
# install by hand (python3, python3-venv, ca-certificates) and runs the two commands in it.
#
#   tools/prove_clean_root.sh [--as-is] [--keep] [--suite NAME] [--out DIR] [-- COMMAND…]
#
#   --as-is   prove the files as they lie here; else what git has committed (HEAD)
#   --keep    leave the root in place for a look; its path is printed
#   --suite   Debian release, bookworm unless told
#   --out     where the logs and the tour go; a fresh folder unless told
#   COMMAND   run this in the checkout instead of `./run test` and `./run demo --tour`
#
# Needs root, debootstrap and unshare. The package mirror, its proxy, the trusted certificates and
# pip's settings are those of this machine; none is written here.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

if [ "${PROVE_INSIDE:-}" != yes ]; then
    [ "$(id -u)" -eq 0 ] || { echo 'prove_clean_root: needs root' >&2; exit 2; }
    for tool in debootstrap unshare apt-get; do
        command -v "$tool" >/dev/null || { echo "prove_clean_root: needs $tool" >&2; exit 2; }
    done
    # Own mounts and own processes: both are gone when this script is, however it ends.
    PROVE_INSIDE=yes exec unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi

as_is=no keep=no suite=bookworm out=
while [ $# -gt 0 ]; do
    case "$1" in
        --as-is) as_is=yes ;;
        --keep) keep=yes ;;
        --suite) suite=$2; shift ;;
        --out) out=$2; shift ;;
        --) shift; break ;;
        *) echo "prove_clean_root: unknown option $1" >&2; exit 2 ;;
    esac
    shift
done

scratch=$(mktemp -d)
root="$scratch/root"
[ -n "$out" ] || out=$(mktemp -d)
mkdir -p "$out"
finish() {
    if [ "$keep" = yes ]; then
        echo "root kept in $root"
    else
        # Bind mounts live in this namespace: take them off before anything is removed.
        awk -v at="$scratch/" 'index($2, at) == 1 { print $2 }' /proc/self/mounts | sort -r |
            while read -r place; do umount -l "$(printf '%b' "$place")" || exit 1; done &&
            rm -rf --one-file-system "$scratch"
    fi
}
trap finish EXIT
mount -t proc proc /proc

clock() { date +%s; }
began=$(clock)
note() { printf '[%4d s] %s\n' "$(($(clock) - began))" "$*" | tee -a "$out/proof.log"; }

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $suite" |
    sort -u | head -n 1)
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
[ -n "$mirror" ] || { echo 'prove_clean_root: apt knows no mirror; run apt-get update' >&2; exit 2; }

note "debootstrap --variant=minbase $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$out/debootstrap.log" 2>&1
apt-config dump | grep -E '^Acquire::(http|https|Check|Retries|Force)' \
    >"$root/etc/apt/apt.conf.d/90host" || true
cp /etc/resolv.conf /etc/hosts "$root/etc/" || true

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb LANG=C \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}

note 'what a newcomer installs: python3 python3-venv ca-certificates'
inside sh -ec 'apt-get update -q && DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends python3 python3-venv ca-certificates' \
    >"$out/newcomer.log" 2>&1
[ ! -r /etc/ssl/certs/ca-certificates.crt ] ||
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"

# pip's settings of this machine, and the local folders they name.
user_settings="${XDG_CONFIG_HOME:-$HOME/.config}/pip/pip.conf"
settings=$(cat /etc/pip.conf "$user_settings" 2>/dev/null || true)
[ ! -r /etc/pip.conf ] || install -m 644 /etc/pip.conf "$root/etc/pip.conf"
[ ! -r "$user_settings" ] || install -D -m 644 "$user_settings" "$root/root/.config/pip/pip.conf"
pip_variables=$(env | grep '^PIP_' || true)
printf '%s\n%s\n' "$settings" "$pip_variables" | grep -oE '(file://|[ =])/[^ ]+' |
    sed -E 's#^(file://|[ =])##' | sort -u | while read -r folder; do
    while [ ! -d "$folder" ] && [ "$folder" != / ]; do folder=$(dirname "$folder"); done
    case "$folder" in /*/*) ;; *) continue ;; esac
    case "$folder" in
        /etc/*) continue ;;
        */simple) folder=$(dirname "$folder") ;; # a local index keeps its files beside it
    esac
    mkdir -p "$root$folder" && mount --rbind "$folder" "$root$folder"
done

# A folder with a space and another name than here: nothing may depend on where it lies.
checkout='/home/newcomer/silver hall'
mkdir -p "$root$checkout"
if [ "$as_is" = yes ]; then
    (cd "$here" && git ls-files -co --exclude-standard -z | tar -c --null --ignore-failed-read -T -)
else
    git -C "$here" archive HEAD
fi | tar -x -C "$root$checkout"

old_ifs=$IFS
prove() {
    name=$1
    shift
    note "$name: $*"
    started=$(clock)
    status=0
    IFS='
'
    # shellcheck disable=SC2086
    inside $pip_variables sh -c 'cd "$1" && shift && exec "$@"' sh "$checkout" "$@" \
        >"$out/$name.log" 2>&1 || status=$?
    IFS=$old_ifs
    tail -n 5 "$out/$name.log" | sed 's/^/         /'
    note "$name: exit $status after $(($(clock) - started)) s"
    [ "$status" -eq 0 ] || failed=yes
}

failed=no
if [ $# -gt 0 ]; then
    prove command "$@"
else
    prove test ./run test
    prove tour ./run demo --tour /tmp/tour
    [ ! -d "$root/tmp/tour" ] || cp -r "$root/tmp/tour" "$out/"
fi
note "logs in $out"
[ "$failed" = no ]
