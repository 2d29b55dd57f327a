"""Writing or importing a template: a text area and a file; what is typed beside them stands before what they say."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.audit.signed_text import digest_of
from desens.numbers.fields import ContentError
from desens.numbers.files import FileError
from desens.pages.fields import DateField, EntryKeyField, LineField, NoteField
from drugs.models import Mark
from protocols.engine import Finding, NothingToCompute, canonical
from protocols.unit_templates.checking import Checked, check
from protocols.unit_templates.reading import MOST_BYTES, ReadText, read_content
from protocols.unit_templates.yaml_text import yaml_text

TYPED = ("title", "citation", "mark", "review_due")
TOO_LARGE = gettext_lazy("At most 256 kB can be read.")
AS_IN_TEXT = gettext_lazy("Empty: as the text says")


class TemplateForm(forms.Form):
    """What a template holds. After `is_valid` stands `checked`; `findings` say why nothing could be computed."""

    entry_key = EntryKeyField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    title = LineField(label=gettext_lazy("Title"), required=False, help_text=AS_IN_TEXT)
    citation = NoteField(label=gettext_lazy("Citation"), required=False, help_text=AS_IN_TEXT)
    mark = forms.ChoiceField(
        label=gettext_lazy("Mark"),
        required=False,
        choices=[("", gettext_lazy("as the text says")), *Mark.choices],
    )
    review_due = DateField(label=gettext_lazy("Review due on"), required=False, help_text=AS_IN_TEXT)
    note = LineField(label=gettext_lazy("What is new, and why"), required=False)
    file = forms.FileField(
        label=gettext_lazy("Import a file"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("YAML or JSON, a library file or a specification; it takes the place of the text below"),
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "wrap": "off", "spellcheck": "false", "class": "figure"}),
    )

    def __init__(self, *args: Any, taken: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken
        self.checked: Checked | None = None
        self.content: dict[str, Any] = {}
        self.left_out: tuple[str, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self._file_name = "text.yaml"

    @property
    def shown(self) -> str:
        """What the person must have seen computed before it is saved."""
        return digest_of(canonical(self.content))

    def show(self, **values: str) -> None:
        """Put other values into a bound form, as if they had been sent."""
        sent: Any = self.data
        data = sent.copy()
        for name, value in values.items():
            data[self.add_prefix(name)] = value
        self.data = data

    def clean_file(self) -> None:
        """The file's text takes the place of what was typed, so that it is not lost whatever is wrong with it."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return
        if file.size is None or file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        try:
            text = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Expected UTF-8 text.")) from None
        self._file_name = file.name or self._file_name
        self.show(text=text)

    def clean_text(self) -> str:
        """What is read: the file's text where there is a file."""
        text = str(self.data.get(self.add_prefix("text"), ""))
        if len(text.encode(errors="replace")) > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        if not text.strip() and "file" not in self.errors:
            raise forms.ValidationError(_("Type the protocol, or choose a file."))
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors:
            self._read(data)
        return data

    def _read(self, data: dict[str, Any]) -> None:
        try:
            read = read_content(data["text"], file=self._file_name)
        except (FileError, ContentError) as error:
            self.add_error("text", _said(error))
            return
        self._show_as_yaml(read)
        self.left_out = read.left_out
        self.content = read.content | _typed(data)
        missing = [name for name in ("title", "citation", "mark") if not self.content.get(name)]
        for name in missing:
            self.add_error(name, _("The text does not say it: state it here."))
        if not missing:
            self._check(data)

    def _check(self, data: dict[str, Any]) -> None:
        try:
            self.checked = check(self.content)
        except NothingToCompute as nothing:
            self.findings = nothing.findings
            self.add_error("text", _("Nothing can be computed: the findings say why."))
        except ContentError as error:
            self.add_error(error.key if error.key in TYPED and data[error.key] else "text", _said(error))
        else:
            self._judge(self.checked)

    def _judge(self, checked: Checked) -> None:
        if checked.blockers:
            self.add_error("text", _("It has blockers: correct what the findings name."))
        if checked.entry.title in self.taken:
            self.add_error("title", _("Another template bears this title: give it its own."))

    def _show_as_yaml(self, read: ReadText) -> None:
        """JSON and specifications are shown as what is kept of them, so that they can be read again from the page."""
        if self._file_name.lower().endswith(".json") or read.left_out:
            self.show(text=yaml_text(read.content))


def _typed(data: dict[str, Any]) -> dict[str, str]:
    return {name: str(data[name]) for name in TYPED if data.get(name)}


def _said(error: FileError | ContentError) -> str:
    return _("At %(place)s: expected %(expected)s.") % {"place": error.key, "expected": error.expected}
