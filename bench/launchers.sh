#!/bin/bash
# Measures how much later a service starts under a launcher than under its script: both run to their end with programs that do nothing.
# Usage: bench/launchers.sh [SCRIPT...]; further scripts are measured beside the three of its own. Wants `unshell` built, dash, python3.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${RUNS:-61}
python=${PYTHON:-$(command -v /usr/bin/python3 || command -v python3)}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

program=${UNSHELL_PROGRAM:-}
if [ -z "$program" ]; then
    dotnet publish src/Unshell.Cli -c Release --nologo -v q -o "$scratch/publish" >&2
    program=$scratch/publish/unshell
fi

mkdir "$scratch/bin" "$scratch/work"
printf '#!/bin/dash\nexit 0\n' > "$scratch/bin/true"
chmod +x "$scratch/bin/true"
for name in python manage.py gunicorn celery alembic flask uvicorn nc pg_isready psql sleep chown gosu; do ln -s true "$scratch/bin/$name"; done

cat > "$scratch/exec.sh" <<'SCRIPT'
#!/bin/sh
set -e
exec "$@"
SCRIPT

cat > "$scratch/claims.sh" <<'SCRIPT'
#!/bin/sh
set -e
: "${DB_HOST:=db}" "${DB_PORT:=5432}"
until nc -z "$DB_HOST" "$DB_PORT"; do
    echo "waiting for $DB_HOST:$DB_PORT"
    sleep 1
done
if [ -n "$DB_PASSWORD_FILE" ]; then
    DB_PASSWORD=$(cat "$DB_PASSWORD_FILE")
    export DB_PASSWORD
fi
python manage.py migrate --noinput
case "$1" in
    web) exec gunicorn claims.wsgi --bind "0.0.0.0:${PORT:-8000}" ;;
    worker) exec celery -A claims worker ;;
    *) exec "$@" ;;
esac
SCRIPT

cat > "$scratch/thirty.sh" <<'SCRIPT'
#!/bin/bash
set -euo pipefail
log() { echo "[$(basename "$0")] $*" >&2; }
role=${1:-web}
workers=${WORKERS:-}
if [[ -z $workers ]]; then
    workers=$((2 * ${CPUS:-2} + 1))
fi
for name in SECRET_KEY DB_PASSWORD; do
    file="${name}_FILE"
    if [[ -n ${!file:-} ]]; then
        value=$(< "${!file}")
        export "$name=$value"
    fi
done
args=(--workers "$workers" --bind "0.0.0.0:${PORT:-8000}")
[[ ${DEBUG:-false} == true ]] && args+=(--reload)
url=${DATABASE_URL:-postgres://db:5432/app}
host=${url#*://}
host=${host%%/*}
log "role ${role^^}, database $host"
for attempt in 1 2 3; do
    if pg_isready -q -h "${host%:*}"; then
        break
    fi
    log "attempt $attempt"
done
flask db upgrade | while read -r line; do log "$line"; done
exec gunicorn "${args[@]}" app:app
SCRIPT

# Prints the median and the least of numbers, one a line.
median() { sort -n | awk '{ a[NR] = $1 } END { printf "median %.1f, least %.1f ms", a[int((NR + 1) / 2)], a[1] }'; }

times() {
    for _ in $(seq "$runs"); do
        local start=$EPOCHREALTIME
        (cd "$scratch/work" && PATH=$scratch/bin:/usr/bin:/bin exec "$@" > "$scratch/out" 2>&1 < /dev/null) || true
        local end=$EPOCHREALTIME
        echo $(((${end/./} - ${start/./}) / 100)) | awk '{ print $1 / 10 }'
    done
}

echo "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $("$python" --version)"
echo "python3 -c '': $(times "$python" -c '' | median)"
for script in "$scratch/exec.sh" "$scratch/claims.sh" "$scratch/thirty.sh" "$@"; do
    if ! "$program" compile "$script" -o "$scratch/launcher.py" > "$scratch/said" 2>&1; then
        echo "$(basename "$script"): not compiled: $(tail -1 "$scratch/said")"
        continue
    fi
    shell=/bin/dash
    head -1 "$script" | grep -q bash && shell=/bin/bash
    echo "$(basename "$script"): script $(times "$shell" "$script" web | median); launcher $(times "$python" "$scratch/launcher.py" web | median)"
done
