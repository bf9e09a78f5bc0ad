#!/bin/bash
set -euo pipefail
source /app/docker/lib.sh
"$(dirname "$0")/wait.sh" db 5432
bash docker/seed.sh "$MODE"
exec "$@"
