"""Age in completed years."""

from datetime import date

OLDEST_YEARS = 125


def age_in_years(*, born: date, on: date) -> int:
    """Completed years on a day; someone born on 29 February has their birthday on 1 March of other years."""
    before_birthday = (on.month, on.day) < (born.month, born.day)
    return on.year - born.year - before_birthday


def birth_date_problem(*, born: date, on: date) -> str | None:
    """The code of what is impossible about a birth date: `in_the_future`, `too_long_ago`, or None."""
    if born > on:
        return "in_the_future"
    if age_in_years(born=born, on=on) > OLDEST_YEARS:
        return "too_long_ago"
    return None
