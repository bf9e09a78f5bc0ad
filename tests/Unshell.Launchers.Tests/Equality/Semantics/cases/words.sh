#### an unquoted variable is split and empty ones vanish
a='x  y z'
e=
run $a $e "$e" "$a" b$a
#### a glob in a variable is expanded where it is not quoted
a='*.txt'
run $a "$a" '*.txt' \*.txt
#### a glob that matches nothing stays
run no*match d1/no* [z]x
#### hidden files need a dot
run d1/* d1/.h*
#### every argument arrives as it is
run "$@"
run $@
run "$*"
run $*
run "a$@b"
set --
run "$@" $@ "$*" end
#### IFS decides how fields are split and joined
IFS=:
a=a:b::c:
run $a "$a"
set -- 1 2 3
run "$*"
IFS=
run $a "$*" $*
unset IFS
run "$*"
#### IFS of blanks and others
IFS=' ,'
a=' a , b,,c '
run $a
#### a split field joins the text around it
a='1 2'
run x$a'y'"$a"z
#### quotes inside of values are text
a='"x y" '"'z'"
run $a
#### backslashes inside of values are text
a='x\ y \*'
run $a
#### tilde is the home where it stands first and bare
run ~ ~/x "~" a~ \~ ~nouser12
a=~/b
run $a
b=x:~/c
run "$b"
#### an assignment is not split
a='x  y'
b=$a
c=$(echo 'p  q')
run "$b" "$c"
#### defaults
unset u
e=
v=val
run "${u-d}" "${u:-d}" "${e-d}" "${e:-d}" "${v:-d}" "${u+s}" "${e+s}" "${e:+s}" "${v:+s}"
run ${u:-a b} "${u:-a b}" ${u:-"a b"} ${e:+x} ${v:+$v $v}
run "${u:=now}" $u "${e:=then}" "$e"
#### a default with quotes and expansions
a='x y'
run ${u:-$a} ${u:-"$a"} "${u:-$a}" "${u:-"$a"}" "${u:-'$a'}" ${u:-'$a'} "${u:-\"q\"}" "${u:-\}}"
#### an error for what is not set
echo before
echo "${nope:?must be set}"
echo after
#### lengths
a=hello
set -- a b
run ${#a} ${#u} ${#} "${#@}" $#
#### prefixes and suffixes
p=/usr/local/lib/name.tar.gz
run "${p%.*}" "${p%%.*}" "${p#*/}" "${p##*/}" "${p%/*}" "${p%nomatch}" "${p##*.}"
x='*'
q='a*b*c'
run "${q#*$x}" "${q#*"$x"}" "${q%'*'*}" "${q%%\**}"
#### nested expansions
a=1
run "${u:-${v:-${a:-z}}}" "${u:-$((a + 1))}" "${u:-$(echo sub)}"
#### substitution strips newlines at the end only
a=$(printf '\n\nx\n\n\n')
run "$a" $a "$(printf 'a\nb\n')" $(printf 'a b\nc\n')
#### backticks with backslashes
a='x y'
run `echo \$a` "`echo \"$a\"`" `echo '\\\\'`
#### nested substitutions
run "$(echo "$(echo "a  b")")" `echo \`echo n\``
#### the status of an assignment is that of its substitution
a=$(fail)
echo $?
a=1
echo $?
#### field splitting of several expansions in one word
a='1 2' b='3 4'
run $a$b "$a"$b $a"$b"
#### set -f
set -f
a='*.txt'
run $a *.txt
set +f
run $a
#### set -u
set -u
run "${u-}" "${u:-d}" "$#" "$*" "$@"
echo "$u"
echo not reached
#### positional parameters above nine
set -- 1 2 3 4 5 6 7 8 9 ten eleven
run $10 ${10} ${11} "${12-none}"
shift 9
run "$1" $#
#### line continuations and comments
run a\
b c \
d # comment
run 'a\
b' "c\
d"
#### dollar signs that expand nothing
run $ "$" a$ "$ x" '$a' \$a "\$a" $%
#### an empty command name
e=
$e run a
$e
echo $?
"" x
echo $?
#### assignments before a command that expand each other
a=1
a=2 b=$a run
run "$a$b"
#### keywords as arguments
run if then do done { } ! in case
