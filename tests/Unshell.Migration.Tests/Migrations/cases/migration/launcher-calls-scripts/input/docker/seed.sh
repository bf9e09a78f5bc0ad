if [ "$1" = demo ]; then
    python seed.py
fi
