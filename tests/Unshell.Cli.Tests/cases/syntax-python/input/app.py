import os


@app.get("/")
def index(*, name: str = "é"):
    return f"{name!r}" if os.environ.get("X") else None
