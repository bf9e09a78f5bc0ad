#!/bin/bash
eval "$STARTUP"
source /etc/secret.env
apt-get update && apt-get install -y curl
su app -c "python app.py"
useradd app
select x in a b; do echo "$x"; done
exec bash
