"""Texts of definitions: translated when they are shown, and typed as the texts they become."""

from collections.abc import Callable
from typing import cast

from django.utils.translation import gettext_lazy

_ = cast("Callable[[str], str]", gettext_lazy)
