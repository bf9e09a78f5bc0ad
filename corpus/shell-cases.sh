#!/bin/bash
# Fetches the interpreter cases of mvdan/sh (BSD-3-Clause) and the spec tests of Oils (Apache-2.0) at fixed commits, below artifacts/ where git ignores
# them, and runs them against the launchers. Usage: corpus/shell-cases.sh [FOLDER]; with a FOLDER that holds sh/ and oils/ nothing is fetched.
# GOLDEN=update rewrites corpus/shell-cases.txt. The cases are other people's scripts: run this as a user who may break nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

fetch() {
    local folder=$1 repository=$2 commit=$3
    [ ! -e "$folder/.git/$commit" ] || return 0
    rm -rf "$folder"
    git init -q "$folder"
    git -C "$folder" fetch -q --depth 1 "https://github.com/$repository" "$commit"
    git -C "$folder" checkout -q FETCH_HEAD
    : > "$folder/.git/$commit"
}

folder=${1:-$PWD/artifacts/shell-cases}
if [ $# -eq 0 ]; then
    fetch "$folder/sh" mvdan/sh 40b09e18a8485f01ecbc6e25297265f06bacc39d
    fetch "$folder/oils" oils-for-unix/oils 15de8fd779569e6e3a9f5fcbfc00e7df0ebe0380
fi

dotnet build tests/Unshell.Launchers.Tests --nologo -v q
UNSHELL_SHELL_CASES=$folder artifacts/bin/Unshell.Launchers.Tests/debug/Unshell.Launchers.Tests --filter-class '*InterpreterCases'
