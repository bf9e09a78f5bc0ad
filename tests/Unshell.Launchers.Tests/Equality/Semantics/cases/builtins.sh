#### echo
echo
echo a  b
echo "a  b"
echo -n x; echo
echo '-n' x
echo -- -e
echo "a\\b"
#### echo and backslashes, where the shells differ
echo 'a\tb\nc'
echo 'x\cy'
echo
echo 'oct \0101 \\'
#### printf
printf '%s\n' a 'b c'
printf '%s-%s\n' 1 2 3
printf '%5s|%-5s|%05d|%x|%o|%c\n' ab cd 42 255 8 xyz
printf '%d %i\n' 010 0x10
printf 'no newline'
printf '\n%%\t\101\n'
printf '%b\n' 'a\tb\0101'
printf '%s\n'
printf '%.2s|%*d\n' abcdef 5 42
printf -- '-x\n'
printf '%d\n' abc
echo $?
printf '%s %s\n' "$@"
#### read
read -r a
echo "$a"
read b c
echo "$b|$c"
read -r d || echo "end $?"
echo "$d"
read -r e || echo "end $? <$e>"
#### read splits with IFS
echo 'a:b:c d' | { IFS=: read -r x y; echo "$x|$y"; }
echo '  lead trail  ' | { read -r x; echo "<$x>"; }
echo '  lead trail  ' | { IFS= read -r x; echo "<$x>"; }
echo 'a\tb\' | { read -r x; echo "<$x>"; }
echo 'a\ b c' | { read x y; echo "<$x|$y>"; }
#### test
[ a ]; echo $?
[ '' ]; echo $?
[ ]; echo $?
[ a = a ] && [ a != b ] && echo ok
[ -z '' ] && [ -n x ] && echo ok
[ ! -e no ] && echo ok
[ -f f1.txt -a -d d1 ] && echo ok
[ -f no -o -d d1 ] && echo ok
[ '(' = '(' ] && echo ok
[ -s word.txt ] || echo empty
[ -e d1/f2 ] && [ -r d1/f2 ] && [ ! -x d1/f2 ] && echo ok
[ f1.txt -nt nofile ] && echo newer
[ -n "$u" ] || echo unset
x=; [ $x = y ]; echo $?
x='a b'; [ $x = y ]; echo $?
test -d d1 && echo dir
#### getopts
while getopts 'ab:c' o -a -b val -c rest; do echo "$o ${OPTARG-}"; done
echo $OPTIND
OPTIND=1
while getopts ':ab:' o -x -b; do echo "$o $OPTARG"; done
#### getopts over the arguments
set -- -v -o out file
while getopts 'vo:' o; do case $o in v) echo verbose ;; o) echo "$OPTARG" ;; *) exit 2 ;; esac; done
shift $((OPTIND - 1))
run "$@"
#### trap
trap 'echo "exit $?"' EXIT
(echo sub)
f() { echo f; }
f
exit 3
#### trap in a subshell and its reset
trap 'echo outer' EXIT
(trap 'echo inner' EXIT; echo in)
trap - EXIT
echo end
#### a trap that sees variables of the end
trap 'echo "$v"' 0
v=early
v=late
#### a trap that exits
trap 'exit 9' EXIT
exit 1
#### exec
echo before
exec run a 'b c'
echo never
#### exec of what is not there
exec nothere
echo never
#### exec with an assignment
A=1 exec run
#### exec of a relative path
exec ./tool x
#### a program by its path
./tool x
d1/../tool y
./f1.txt
echo $?
./d1
echo $?
./nofile
echo $?
#### times and others that print nothing stable
umask > /dev/null
wait
hash -r
#### pwd and symbolic links
mkdir real
ln -s real link
cd link
pwd
pwd -P
cd ..
pwd
#### set without effect
set -- a
set +x
echo "$1"
#### kill and signals to oneself
trap 'echo usr' USR1
kill -USR1 $$
echo after
#### a signal's default
kill -TERM $$
echo never
