#### data flows
echo a b | take
printf 'x\ny\n' | while read -r l; do echo "<$l>"; done
echo x | cat | cat | take
#### the last part is a subshell
a=1
echo 2 | read -r a
echo "$a"
echo x | { a=3; cat; }
echo "$a"
#### status
fail | true; echo $?
true | fail; echo $?
(exit 3) | (exit 4); echo $?
#### functions and groups in pipelines
f() { while read -r l; do echo "f $l"; done; }
{ echo 1; echo 2; } | f | take
#### errors through the pipe
fail 2>&1 | take
#### a pipeline in a condition
if echo abc | grep -q b; then echo yes; fi
echo abc | grep -q x || echo no
#### text tools
echo 'Hello World' | tr '[:upper:]' '[:lower:]'
echo a:b:c | cut -d: -f2
printf 'b\na\nb\n' | sort | uniq
echo 'x=1' | sed 's/x/y/'
printf '1\n2\n3\n' | head -n 2 | tail -n 1
echo a b c | wc -w
echo 'a b c' | awk '{print $2}'
#### a substitution with a pipeline
a=$(echo x y | tr x z)
run "$a"
#### background and wait
run x > o1 &
wait
cat o1 > /dev/null
(exit 4) &
wait $!
echo $?
fail > /dev/null 2>&1 &
p=$!
wait "$p" || echo "waited $?"
wait
echo $?
#### a pipeline with errexit
set -e
echo a | fail
echo no
#### xargs-free lists
for w in $(echo c b a | tr ' ' '\n' | sort); do run "$w"; done
