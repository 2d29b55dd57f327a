"""The form field of each kind: it reads strictly, says what is expected, and refuses what is out of bounds."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from desens.numbers.sentences import figures_kept
from desens.pages.fields import LineField, NoteField, NumberField
from desens.unit.kinds import Choice, Column, Kind, Number, Picture, Telephone, Text, Texts
from desens.unit.png import PngError, check_png

PNG_PROBLEMS = {
    "not_png": _("Choose a PNG file: this is none."),
    "broken": _("This PNG file is damaged. Save it again from the program it was made with."),
    "interlaced": _("Save the PNG without interlacing, then choose it again."),
    "too_large": _("Choose a picture of at most 2\u202f000 pixels each way."),
}


class FigureField(NumberField):
    """A figure of a setting, as a Fraction."""

    def __init__(self, *, kind: Number, **options: Any) -> None:
        self.kind = kind
        super().__init__(unit=kind.unit, minimum=kind.least, maximum=kind.greatest, **options)

    def clean(self, value: Any) -> Fraction | None:
        """The exact Fraction; ValidationError with what is expected."""
        number: Decimal | None = super().clean(value)
        if number is None:
            return None
        if self.kind.whole and number % 1:
            raise ValidationError(_("Type a whole number."))
        return Fraction(number)


class TelephoneField(LineField):
    """A telephone number in the hospital's own way of writing."""

    def to_python(self, value: Any) -> str:
        """The text; ValidationError where there is no digit in it."""
        text = super().to_python(value)
        if text and not any(map(str.isdecimal, text)):
            raise ValidationError(_("Type a telephone number, such as 5 1234 or +34 948 000 000."))
        return text


class TextsField(NoteField):
    """Several lines, one text each."""

    def __init__(self, *, kind: Texts, **options: Any) -> None:
        self.kind = kind
        super().__init__(widget=forms.Textarea(attrs={"rows": kind.most}), **options)

    def prepare_value(self, value: Any) -> Any:
        """The lines under each other."""
        return "\n".join(map(str, value)) if isinstance(value, tuple) else value

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines that are not empty; ValidationError for too many or too long ones."""
        lines = tuple(" ".join(line.split()) for line in super().clean(value).split("\n") if line.strip())
        if len(lines) > self.kind.most or any(len(line) > self.kind.limit for line in lines):
            words = {"most": self.kind.most, "limit": self.kind.limit}
            raise ValidationError(_("Type at most %(most)s lines of at most %(limit)s characters."), params=words)
        return lines


class PictureField(forms.FileField):
    """A PNG that prints; gives its bytes."""

    def __init__(self, *, kind: Picture, **options: Any) -> None:
        self.kind = kind
        super().__init__(widget=forms.FileInput(attrs={"accept": "image/png"}), required=False, **options)

    def clean(self, value: UploadedFile | None, initial: Any = None) -> bytes:
        """The file's bytes, b"" for none chosen; ValidationError says what is wrong with it."""
        if not value:
            return b""
        if (value.size or 0) > self.kind.most_bytes:
            raise ValidationError(_("Choose a file of at most 200 kB."))
        content: bytes = value.read()
        try:
            check_png(content, most_pixels=self.kind.most_pixels)
        except PngError as error:
            raise ValidationError(PNG_PROBLEMS[error.code], code=error.code) from None
        return content


def cell_field(column: Column) -> forms.Field:
    """The field of one cell of a row: empty where the whole row is."""
    field = field_of(column.kind, label=column.title, required=False)
    if isinstance(field, forms.ChoiceField):
        assert isinstance(column.kind, Choice)  # noqa: S101 - narrows the type
        field.choices = [("", "—"), *((code, figures_kept(str(title))) for code, title in column.kind.options.items())]
        field.required = False
    return field


def field_of(kind: Kind[Any], *, label: str, required: bool | None = None) -> forms.Field:
    """The field in which a value of this kind is typed; `required` overrides what the kind itself says."""
    label = figures_kept(str(label))
    match kind:
        case Number():
            return FigureField(kind=kind, label=label, required=required is not False)
        case Choice():
            options = [(code, figures_kept(str(title))) for code, title in kind.options.items()]
            return forms.ChoiceField(label=label, choices=options)
        case Telephone():
            return TelephoneField(label=label, required=False, max_length=kind.limit)
        case Text():
            wanted = kind.required if required is None else required
            return LineField(label=label, required=wanted, max_length=kind.limit)
        case Texts():
            return TextsField(kind=kind, label=label, help_text=_("One rule a line."))
        case Picture():
            return PictureField(kind=kind, label=label)
    raise TypeError(f"no field for {kind!r}")
