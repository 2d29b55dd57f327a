"""How people in five languages write a number, and what each would read: the parser's oracle."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
DEVANAGARI = "०१२३४५६७८९"
FULLWIDTH = "０１２３４５６７８９"


@dataclass(frozen=True, kw_only=True)
class Habit:
    """One way of writing: decimal mark, group mark, sizes of the groups from the right (the last repeats), digits."""

    language: str
    mark: str
    group: str
    sizes: tuple[int, ...] = (3,)
    digits: str = "0123456789"


HABITS = (
    Habit(language="en", mark=".", group=","),
    Habit(language="en", mark=".", group="\u202f"),
    Habit(language="en", mark="·", group=","),
    Habit(language="es", mark=",", group="."),
    Habit(language="es", mark=",", group=" "),
    Habit(language="es", mark=".", group=","),  # Mexico
    Habit(language="es", mark="'", group="."),
    Habit(language="de", mark=",", group="."),
    Habit(language="de", mark=".", group="'"),  # Switzerland
    Habit(language="de", mark=".", group="’"),
    Habit(language="fr", mark=",", group="\u202f"),
    Habit(language="fr", mark=",", group="\u00a0"),
    Habit(language="fr", mark=",", group=" "),
    Habit(language="ar", mark="٫", group="٬", digits=ARABIC_INDIC),
    Habit(language="ar", mark=",", group=".", digits=ARABIC_INDIC),
    Habit(language="hi", mark=".", group=",", sizes=(3, 2)),
    Habit(language="hi", mark=".", group=",", sizes=(3, 2), digits=DEVANAGARI),
    Habit(language="ja", mark=".", group=",", digits=FULLWIDTH),
)


def written(random: Random, habit: Habit) -> tuple[str, Decimal]:
    """A number as someone of that habit may write it, with the value they mean."""
    whole = str(random.choice((0, random.randrange(10), random.randrange(1000), random.randrange(10_000_000))))
    decimals = "".join(random.choice("0123456789") for _ in range(random.choice((0, 0, 1, 2, 3, 3, 4))))
    sign = random.choice(("", "", "", "", "-", "+", "−"))
    exponent = random.choice(("", "", "", "", "e2", "E-3", "e+1"))
    value = Decimal(f"{sign.replace('−', '-')}{whole}.{decimals or '0'}{exponent}")
    grouped = _grouped(whole, habit) if random.random() < 0.5 else whole
    bare = "" if grouped == "0" and decimals and random.random() < 0.2 else grouped
    tail = habit.mark + decimals if decimals else random.choice(("", "", "", habit.mark))
    text = sign + bare + tail + exponent
    native = text.translate(str.maketrans("0123456789", habit.digits))
    return random.choice(("", "", " ", "\u00a0")) + native + random.choice(("", "", " ", "\n")), value


def readings(text: str) -> set[Fraction]:
    """Every value that a reader of any habit takes a text for; leading zeros and open ends count as readable."""
    return {value for habit in HABITS if (value := _reading(text.strip(), habit)) is not None}


def _reading(text: str, habit: Habit) -> Fraction | None:
    ascii_text = text.translate(str.maketrans(habit.digits, "0123456789"))
    whole, *after = ascii_text.split(habit.mark)
    decimals = after[0] if after else ""
    if len(after) > 1 or not (whole or decimals) or not _is_digits(decimals):
        return None
    plain = whole.replace(habit.group, "")
    if not _is_digits(plain) or (habit.group in whole and whole != _grouped(plain, habit)):
        return None
    return Fraction(int(plain or "0")) + Fraction(int(decimals or "0"), 10 ** len(decimals))


def _is_digits(text: str) -> bool:
    return all(character in "0123456789" for character in text)


def _grouped(whole: str, habit: Habit) -> str:
    groups, sizes = [], list(habit.sizes)
    while whole:
        size = sizes.pop(0) if len(sizes) > 1 else sizes[0]
        whole, group = whole[:-size], whole[-size:]
        groups.insert(0, group)
    stripped = groups and groups[0].startswith("0") and len(groups) > 1
    return "" if stripped else habit.group.join(groups)
