import subprocess

from flask import Flask

app = Flask(__name__)
UPLOADS = "/srv/uploads"


@app.get("/version")
def version():
    return subprocess.check_output("python --version", shell=True, text=True)


@app.get("/size")
def size():
    return subprocess.check_output("du -s /srv | cut -f1", shell=True, text=True)


@app.post("/claims")
def claims():
    with open(f"{UPLOADS}/claim.json", "w") as out:
        out.write("{}")
    return "ok"


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=80)
