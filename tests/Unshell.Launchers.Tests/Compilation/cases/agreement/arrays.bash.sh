#!/bin/bash
set -euo pipefail
a=(one "two three" four); echo "${a[0]} ${a[1]} ${#a[@]} ${a[@]}" "${a[*]}"; for x in "${a[@]}"; do echo "[$x]"; done
a+=(five); a[7]=seven; echo "${!a[@]}" "${a[-1]}" "${a[@]:1:2}"
unset 'a[1]'; echo "${a[@]}"
declare -A m; m[x]=1; m[y]=2; echo "${m[x]}${m[y]} ${#m[@]}"
s="Hello World"; echo "${s,,} ${s^^} ${s:0:5} ${s: -5} ${s:6} ${s/o/0} ${s//o/0} ${s/#Hello/Bye} ${s/%World/All} ${s,} ${#s}"
n=s; echo "${!n}"
[[ $s == Hello* ]] && echo glob; [[ $s =~ ^([A-Z])([a-z]+) ]] && echo "${BASH_REMATCH[1]}-${BASH_REMATCH[2]}"
[[ -n $s && ! -z $s || 1 -gt 2 ]] && echo ok
((i=5)); ((i++)); echo $i; ((i>3)) && echo big; for ((k=0;k<3;k++)); do ((k==1)) && continue; echo k$k; done
echo {a,b}{1..3} {01..03}
cat <<< "here $s"
if ! false | true; then echo pf; fi
read -r x y <<< "p q r"; echo "$x|$y"
f() { local -r z=$1; echo "z=$z ${FUNCNAME[0]}"; }; f 1
echo -e "a\tb"; echo -n x; echo
printf '%q %b\n' 'a b' 'x\ty'; printf -v pv '%03d' 7; echo $pv
mapfile -t lines < <(printf 'l1\nl2\n'); echo "${#lines[@]} ${lines[1]}"
while read -r w; do echo "w=$w"; done < <(echo one; echo two)
case $s in Hello*) echo c1;;& *World) echo c2;; *) echo c3;; esac
case a in a) echo A;& b) echo B;; c) echo C;; esac
select_=1; echo ${select_}
echo "${undefined:-def}" "${a[@]+x}"
x=$(false) || echo "sub failed"
v=1; v+=2; echo $v
shopt -s nullglob; echo none*; shopt -u nullglob; echo none*
echo $(( 2**10 )) $(( i > 3 ? 10 : 20 ))
set +e; false; echo $?; (exit 3); echo $?; set -e
trap 'echo exiting' EXIT
echo "$undefined2"
echo no
