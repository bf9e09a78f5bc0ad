#!/bin/sh
until python -c "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])))" "$1" "$2"; do
    sleep 1
done
