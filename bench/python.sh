#!/bin/bash
# Measures the Python parser beside CPython's ast.parse: CPU time over every file of a standard library, both from bytes in memory.
# Usage: bench/python.sh [PYTHON]; the interpreter whose library is read, python3 by default.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${1:-python3}
rounds=${ROUNDS:-5}
library=$("$python" -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

dotnet publish bench/PythonParsing -c Release --nologo -v q -o "$scratch/publish" >&2

echo "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(uname -sm)"
DOTNET_gcConcurrent=0 "$scratch/publish/PythonParsing" "$library" "$rounds"
"$python" -W ignore - "$library" "$rounds" <<'PYTHON'
import ast, pathlib, sys, time

files = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py"))]
times = []
for _ in range(int(sys.argv[2])):
    before = time.process_time()
    for data in files:
        try:
            ast.parse(data)
        except (SyntaxError, ValueError, RecursionError):
            pass
    times.append(time.process_time() - before)
times.sort()
print("CPython %s: %d files, %d bytes, least %.3f s, median %.3f s" % (
    sys.version.split()[0], len(files), sum(map(len, files)), times[0], times[len(times) // 2]))
PYTHON
