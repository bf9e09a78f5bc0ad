MODE="${MODE:-production}"
