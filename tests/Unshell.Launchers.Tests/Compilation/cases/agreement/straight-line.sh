set -e
A=1; B="x y"; echo $A "$B" $B
export C=3; env | grep '^[AC]='
A=7 env | grep ^A=; echo $A
cd /tmp && pwd && cd - >/dev/null; echo "$OLDPWD"
: "${D:=dd}"; echo "$D ${E-unset} ${E:-empty} ${E+set} [${E:+x}]"
E=; echo "${E-unset}|${E:-empty}|${E+set}|${E:+x}"
set -- a "b c" ""; echo $# "$@" "$*"; for x in "$@"; do echo "[$x]"; done
for x in $@; do echo "($x)"; done; shift; echo "$1" $#
if [ -z "$NOPE" ] && [ ! -f /nope ] || false; then echo yes; else echo no; fi
case "foo.txt" in *.sh) echo sh;; foo.*|bar) echo foo;; esac
x=$(echo a; echo b; echo); echo "$x"
y=`echo q`; echo $y
echo "tail" 'it'"'"'s' \$x "\$x"
f() { echo "f:$1:$#"; return 3; }
f 1 2 || echo "r=$?"
if f x; then echo t; else echo "e=$?"; fi
! false
false || true
i=0; while [ $i -lt 3 ]; do i=$((i+1)); [ $i = 2 ] && continue; echo i=$i; done
until [ $i -le 0 ]; do i=$((i - 1)); if [ $i -eq 1 ]; then break; fi; done; echo $i
printf '%s-%d\n' a 1 b 2
cat <<EOF
hello $A $(echo sub) \$x
EOF
cat <<'EOF'
raw $A
EOF
(A=99; echo in $A; exit 4) || echo "sub $?"
echo $A
{ echo one; echo two; } | while read l; do echo "<$l>"; done
echo "${#B} ${B#x} ${B%y} ${B##* }"
echo $((1+2*3)) $((7/2)) $((-7/2)) $((-7%3)) $((1<<4)) $((5>3)) $((010))
p=/a/b/c.tar.gz; echo ${p##*/} ${p%/*} ${p%%.*} ${p#*.}
unset A; echo "${A-gone}"
test "a" = "a"; echo $?
command -v f >/dev/null && echo hasf
ls /nonexistent 2>/dev/null || echo "ls $?"
nosuchprogram_x || echo "nf $?"
exit 5
