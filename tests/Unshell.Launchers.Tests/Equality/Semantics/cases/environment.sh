#### only exported variables reach programs
a=1
export b=2
run
c=3 run
run
E=changed
run
#### export without a value, and what was there
export late
run
late=now
run
export E
unset E
run
#### a prefix on a function and on a builtin
f() { run "$x"; }
x=1 f
x=2 true
run "${x-unset}"
#### an exported variable that a function changes
export v=a
f() { v=b; run; }
f
run
#### local variables are exported where the outer one is
export v=a
f() { local v=inner; run; }
f
run
#### subshells keep their changes
export v=a
(v=b; cd d1; run; exit 3)
echo $?
run
#### PATH decides
PATH=/nowhere
run
echo $?
#### PATH before a command
PATH=/nowhere run
echo $?
#### readonly
readonly r=1
run "$r"
r=2
echo not in dash
#### unset and defaults
a=1
unset a
run "${a-gone}"
unset -f nofunc
unset nope
echo $?
#### export of names with defaults
: "${PORT:=8000}"
run "$PORT"
export PORT
run
#### HOME and cd
cd
run "$(pwd)" "$PWD"
cd - > /dev/null
run
cd nodir || echo "status $?"
cd d1 && run && cd .. && run "$OLDPWD"
#### cd with CDPATH
CDPATH=d1:.
mkdir -p d1/deep
cd deep
run
#### umask
umask 077
echo x > closed
mkdir closedd
umask
run
#### the script's name
run "$0" "$(dirname "$0")" "$(basename "$0")"
