DATA=/tmp/data
