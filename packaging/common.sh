# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
# Sourced by the scripts beside it: where the project lies, and how they speak.
# shellcheck shell=sh
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
venv=$root/.venv
python=$venv/bin/python

say() { printf '%s\n' "$*" >&2; }

# stop STATUS MESSAGE: end with a sentence, never with a stack of shell noise.
stop() {
    status=$1
    shift
    say "$@"
    exit "$status"
}
