"""matplotlib's SVG made fit for our content policy: presentation attributes in place of all styles (traps.md 33)."""

import re

#: What matplotlib's style element says of everything.
_EVERYTHING = 'stroke-linejoin="round" stroke-linecap="butt"'
_HEAD = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>", re.DOTALL)
_STYLE_ELEMENT = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]+)")


def clean(svg: str) -> str:
    """The same picture with presentation attributes in place of styles."""
    bare = _STYLE_ELEMENT.sub("", _HEAD.sub("", svg))
    attributed = _STYLE.sub(lambda found: _attributes(found[1]), bare)
    lines = (line.strip() for line in attributed.splitlines())
    return "\n".join(line for line in lines if line).replace("<svg ", f"<svg {_EVERYTHING} ", 1) + "\n"


def _attributes(style: str) -> str:
    return "".join(f' {name}="{value.strip()}"' for name, value in _DECLARATION.findall(style))
