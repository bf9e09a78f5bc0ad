import pytest

from orders.amounts import AmountError, cents_of, written


def test_amounts_are_read_to_the_cent():
    assert [cents_of(text) for text in ("0", "12", "12.50", "1234567.89")] == [0, 1200, 1250, 123456789]
    assert written(1250) == "12.50"


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1,50", "12345678", "ten"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(AmountError):
        cents_of(text)
