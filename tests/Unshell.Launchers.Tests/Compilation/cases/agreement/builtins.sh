# builtins
printf '%s %s\n' a b c; printf '%d %i %o %x %X %u\n' 10 -3 8 255 255 7; printf '%5d|%-5d|%05d|%+d\n' 1 2 3 4; printf '%.2s|%10s|%-10s|\n' abcdef r l; printf '%c%c\n' abc x; printf '%%\n'; printf 'no newline'; printf '\n\t\101\\\n'; printf '%b' 'a\nb\n'; printf '%s\n' 'a\nb'; printf '%d\n' 0x1f 010 "'A"; printf '%s\n'; printf '%s %d\n' only; printf -- '-x\n'; printf '%e %f %g\n' 1.5 2.5 3.5; printf '%*d|%-*d|\n' 5 42 5 42
echo; echo a b  c; echo -n x; echo; echo "-n"; echo -- a; echo ''
[ -z "" ]; echo $?; [ x ]; echo $?; [ ]; echo $?; [ "" ]; echo $?; [ ! x ]; echo $?; [ ! "" ]; echo $?; [ a = a -a b = b ]; echo $?; [ a = b -o b = b ]; echo $?; [ "(" = "(" ]; echo $?; [ 3 -gt 2 ]; echo $?; [ -3 -lt 2 ]; echo $?; [ " 3 " -eq 3 ]; echo $?; [ x -eq 3 ] 2>/dev/null; echo $?; [ a b ] 2>/dev/null; echo $?; [ a = ] 2>/dev/null; echo $?; u=; [ $u = x ] 2>/dev/null; echo $?; [ -n $u ]; echo $?; [ -n "$u" ]; echo $?; [ -d / ] && [ -r / ] && [ -x / ]; echo $?; [ -f / ]; echo $?; [ -e /nope ]; echo $?; [ -s /etc/passwd ]; echo $?; [ / -ef / ]; echo $?; [ a != b ]; echo $?; [ ! a = b ]; echo $?; [ ! -f /nope ]; echo $?; [ ! a = b -a c = c ]; echo $?
cd /; pwd; echo $PWD $OLDPWD | sed 's#/tmp/.*#T#'; cd usr/bin/..; pwd; cd ..; pwd; (cd /tmp; pwd); pwd; cd /nonexistent_zz 2>/dev/null || echo "cd failed"; CDPATH=/usr; cd bin >/dev/null; pwd; unset CDPATH; cd - >/dev/null; pwd; cd; pwd | grep -c /; cd "$OLDPWD"
read a b <<X
one two three
X
echo "$a|$b"; read a <<X
  spaced  
X
echo "$a|"; printf 'a\\nb\n' | { read x; echo "$x"; }; printf 'a\\nb\n' | { read -r x; echo "$x"; }; printf 'l1\\\nl2\n' | { read x; echo "$x"; }; printf 'x:y:z' | { IFS=: read a b; echo "$?|$a|$b"; }; printf 'a:b:\n' | { IFS=: read a b; echo "$a|$b"; }; printf ':a\n' | { IFS=: read a b; echo "$a|$b"; }; printf '\n' | { read a; echo "$?[$a]"; }; read a </dev/null; echo $?; printf ' a  b  c \n' | { read x y; echo "$x|$y|"; }; printf 'a b\n' | { read x y z; echo "$x|$y|$z"; }
set -- -a -b val -c rest more; while getopts :ab:c opt; do case $opt in a) echo A;; b) echo "B=$OPTARG";; c) echo C;; *) echo "other $opt $OPTARG";; esac; done; shift $((OPTIND-1)); echo "$@"
OPTIND=1; set -- -abfoo -x -b; while getopts :ab: o; do echo "$o:$OPTARG"; done
set -- 1 2 3 4; shift 2; echo $#:$1; shift 0; echo $#; set -- "$@" x; echo "$*"
export E1=v1; env | grep ^E1; E1=v2; env | grep ^E1; unset E1; env | grep ^E1; E2=x; env | grep ^E2; export E2; env | grep ^E2; E3=tmp env | grep ^E3; echo "[$E3]"
set -a; A1=auto; set +a; env | grep ^A1; A2=not; env | grep ^A2
f() { E4=inner env | grep E4; echo "f $1"; }; E4=pre f arg; echo "[$E4]"
true; echo $?; false; echo $?; :; echo $?
command -v echo; command -v f; command -v nosuch_zz; echo $?; type f >/dev/null 2>&1; echo $?; command echo via command; command -v ls >/dev/null && echo ls
umask 022; umask; touch m1; umask 077; touch m2; ls -l m1 m2 | cut -c1-10
x=5; unset x; echo "${x-unset}"; readonly RO=1; echo $RO
eval_=1; trap 'echo exit-trap $?' EXIT
kill -0 $$ && echo alive; sleep 5 & p=$!; sleep 0.2; kill -TERM $p; wait $p; echo "killed $?"
(exit 3) & (exit 4) & wait; echo "wait all $?"; wait 99999999 2>/dev/null; echo "wait none $?"
exec 3>ex3; echo three >&3; exec 3>&-; cat ex3; exec 4<ex3; read l <&4; echo "l=$l"; exec 4<&-
{ echo out; echo err >&2; } >both 2>&1; cat both; { echo out2; echo err2 >&2; } 2>&1 >/dev/null | cat; echo x 1>&2 2>/dev/null; ls /nope_zz >/dev/null 2>&1 || echo "ls failed"
(trap 'echo sub-trap' EXIT; echo in-sub); echo after-sub
exit 12
