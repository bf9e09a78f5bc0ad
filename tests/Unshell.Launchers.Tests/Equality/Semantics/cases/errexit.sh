#### it ends the script at the first failure
set -e
echo a
fail
echo b
#### it is suspended in conditions and lists
set -e
if fail; then echo yes; else echo no; fi
fail || echo or
fail && echo and
! fail
! true
while fail; do :; done
until true; do :; done
echo end
#### the last command of an and-list ends the script
set -e
true && fail
echo not reached
#### an and-list that fails early ends nothing, as the last command of a function too
set -e
f() { fail && true; }
f || echo "f $?"
fail && true
echo reached
#### a function called in a condition runs on after failures
set -e
f() { fail; echo "after fail"; }
if f; then echo yes; fi
f || true
f
echo not reached
#### a failing substitution in an assignment ends the script
set -e
a=$(fail)
echo "not reached $a"
#### a failing substitution in an argument does not
set -e
echo "a$(fail)b"
#### export and local hide the status of a substitution
set -e
export A=$(fail)
f() { local b=$(fail); echo "b $?"; }
f
echo end
#### a subshell hands its status out
set -e
(echo in; fail; echo not)
echo not reached
#### a subshell in a condition runs on
set -e
(fail; echo goes on) || echo or
echo end
#### the exit trap runs at the end that a failure makes
set -e
trap 'echo "trap $?"' EXIT
fail
#### a pipeline fails with its last part
set -e
fail | take
echo x | { cat; fail; }
echo not reached
#### set +e lets it go on
set -e
set +e
fail
echo "went on $?"
#### a missing program is a failure
nothere
echo "$?"
set -e
nothere
echo not reached
#### a loop whose last command fails in a condition
set -e
for i in 1 2; do [ "$i" = 1 ] && echo one; done
echo "end $?"
#### a brace group behind or
set -e
fail || { echo "status $?"; run x; }
echo end
#### negated pipelines never end the script
set -e
! true | true
echo end
#### the body of a function ends the script
set -e
f() { run a; fail; run b; }
f
echo no
#### errexit through command substitution
set -e
x=$(fail; echo inner)
echo "x=$x"
