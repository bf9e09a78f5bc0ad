#### files
echo a > o1
echo b >> o1
cat < o1
cat o1 o1
run < o1 > o2 2> o3
ls
#### errors into files and away
fail 2> o1
cat o1
fail 2> /dev/null
fail > o2 2>&1
cat o2
fail 2>&1 > o3
#### the order matters
{ echo out; echo err >&2; } 2>&1 > o1
echo --
cat o1
#### descriptors
exec 3> o3
echo three >&3
echo more >&3
exec 3>&-
cat o3
exec 4< o3
read -r a <&4
read -r b <&4
echo "$a $b"
exec 4<&-
#### a copy of standard output
exec 3>&1
a=$(echo inner >&3; echo caught)
echo "$a"
#### exec for the rest of the script
exec > o1
echo hidden
run
exec 2>&1
fail
#### closed
run <&-
run 2>&-
echo x >&-
echo "$?"
#### a file that cannot be opened
cat < nofile
echo "$?"
echo x > nodir/file
echo "$?"
: < nofile
echo "dash ends before this"
#### a builtin's redirection that fails in a condition
if read -r x < nofile; then echo yes; else echo no; fi
if cat < nofile; then echo yes; else echo "no $?"; fi
#### here-documents
a='x y'
take <<END
$a "$a" $(echo sub) $((1 + 1)) \$a \\ \n `echo tick`
 indented ${u:-default}
END
take <<'END'
$a $(echo no) \n
END
take <<-END
	tabs	$a
		more
	END
#### two here-documents
take <<A; take <<B
first
A
second
B
#### a here-document into a loop
while read -r x y; do echo "<$x|$y>"; done <<END
1 2 3
  4 5  

last
END
#### noclobber
set -C
echo a > o1
echo b > o1
echo $?
echo c >| o1
cat o1
#### a redirection in the middle
echo a > o1 b
cat o1
> o2 echo c
cat o2
#### the target is expanded but not split
f='o 1'
echo x > "$f"
echo y > $f.2
ls
#### /dev/stdout and /dev/stderr
echo a > /dev/stdout
echo b > /dev/stderr
echo c | cat /dev/stdin
#### a loop into a file
for i in 1 2; do echo $i; run $i; done > o1
cat o1
#### input of a compound
while read -r l; do echo "$l"; done < f1.txt
{ read -r a; read -r b; } < f1.txt
echo "$a $b"
#### standard input goes on between readers
read -r a
echo "$a"
take
#### the program of a loop eats the input
while read -r a; do echo "got $a"; take; done
