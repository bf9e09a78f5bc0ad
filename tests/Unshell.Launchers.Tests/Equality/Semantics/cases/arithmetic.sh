#### operators
a=7 b=3
run $((a + b)) $((a - b)) $((a * b)) $((a / b)) $((a % b)) $((-a / b)) $((-a % b)) $((a << 2)) $((-8 >> 1))
run $((a < b)) $((a >= b)) $((a == 7)) $((a != 7)) $((!a)) $((~a)) $((a & b)) $((a | b)) $((a ^ b)) $((a && 0)) $((0 || b))
run $((a > b ? a : b)) $(( (a + b) * 2 )) $((1 + 2 * 3)) $((a = 5)) $a
run $((a += 2)) $((a *= 2)) $((a -= 1)) $((a /= 2)) $((a %= 4)) $((a <<= 3)) $((a |= 1))
#### numbers
run $((010)) $((0x1F)) $((0)) $((9223372036854775807 + 1)) $((-9223372036854775807 - 2))
#### variables that are empty, unset or blank
e=
unset u
run $((e + 1)) $((u + 1)) $(($#))
s=' 5 '
run $((s + 1))
#### a division by zero
echo before
echo $((1 / 0))
echo after
#### a value that is no number
a=abc
echo $((a + 1))
echo "end $?"
#### a counter
i=0
while [ $i -lt 3 ]; do i=$((i + 1)); run $i; done
#### test compares numbers
[ 08 -eq 8 ] && echo eight
[ ' 3' -eq 3 ] && echo three
[ 3 -gt 10 ] || echo small
[ x -eq 1 ]
echo $?
[ -1 -lt 0 ] && echo negative
#### expansions inside of an expression
a=2 op=+
run $((a $op 1)) $(( $(echo 3) * 2 )) $((${u:-4} + ${#a}))
#### leading zeros of dates
m=08
echo "${m#0}" $((${m#0} + 1))
