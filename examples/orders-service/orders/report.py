"""Prints what was ordered, one line an item."""

from orders.amounts import written
from orders.store import Store, connect


def main():
    for item, count, cents in Store(connect).totals():
        print(f"{item}: {count} for {written(cents)}")


if __name__ == "__main__":
    main()
