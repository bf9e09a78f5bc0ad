#!/bin/bash
trap 'kill -TERM $pid; wait $pid; exit 0' TERM INT
python worker.py &
pid=$!
wait $pid
