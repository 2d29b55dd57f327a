"""The content of a template as the YAML that `desens.numbers.files.load_text` reads back as the same content."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

#: Keys in the order in which people read them; any other stands behind, by name.
ORDER = (
    *("title", "revision", "citation", "mark", "checked_by", "review_date", "review_due"),
    *("drug", "name", "route", "target_dose", "unit", "per", "medicine", "specification", "drugs"),
    *("any_drug", "final_rate_ml_h", "bag_volume_ml", "fixed_bags", "generic", "declared", "diluent"),
    *("number", "solution", "rate_ml_h", "minutes", "volume_ml", "dilution", "concentration", "amount"),
    *("strengths", "solutions", "steps", "line", "pump", "phases", "interval_minutes", "doses"),
)
_FIGURE = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)
_WIDTH = 110


class _Dumper(yaml.SafeDumper):
    """Figures stand plain, text that another reader could take for something else in quotes; no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent(self, data: Any) -> None:
        """As PyYAML's own, but the outermost mapping has a line for each key."""
        node: Any = self.represent_data(data)
        node.flow_style = False
        self.serialize(node)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    figure = _FIGURE.fullmatch(text)
    kind = "str" if figure is None else "float" if figure[2] else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


_Dumper.add_representer(str, _text)


def yaml_text(content: Mapping[str, Any]) -> str:
    """The YAML of a mapping as loaded: text, lists, mappings, True, False, None; entries of lists on a line each."""
    style: dict[str, Any] = {"default_flow_style": None, "width": _WIDTH, "allow_unicode": True, "sort_keys": False}
    return yaml.dump(_ordered(content), Dumper=_Dumper, **style)


def _ordered(content: Any) -> Any:
    if isinstance(content, list):
        return [_ordered(part) for part in content]
    if not isinstance(content, Mapping):
        return content
    places = {key: place for place, key in enumerate(ORDER)}
    keys = sorted(content, key=lambda key: (places.get(key, len(ORDER)), key))
    return {key: _ordered(content[key]) for key in keys}
