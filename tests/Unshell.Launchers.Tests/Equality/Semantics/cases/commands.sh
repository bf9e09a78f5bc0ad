#### status of lists
true; echo $?; false; echo $?; fail; echo $?
true && false || echo third
false || true && echo both
#### negation
! true; echo $?
! false; echo $?
! fail | take; echo $?
#### functions, return and their arguments
f() { echo "f $# $1"; return 4; }
f a b; echo $?
g() { f "$@"; echo "g $?"; }
g 'x y'
echo "$1"
#### a function's redirections and a function that is a group
f() { echo out; echo err >&2; } > o1
f 2>&1
cat o1
#### functions shadow programs, and command goes around them
run() { echo "shadow $*"; command run "$@"; }
run x
unset -f run
run y
#### recursion
f() { [ "$1" -le 0 ] || { echo "$1"; f $(($1 - 1)); }; }
f 3
#### local
f() { local a=1 b; b=2; echo "$a $b"; g; }
g() { echo "in g $a"; a=3; }
a=outer
f
echo "$a ${b-none}"
#### case
for w in abc x.txt '' 'a b' '[x]' 5 '*' -v; do
case $w in
  a*c) echo "1 $w" ;;
  *.txt | *.md) echo "2 $w" ;;
  '') echo "3 empty" ;;
  *\ *) echo "4 $w" ;;
  '['*) echo "5 $w" ;;
  [0-9]) echo "6 $w" ;;
  '*') echo "7 $w" ;;
  -?) echo "8 $w" ;;
  *) echo "9 $w" ;;
esac
done
case nothing in x) ;; esac
echo $?
#### case with patterns in variables
p='a*' w=abc
case $w in "$p") echo quoted ;; $p) echo pattern ;; esac
#### loops with break and continue
for i in 1 2 3 4; do
  [ $i = 2 ] && continue
  [ $i = 4 ] && break
  for j in a b; do [ $j = b ] && continue 2; echo $i$j; done
  echo never
done
echo "$i $?"
while :; do while :; do break 2; done; done
for i; do echo "arg $i"; done
for i in; do echo none; done
echo "$i"
#### while with a status
i=0
while fail || [ $i -lt 2 ]; do i=$((i + 1)); done
echo $? $i
#### if without a branch taken
if false; then :; fi
echo $?
if fail; then :; elif true; then echo elif; else echo else; fi
#### exit in the middle
echo a
exit 7
echo b
#### exit without a number keeps the status
fail
exit
#### exit in a function and in a subshell
f() { (exit 5); echo $?; exit 6; }
f
#### exit with more than a byte
exit 300
#### return in the middle of a loop in a function
f() { for i in 1 2 3; do [ $i = 2 ] && return 9; echo $i; done; }
f
echo $?
#### groups and subshells
{ echo a; a=1; }
( echo b; a=2; )
echo "$a"
{ echo to file; fail; } > o1 2>&1
echo $?
cat o1
#### shift
set -- a b c
shift
echo "$*"
shift 2
echo "$# $*"
#### set with options and arguments
set -e -- -x y
echo "$1 $2"
set -- "$@" z
echo "$#"
#### command -v
command -v run > /dev/null && echo there
command -v nothere || echo "no $?"
f() { :; }
command -v f
command -v cd
#### type-like checks
if command -v nothere >/dev/null 2>&1; then echo yes; else echo no; fi
if [ -x "$(command -v run)" ]; then echo yes; fi
#### true, false, colon with arguments
: $((a = 5)) "${b:=x}"
echo $a $b
true ignored args && echo ok
#### eval of a constant
eval 'a=1; echo "$a"'
eval echo '"$a"' b
#### dot with a file of the context
. ./lib.sh
libf x
echo "$L"
#### empty compound parts
if true; then
  # only a comment
  :
fi
f() { :; }
f; echo $?
#### command with a redirection alone
> made
echo $?
cat made
#### assignments alone with a redirection
a=1 > made2
echo "$a"
