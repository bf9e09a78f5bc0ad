#!/bin/bash
# Measures the native binary: size, `check` from a cold start (median), peak memory, many repositories one after the other.
# Usage: bench/run.sh [REPOSITORY]; without one a small service of its own is measured. Needs GNU time.
#        bench/run.sh services FOLDER: a folder of checkouts, all of their services in one process.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${RUNS:-41}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

program=${UNSHELL_PROGRAM:-}
if [ -z "$program" ]; then
    dotnet publish src/Unshell.Cli -c Release --nologo -v q -o "$scratch/publish" >&2
    program=$scratch/publish/unshell
fi

service() {
    mkdir -p "$1"
    cat > "$1/Dockerfile" <<'DOCKERFILE'
FROM python:3.11-slim-bookworm
RUN apt-get update && apt-get install -y gcc libpq-dev curl procps && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN mkdir -p /var/log/app
VOLUME /var/log/app
EXPOSE 80
HEALTHCHECK CMD curl -f http://localhost/health || exit 1
CMD gunicorn -b 0.0.0.0:80 app:app
DOCKERFILE
    printf 'psycopg2==2.9.9\ngunicorn\nflask\n' > "$1/requirements.txt"
    printf 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n' > "$1/compose.yaml"
}

# Prints the median and the least of numbers, one a line.
median() { sort -n | awk '{ a[NR] = $1 } END { printf "median %.1f, least %.1f", a[int((NR + 1) / 2)], a[1] }'; }

times() {
    for _ in $(seq "$runs"); do
        local start=$EPOCHREALTIME
        "$program" "$@" > "$scratch/out" || [ $? -eq 1 ]
        local end=$EPOCHREALTIME
        echo $(((${end/./} - ${start/./}) / 100)) | awk '{ print $1 / 10 }'
    done
}

machine() { echo "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(uname -sm)"; }

# Wall time and the processor's own, of which the latter is what a loaded machine leaves comparable.
services() {
    "$program" check --format json "$1" > "$scratch/report" || [ $? -eq 1 ] || [ $? -eq 2 ]
    echo "services: $(grep -c '"kind": "service"' "$scratch/report") checked, $(grep -c '"dockerfile":' "$scratch/report") Dockerfiles and targets read, in a folder of $(find "$1" -type f -not -path '*/.git/*' | wc -l) files"
    for _ in $(seq "$runs"); do
        /usr/bin/time -q -a -o "$scratch/times" -f '%e %U %S %M' "$program" check "$1" > "$scratch/out" || [ $? -eq 1 ] || [ $? -eq 2 ]
    done
    echo "unshell check, all in one process: $(awk '{ print $1 * 1000 }' "$scratch/times" | median) ms"
    echo "  of that processor time: $(awk '{ print ($2 + $3) * 1000 }' "$scratch/times" | median) ms"
    echo "  peak memory: $(awk '{ print $4 }' "$scratch/times" | sort -n | tail -1) KB"
}

if [ "${1:-}" = services ]; then
    machine
    services "${2:?a folder of checkouts}"
    exit
fi

repository=${1:-$scratch/one}
[ -n "${1:-}" ] || service "$repository"
for number in $(seq 50); do service "$scratch/many/service$number"; done

machine
echo "binary: $(stat -c %s "$program") bytes"
echo "unshell --version: $(times --version | median) ms"
echo "unshell check, one service: $(times check "$repository" | median) ms"
echo "unshell migrate, one service: $(times migrate "$repository" | median) ms"
{ /usr/bin/time -q -f "unshell check, peak memory: %M KB" "$program" check "$repository" 2>&1 > "$scratch/out" || true; }
runs=5
echo "unshell check, 50 services in one process: $(times check "$scratch/many" | median) ms"
