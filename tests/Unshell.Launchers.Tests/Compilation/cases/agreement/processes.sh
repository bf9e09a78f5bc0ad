f() { false; echo "in f"; }
set -e
if f; then echo cond; fi
f || echo x
g() { local v=1 w; w=2; v=3; h; echo $v$w; }
h() { echo "h sees $v"; v=9; }
v=0; g; echo $v
IFS=:; p=a:b::c:; for i in $p; do echo "<$i>"; done; set -- $p; echo $#; echo "$*"
unset IFS
IFS=' '
x='  a   b  '; for i in $x; do echo "[$i]"; done
IFS=$(printf ' \t\n.'); IFS=${IFS%.}
echo "a  b:c" | { IFS=': ' read q r; echo "$q|$r"; }
printf 'l1\nl2 with space\nl3' | while IFS= read -r line || [ -n "$line" ]; do echo "{$line}"; done
mkdir d; touch d/b d/a d/.h; echo d/* d/.* d/x* d/[ab]; cd d; echo *; cd ..
echo "x" > out; echo y >> out; cat < out; cat out | wc -l
exec 3> fd3; echo to3 >&3; exec 3>&-; cat fd3
{ echo err >&2; echo out; } 2>/dev/null
v=$( { echo a; echo b >&2; } 2>&1 ); echo "$v"
trap 'echo bye $?' EXIT
sleep 0.1 & wait $!; echo "w $?"
(exit 7) & p=$!; wait $p || echo "w $?"
x=5; (x=6); echo $x
while :; do x=$((x+1)); case $x in 8) break;; esac; done; echo $x
for i in 1 2; do for j in 1 2; do [ $j = 2 ] && continue 2; [ $i = 2 ] && break 2; echo $i$j; done; done
set -- -a 1 -b foo; while getopts ab: o; do echo "$o=$OPTARG"; done; echo $OPTIND
eval_='not'; echo ${eval_:+yes}
echo ~ "~" ~/x
[ a = b ] || { echo nope; }
case x in [!a-w]) echo notaw;; esac
f2() { set -- q w; echo $# $1; }; f2 1; echo $#
echo "$@"
readonly R=1; echo $R
umask 027; umask
echo "a\tb" 'c\nd'
false; echo unreachable
