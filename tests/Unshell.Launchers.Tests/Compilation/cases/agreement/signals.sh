# A trap waits for the program in the foreground, and ends `wait` at once.
trap 'echo usr1' USR1
(sleep 0.2; kill -USR1 $$) & helper=$!
sleep 0.6; echo slept
wait $helper
sleep 5 & child=$!
(sleep 0.2; kill -USR1 $$) &
wait $child; echo "wait $?"
kill $child; wait $child; echo "killed $?"
trap '' TERM; kill -TERM $$; echo ignored
trap - TERM
trap 'kill $child 2>/dev/null; echo stopping; exit 3' TERM INT
sleep 5 & child=$!
(sleep 0.2; kill -TERM $$) &
wait
echo unreachable
