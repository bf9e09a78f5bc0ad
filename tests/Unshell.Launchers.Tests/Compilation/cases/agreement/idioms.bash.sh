#!/bin/bash
export DB_PASSWORD_FILE=secret
echo s3cret > secret
file_env() {
	local var="$1"
	local fileVar="${var}_FILE"
	local def="${2:-}"
	if [ "${!var:-}" ] && [ "${!fileVar:-}" ]; then
		echo >&2 "error: both $var and $fileVar are set"
		exit 1
	fi
	local val="$def"
	if [ "${!var:-}" ]; then
		val="${!var}"
	elif [ "${!fileVar:-}" ]; then
		val="$(< "${!fileVar}")"
	fi
	export "$var"="$val"
	unset "$fileVar"
}
file_env DB_PASSWORD; env | grep DB_; file_env OTHER deflt; echo "$OTHER"
log() { local level="$1"; shift; printf '[%s] %s\n' "$level" "$*"; }
log INFO starting "up" now
wait_for() { local n=0; until false; do n=$((n+1)); if [ $n -ge 3 ]; then return 1; fi; done; }
wait_for || echo "gave up $?"
args=(); args+=("--bind" "0.0.0.0:${PORT:-8000}"); [ -n "$X" ] && args+=(--x); echo "${args[@]}" ${#args[@]}
if [[ "${1:0:1}" = '-' ]]; then set -- gunicorn "$@"; fi; echo "$@"
for var in A B; do eval_=1; declare "V_$var=x" 2>/dev/null || true; done
case "${MODE:-web}" in web|api) echo "is web";; worker) ;; esac
while IFS='=' read -r k v; do echo "k=$k v=$v"; done <<EOF
A=1=2
B=two words 
EOF
x="a,b,,c"; IFS=, read -ra parts <<< "$x"; echo "${#parts[@]}:${parts[*]}"
IFS=',' ; set -- $x; echo "$#"; unset IFS
function kw { echo kw "$@"; }; kw 1
[ "$#" -gt 3 -a -n "$x" ] && echo many
test -d /tmp -o -f /x; echo $?
n=5; until ((n<=2)); do ((n--)); done; echo $n
echo "${x//,/ }" "${x^^}" "${x:2:3}" "${x: -1}"
trap 'echo got TERM; exit 9' TERM
kill -TERM $$; sleep 0.2; echo not reached
