# expansion subtleties
set -- 'a b' '' 'c*'; printf '<%s>' "$@"; echo; printf '<%s>' $@; echo; printf '<%s>' "$*"; echo; printf '<%s>' "x$@y"; echo
printf '<%s>' "$@$@"; echo; printf '<%s>' x"$@"; echo
set --; printf '<%s>' "$@"; echo; printf '<%s>' "x$@"; echo; printf '<%s>' "" $*; echo; echo $#
e=; printf '<%s>' $e; echo; printf '<%s>' "$e"; echo; printf '<%s>' $e"" ; echo; printf '<%s>' a$e b; echo
s='  lead and trail  '; printf '<%s>' $s; echo; printf '<%s>' x$s"y"; echo; printf '<%s>' "$s"$s; echo
touch f1 f2 'sp ace' .hid; printf '<%s>' *; echo; g='f*'; printf '<%s>' $g; echo; printf '<%s>' "$g"; echo; printf '<%s>' f?; echo; printf '<%s>' [f]1 'f'*; echo; printf '<%s>' $g'x' "f"?; echo
p='*.none'; echo $p; echo [ab; echo a[; echo "*"; echo \*
v=abc; echo ${v:+"$v" x}; echo ${u:-a "b  c"}; printf '<%s>' ${u:-a "b  c"}; echo; printf '<%s>' "${u:-a "b  c"}"; echo
printf '<%s>' ${u-'x y'}; echo; printf '<%s>' ${v+"$@"}; echo; set -- 1 '2 3'; printf '<%s>' ${v+"$@"}; echo; printf '<%s>' ${1+"$@"}; echo
echo "${v%c}" "${v#a}" ${v%%b*} ${v##*b} "${v%"c"}" "${v#'a'}"; q='*'; w='a*c'; echo "${w%"$q"c}" "${w%$q}" "${w##$q}"
x='a/b/c'; echo ${x%/*} ${x##*/} ${x#*/} ${x%%/*}; y='[x]'; echo "${y#[}" "${y#\[}"
echo "a\\b" 'a\b' a\\b "\$v" "\`" "\"" "a\nb" | cat
echo $(echo "a   b") "$(echo "a   b")" `echo \`echo nested\``; echo "$(printf 'x\n\n\n')|"
echo $((1+1))$((2)) "$((v2=5))" $v2 $((v2+=2)) $((v2 > 3 && v2 < 10)) $((v2 ? 1 : 0)) $((~0)) $((!0)) $((5%3)) $((-5%3)) $((1<<3|1)) $((0x10)) $((9223372036854775807+1))
a=5; echo $((a)) $((a*2)) $(($a*2)) $((a==5)) $(( (a+1) * 2 )); b=$((a)); echo $b
IFS=:; t='x:y z::w'; printf '<%s>' $t; echo; set -- $t; echo "$*" $*; IFS=' :'; t=' a : b::c '; printf '<%s>' $t; echo; IFS=; printf '<%s>' $t; echo; unset IFS; printf '<%s>' $t; echo
IFS=x; n=1x2; echo $n "$n" ${n}; echo $(echo 1x2); IFS=' 	
'
HOME=/h; echo ~ ~/x "~" a~ ; z=~/q:~/r; echo $z
echo ${#v} ${#} ${#u}; echo "${v}x$v-x${v}" "$v$v"
cat <<X
${u:-d "q"} $(echo "in") \$v \\ \a `echo b` $((1+1)) "$v" '$v'
X
cat <<-X
	tab $v
		two
	X
cat <<'X' | tr a-z A-Z
raw $v \n
X
echo "${v:-${u:-deep}}" "${u:-${v}}" "${u:-$(echo cs)}" ; echo "${u:=assigned}" "$u"
echo a{b,c}d; echo "trailing\
cont"; echo 'multi
line'
case abc in a?c) echo m1;; esac; case 'a*c' in 'a*c') echo m2;; esac; case "a]c" in a[]]c) echo m3;; esac; case a-c in a[b-]c) echo m4;; esac; case abc in "$v") echo m5;; esac; c='a*'; case abc in $c) echo m6;; esac; case abc in "$c") echo no;; *) echo m7;; esac; case 5 in [[:digit:]]) echo m8;; esac; case '' in '') echo m9;; esac; case x in a|x) echo m10;; esac; case '\' in '\') echo m11;; esac; case 'a' in [!b]) echo m12;; esac
echo "$-" | grep -c e; echo $0 | grep -c sh; [ "$$" -gt 0 ] && echo pid
