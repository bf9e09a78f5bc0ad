#### arrays
a=(one 'two words' '' "$E")
run "${a[@]}" "${#a[@]}" "${a[1]}" "${a[*]}" ${a[@]} "${a[-1]}" "${!a[@]}"
a+=(more)
a[7]=seven
run "${a[@]}" "${#a[@]}" "${!a[@]}" "${a[@]:1:2}" "${a[@]: -1}"
unset 'a[1]'
run "${a[@]}" "${!a[@]}"
b=("${a[@]}")
e=()
run "${e[@]}" "x${e[*]}y" "${#e[@]}"
run "pre${b[@]}post" "${b[@]/o/0}" "${b[@]#o}" "$b"
#### associative arrays
declare -A m=([k]=v ['x y']=z)
m[new]=1
run "${m[k]}" "${m[x y]}" "${#m[@]}" "${m[nope]-none}"
for k in k new; do run "$k=${m[$k]}"; done
unset 'm[k]'
run "${#m[@]}"
[[ -v m[new] ]] && echo has
#### conditionals
a='x y' n=5 e=
[[ $a == x* ]] && echo glob
[[ $a == "x*" ]] || echo literal
[[ $a = 'x y' && -n $a ]] && echo both
[[ -z $e || $n -gt 3 ]] && echo or
[[ ! $e ]] && echo not
[[ $n -eq 2+3 ]] && echo arithmetic
[[ abc < abd ]] && echo less
[[ -f f1.txt && ( -d d1 || -d no ) ]] && echo files
[[ $a != *z* ]] && echo none
p='x*'; [[ $a == $p ]] && echo pattern; [[ $a == "$p" ]] || echo quoted
[[ v1.22 =~ ^v([0-9]+)\.([0-9]+)$ ]] && run "${BASH_REMATCH[@]}"
re='^[a-z ]+$'; [[ $a =~ $re ]] && echo re
[[ a.b =~ "." ]] && echo dot
[[ x =~ y ]]; echo $?
[[ -v E ]] && [[ ! -v nope ]] && echo v
#### arithmetic commands
i=0
((i++)); echo $? $i
((i += 4)) && echo $i
((i > 10)) || echo small
(( i == 5 && 1 )) && echo five
let i=i*2 'j = i + 1'
echo $i $j $((i++ + ++j)) $i $j $((2 ** 10)) $((i--)) $((16#ff)) $((2#101))
for ((k = 0; k < 3; k++)); do run $k; done
declare -i d=3+4
d+=1
run $d
#### string operations
s='Hello, World'
run "${s^^}" "${s,,}" "${s^}" "${s,}" "${s:7}" "${s:0:5}" "${s: -5}" "${s: -5:2}" "${s:1:-1}"
run "${s/o/0}" "${s//o/0}" "${s/#H/J}" "${s/%d/t}" "${s//l}" "${s//[aeiou]/_}" "${s/,*/}" "${s//, /-}"
u=
run "${u:-x}" "${s/World/$E}" "${s@Q}" "${#s}"
#### indirection
name=E
run "${!name}" "${!nope-none}"
n2=name; run "${!n2}"
declare -n ref=s
s=1; ref=2; run "$s"
run "${!E@}" || true
#### here-strings and process substitution
take <<< "a $E"
read -r a b <<< 'x y z'
run "$a" "$b"
while read -r l; do run "$l"; done < <(printf '1\n2\n')
take < <(echo sub)
mapfile -t lines < f1.txt
run "${lines[@]}"
IFS=, read -ra parts <<< 'a,b c,d'
run "${parts[@]}" "${#parts[@]}"
#### pipefail
set -o pipefail
fail | true; echo $?
true | true; echo $?
set -e
fail | true
echo no
#### PIPESTATUS
fail | true | (exit 4)
run "${PIPESTATUS[@]}"
#### inherit in functions called from conditions
set -euo pipefail
f() { fail; echo goes on; }
if f; then echo yes; fi
x=$(f) || echo "or $x"
f
#### set -u with arrays
set -u
a=(1)
run "${a[@]}" "${a[0]}" "${b[@]-}" "${#a[@]}"
echo "${a[3]}"
echo no
#### brace expansion
run {a,b}c x{1..3} {3..1} {a..c} {01..03} a{,b} "{a,b}" {a} {1..10..4} pre{x,{y,z}}post
#### ansi quotes
run $'a\tb' $'it\'s' $'\x41\u00e9\101' $'\\n' "$'x'"
#### redirections of both
{ echo o; echo e >&2; } &> o1
cat o1
{ echo o; echo e >&2; } &>> o1
cat o1
{ echo o; echo e >&2; } |& take
#### function keyword and local arrays
function f { local -a x=(1 2); local y=${1:-d}; echo "${x[@]} $y"; }
f
f z
#### case with fall through and nocasematch
case a in a) echo 1 ;& b) echo 2 ;;& a*) echo 3 ;; *) echo 4 ;; esac
shopt -s nocasematch
[[ ABC == abc ]] && echo same
case ABC in abc) echo same ;; esac
#### extglob and nullglob
shopt -s extglob nullglob
run no*match
case foo.txt in !(*.md)) echo notmd ;; esac
s=aaab; run "${s##+(a)}" "${s/@(a|b)/x}"
shopt -u nullglob
#### printf -v and %q
printf -v x '%03d' 7
run "$x"
printf '%q %q\n' 'a b' plain
printf '%(%Y)T\n' 0
#### declare and export
declare -x X=1
declare -r R=2
export -n E
run "$R"
R=3
echo "went on $?"
#### getopts and select variables
run "$BASH_SOURCE" "${BASH_SOURCE[0]}" "${FUNCNAME[0]-none}"
f() { run "${FUNCNAME[0]}"; }
f
#### echo of bash
echo -e 'a\tb\n\x41'
echo -E 'a\tb'
echo 'a\tb'
echo -ne 'x\n'
echo -nn x
#### traps
trap 'echo "err $?"' ERR
fail
true
trap - ERR
trap 'echo exit' EXIT
#### substitution of a file
run "$(< f1.txt)"
#### the last pipe element and subshell variables
x=1
echo 2 | read x
run "$x"
( x=3 )
run "$x"
#### arguments slices
set -- a b c d
run "${@:2}" "${@:2:2}" "${*:3}" "${@: -1}" "${!#}" "${#@}"
#### a default with an array
run "${a[@]:-none}" "${a[*]+set}"
#### source with arguments
source ./lib.sh p q
libf "$1"
#### time and negation
! [[ a == b ]]
echo $?
#### wait with -n and jobs' status
(exit 3) &
wait -n
echo $?
#### exec with two dashes alone and with a program
exec --
echo on
exec -- run a
