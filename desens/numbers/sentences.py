"""Sentences with figures in them, kept whole on page and paper."""

import re

from desens.numbers.quantity import NO_BREAK_SPACE, WRITTEN

_FIGURE_AND_WORD = re.compile(r"(?<!\S)(\(?[0-9][0-9.,]*) (?=[^\W\d_]|[%°])")


def kept_together(text: str) -> str:
    """The text unbreakable at its spaces."""
    return text.replace(" ", NO_BREAK_SPACE)


def figures_kept(text: str) -> str:
    """What a person typed, with each figure kept on the line of the word that follows it, such as its unit."""
    figures = _FIGURE_AND_WORD.sub(rf"\1{NO_BREAK_SPACE}", text).replace("± ", f"±{NO_BREAK_SPACE}")
    return figures.replace(WRITTEN["MU"], kept_together(WRITTEN["MU"]))
