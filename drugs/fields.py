"""A field for one figure or several, read by the one strict parser (safety.md H2)."""

from itertools import pairwise
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import LineField, NumberField
from drugs.names import drug_key

ONE = NumberField(unit="")


class FiguresField(LineField):
    """Figures from the smallest to the largest, parted by semicolons; gives a list of Decimal, empty where empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "one_only": _("Type one number."),
        "not_above_zero": _("Type numbers above 0."),
        "not_rising": _("Type the numbers from the smallest to the largest, each once."),
    }

    def __init__(self, *, one_only: bool, **options: Any) -> None:
        self.one_only = one_only
        super().__init__(**options)
        self.widget.attrs |= {"autocomplete": "off"} | ({"inputmode": "decimal"} if one_only else {})

    def to_python(self, value: Any) -> Any:
        """The exact figures; ValidationError with what is expected."""
        typed = super().to_python(value)
        figures = [ONE.clean(part) for part in typed.split(";")] if typed else []
        if self.one_only and len(figures) > 1:
            self._refuse("one_only")
        if any(figure <= 0 for figure in figures):
            self._refuse("not_above_zero")
        if any(smaller >= larger for smaller, larger in pairwise(figures)):
            self._refuse("not_rising")
        return figures

    def prepare_value(self, value: Any) -> Any:
        """Stored figures in plain digits; what was typed, as it was typed."""
        return "; ".join(ONE.prepare_value(figure) for figure in value) if isinstance(value, list | tuple) else value

    def _refuse(self, code: str) -> None:
        raise ValidationError(self.error_messages[code], code=code)


class NamedField(LineField):
    """A name with letters or digits in it: signs alone name nothing."""

    def to_python(self, value: Any) -> str:
        """The name; ValidationError where nothing of it can be compared."""
        name = super().to_python(value)
        if name and not drug_key(name):
            raise ValidationError(_("Type a name with letters."))
        return name
