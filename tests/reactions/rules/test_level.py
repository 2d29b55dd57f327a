"""Values of a laboratory."""

import pytest

from reactions.rules.level import read_level


@pytest.mark.parametrize("text", ["", "<", "0", "-1", "<0", "1,2", "<<1", "about 3", "1 2"])
def test_what_is_no_level(text):
    with pytest.raises(ValueError, match="a number"):
        read_level(text)


def test_a_level_as_it_is_written():
    assert (read_level(" < 1.0 ").text, read_level(">200").shown, read_level("3.20").text) == ("<1", ">200", "3.2")
