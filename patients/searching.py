"""What a patient is found by, and what a typed search means. Pure: keys on one side, readings on the other.

Both sides are brought to the same plain letters, so a search is a range over stored keys (traps.md 12).
"""

import re
from datetime import date

from patients.names import CODE_LENGTH, CODE_SIGNS, comparable

KEY_LENGTH = 60
#: No name and no number begins with these.
CODE_MARK, BIRTH_MARK = "#", "@"
MOST_NEEDS = 8

#: One of these prefixes has to be met; all needs of a reading have to.
Need = tuple[str, ...]
Reading = tuple[Need, ...]

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h", "ŋ": "n"}
)
_COMPACT = r"(?P<compact>[0-9]{8})"
_YEAR_FIRST = r"(?P<y1>[0-9]{4})[-./ ](?P<m1>[0-9]{1,2})[-./ ](?P<d1>[0-9]{1,2})"
_YEAR_LAST = r"(?P<a>[0-9]{1,2})[-./ ](?P<b>[0-9]{1,2})[-./ ](?P<y2>[0-9]{4})"
_DATE = re.compile(rf"(?<!\w)(?:{_COMPACT}|{_YEAR_FIRST}|{_YEAR_LAST})(?!\w)")


def pieces(text: str) -> tuple[str, ...]:
    """Letters and digits between blanks and signs, without accents and case: `O'Brien-Nuñez` is o, brien, nunez."""
    return tuple(re.findall(r"[^\W_]+", comparable(text).translate(_LETTERS)))


def name_keys(*names: str) -> frozenset[str]:
    """Each piece of the names, and each word written in one: obrien for O'Brien."""
    words = [pieces(word) for name in names for word in name.split()]
    return frozenset(key[:KEY_LENGTH] for word in words if word for key in (*word, "".join(word)))


def birth_key(born: date) -> str:
    """The key of a birth date."""
    return f"{BIRTH_MARK}{born.isoformat()}"


def number_search_key(hospital_number: str) -> str:
    """A hospital number as it is searched: letters and digits only."""
    return "".join(pieces(hospital_number))[:KEY_LENGTH]


def code_key(code: str) -> str:
    """The key of a patient's random code, or of its beginning."""
    return CODE_MARK + "".join(pieces(code))[: KEY_LENGTH - 1]


def readings(text: str) -> tuple[Reading, ...]:
    """What the text may mean, the likeliest first: names, numbers and dates in any order; one number; one code."""
    found: list[Reading] = []
    dates: list[Need] = []

    def take(match: re.Match[str]) -> str:
        need = _date_need(match)
        dates.extend([need] if need else [])
        return " " if need else match[0]

    rest = _DATE.sub(take, text)
    needs = dates + [(piece[:KEY_LENGTH],) for piece in pieces(rest)]
    whole = "".join(pieces(text))
    if needs:
        found.append(tuple(needs[:MOST_NEEDS]))
    if any(sign.isdigit() for sign in whole) and needs != [(whole,)]:
        found.append(((whole[:KEY_LENGTH],),))
    if len(whole) == CODE_LENGTH and set(whole) <= set(CODE_SIGNS):
        found.append(((code_key(whole),),))
    return tuple(found)


def code_readings(text: str) -> tuple[Reading, ...]:
    """For who may not see identity: the text is the beginning of a code, or finds nobody."""
    return (((code_key(text),),),) if pieces(text) else ()


def possible_dates(text: str) -> tuple[date, ...]:
    """The days a text may name: year first, or day and month in either order before the year."""
    match = _DATE.fullmatch(text.strip())
    return _dates(match) if match else ()


def _date_need(match: re.Match[str]) -> Need:
    """The dates' keys; eight digits in a row may be a number as well. Empty where no day is meant."""
    keys = tuple(birth_key(day) for day in _dates(match))
    return (match["compact"], *keys) if keys and match["compact"] else keys


def _dates(match: re.Match[str]) -> tuple[date, ...]:
    if digits := match["compact"]:
        orders = [
            (digits[:4], digits[4:6], digits[6:]),
            (digits[4:], digits[2:4], digits[:2]),
            (digits[4:], digits[:2], digits[2:4]),
        ]
    elif match["y1"]:
        orders = [(match["y1"], match["m1"], match["d1"])]
    else:
        orders = [(match["y2"], match["b"], match["a"]), (match["y2"], match["a"], match["b"])]
    days = (_day(*map(int, order)) for order in orders)
    return tuple(dict.fromkeys(day for day in days if day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
