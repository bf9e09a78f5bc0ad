# Loops, functions and their statuses.
for i in 1 2 3; do for j in a b c; do [ $j = b ] && continue; [ $i$j = 2c ] && break 2; echo $i$j; done; done
n=0; while [ $n -lt 10 ]; do n=$((n + 1)); case $n in 2) continue ;; 5) break ;; esac; echo $n; done; echo "left at $n"
fact() { if [ "$1" -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }; fact 6
count() { while [ $# -gt 0 ]; do echo "$#:$1"; shift; done; return 7; }; count x y z; echo $?
first() { for each in "$@"; do case $each in -*) ;; *) echo "$each"; return 0 ;; esac; done; return 1; }
first -a -b c d; echo $?; first -a || echo none
nest() { local depth=$1; [ "$depth" -gt 2 ] && return "$depth"; nest $((depth + 1)); }; nest 0; echo $?
late() { inner() { echo inner $1; }; inner one; }; late; inner two
echo one two | while read -r a b; do echo "$b $a"; done
seq 3 | while read -r line; do total=$((total + line)); echo "so far $total"; done; echo "outside [$total]"
until [ "${tries:=0}" -ge 2 ]; do tries=$((tries + 1)); done; echo "$tries"
if false; then echo a; elif [ -n "$tries" ]; then echo b; else echo c; fi
redirected() { echo "to stderr" >&2; echo "to stdout"; }; redirected 2>/dev/null; redirected 2>&1 >/dev/null | sed 's/^/got /'
{ echo braces; (echo subshell); } | sort; ! true || echo negated
while :; do break; done; for x; do echo "arg $x"; done
switch() { case $1 in start|run) echo go ;; st*) echo "st: $1" ;; '') echo empty ;; *) echo "other: $1"; return 2 ;; esac; }
switch run; switch stop; switch ''; switch zap || echo "status $?"
