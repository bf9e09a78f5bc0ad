#### wait for a port
while ! flaky -z db 5432; do sleep 0.1; done
echo up
#### wait with a limit
n=0
until flaky; do
  n=$((n + 1))
  if [ $n -ge 10 ]; then echo gave up >&2; exit 1; fi
  echo "attempt $n"
  sleep 1
done
exec run serve
#### a limit that is reached
n=0
until fail 2>/dev/null; do n=$((n + 1)); [ $n -ge 3 ] && exit 1; sleep 1; done
#### roles
case "$1" in
  one) shift; exec run one "$@" ;;
  *) exec "$@" ;;
esac
#### flags go to the server
if [ "${1#-}" != "$1" ]; then set -- run "$@"; fi
if [ "$1" = one ]; then set -- run "$@"; fi
exec "$@"
#### secrets from files
file_env() {
  var=$1
  file="${var}_FILE"
  eval "val=\${$file:-}"
  if [ -n "$val" ]; then export "$var=$(cat "$val")"; fi
}
S_FILE=f1.txt
if [ -n "$S_FILE" ]; then S=$(cat "$S_FILE"); export S; fi
run
#### options from a variable
OPTS='--a 1 --b'
exec run $OPTS --c "$E"
#### the script's directory
cd "$(dirname "$0")" || exit 1
HERE=$(cd "$(dirname "$0")" && pwd)
run "$HERE"
#### flags as strings
DEBUG=True
if [ "$DEBUG" = "True" ] || [ "$DEBUG" = "1" ]; then run --debug; else run; fi
[ -n "$SKIP" ] || run migrate
[ "$SKIP" != 1 ] && run again
#### a list of steps
set -e
run migrate --noinput
run collectstatic
exec run serve -b "0.0.0.0:${PORT:-8000}" -w ${WORKERS:-3}
#### a program's output decides
if [ "$(say | head -n 1)" = "said  this" ]; then run yes; fi
v=$(say | grep this | cut -d' ' -f1)
run "$v"
#### commented by its output
echo "Starting at $PWD with $# arguments: $*"
printf '%s\n' "----" "E=$E"
#### a server in the background
run serve > o1 2>&1 &
pid=$!
wait $pid
status=$?
exit $status
#### python from a here-document
say - <<END
print("$E")
END
run - <<'END'
import os
print("""$E""")
END
#### a database url in pieces
url=postgres://user:pw@db.example:5433/name
rest=${url#*://}
cred=${rest%%@*}
hostport=${rest#*@}; hostport=${hostport%%/*}
run "${cred%%:*}" "${cred#*:}" "${hostport%:*}" "${hostport#*:}" "${url##*/}"
