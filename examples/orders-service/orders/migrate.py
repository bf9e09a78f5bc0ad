"""Makes the table of orders where it is missing."""

from contextlib import closing

from orders.store import connect

TABLE = """
    CREATE TABLE IF NOT EXISTS orders (
        id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        item text NOT NULL,
        cents integer NOT NULL
    )
"""


def main():
    with closing(connect()) as connection, connection, connection.cursor() as cursor:
        cursor.execute(TABLE)
    print("the table of orders is there")


if __name__ == "__main__":
    main()
