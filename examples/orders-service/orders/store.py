"""Orders in PostgreSQL."""

import os
from contextlib import closing

import psycopg2


def connect():
    return psycopg2.connect(
        host=os.environ.get("DATABASE_HOST", "db"),
        port=os.environ.get("DATABASE_PORT", "5432"),
        user=os.environ.get("DATABASE_USER", "orders"),
        password=os.environ["DATABASE_PASSWORD"],
        dbname=os.environ.get("DATABASE_NAME", "orders"),
    )


class Store:
    def __init__(self, connect):
        self.connect = connect

    def add(self, item, cents):
        return self.ask("INSERT INTO orders (item, cents) VALUES (%s, %s) RETURNING id", item, cents)[0][0]

    def count(self):
        return self.ask("SELECT count(*) FROM orders")[0][0]

    def totals(self):
        return self.ask("SELECT item, count(*), sum(cents) FROM orders GROUP BY item ORDER BY item")

    def ask(self, query, *values):
        with closing(self.connect()) as connection, connection, connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall()
