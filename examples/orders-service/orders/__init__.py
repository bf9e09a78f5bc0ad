"""Takes orders over HTTP and keeps them in PostgreSQL."""

from flask import Flask, jsonify, request

from orders.amounts import AmountError, cents_of
from orders.store import Store, connect


def create_app(store=None):
    app = Flask(__name__)
    orders = store or Store(connect)

    @app.get("/health")
    def health():
        return jsonify(orders=orders.count())

    @app.post("/orders")
    def add():
        body = request.get_json(silent=True) or {}
        try:
            cents = cents_of(str(body.get("amount", "")))
        except AmountError as error:
            return jsonify(error=str(error)), 422
        return jsonify(id=orders.add(str(body.get("item", "")), cents)), 201

    return app
