import os
import socket
from concurrent import futures
from http.server import HTTPServer

import grpc
import uvicorn
from flask import Flask
from prometheus_client import start_http_server

from factory import create_app

PORT = int(os.environ.get("PORT", 5000))
app = Flask(__name__)
made = create_app()

if __name__ == "__main__":
    start_http_server(9100)
    app.run(host="0.0.0.0", port=80)
    app.run(port=PORT)
    app.run()
    made.run(port=int(os.getenv("OTHER_PORT", "443")))
    uvicorn.run("main:app", host="0.0.0.0", port=8000)
    HTTPServer(("", 8080), None).serve_forever()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
    server = grpc.server(futures.ThreadPoolExecutor())
    server.add_insecure_port("[::]:50051")
    server.add_insecure_port(f"0.0.0.0:{PORT}")
