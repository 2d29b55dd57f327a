"""Values that differ from the default, for each kind, and how they are typed; a small PNG."""

import struct
import zlib
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from desens.numbers.write import plain_text
from desens.unit.definitions import Definition
from desens.unit.definitions.equipment import LINES
from desens.unit.definitions.medicines import UnitObservation
from desens.unit.definitions.premedication import OBSERVATION_OF_DRUGS
from desens.unit.definitions.stock import UnitLine
from desens.unit.kinds import Choice, Number, Picture, Rows, Telephone, Text, Texts
from desens.unit.services import picture_name


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG, its check included."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 24, height: int = 8, *, colour: int = 0, interlace: int = 0, pixels: bytes | None = None) -> bytes:
    """A grey picture with a dark bar, or with the packed lines given."""
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    lines = b"".join(b"\0" + bytes([60] * (width * samples)) for _row in range(height)) if pixels is None else pixels
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlace)
    packed = zlib.compress(lines)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def other_value(definition: Definition) -> Any:
    """A value within the bounds that is not the default."""
    match kind := definition.kind:
        case Number():
            return kind.least if kind.least != definition.default else kind.greatest
        case Choice():
            return next(code for code in kind.options if code != definition.default)
        case Telephone():
            return "+34 948 000 000"
        case Text():
            return "Clínica de Ejemplo"
        case Texts():
            return ("STOP and call.", "Epinephrine first.")
        case Rows():
            return _other_rows(definition)
        case Picture():
            return picture_name(png())


def _other_rows(definition: Definition) -> tuple[Any, ...]:
    if definition is LINES:
        return (UnitLine(name="Primary set A", dead_volume_ml=Fraction("18.5")),)
    if definition is OBSERVATION_OF_DRUGS:
        return (UnitObservation(drug="adalimumab", hours=Fraction(1)),)
    first = next(iter(definition.kind.columns))
    another = "Second" if isinstance(getattr(definition.default[0], first), str) else Fraction(30)
    return (*definition.default, replace(definition.default[0], **{first: another}))


def typed(definition: Definition, value: Any, *, based_on: int = 0, **more: Any) -> dict[str, Any]:
    """What a person sends to set the value; entry key and reason included."""
    common = {"entry_key": str(uuid4()), "based_on": str(based_on), "reason": "agreed on 2026-11-20"}
    return common | _typed_value(definition, value) | more


def _typed_value(definition: Definition, value: Any) -> dict[str, Any]:
    match kind := definition.kind:
        case Number():
            return {"value": plain_text(value)}
        case Texts():
            return {"value": "\r\n".join(map(str, value))}
        case Rows():
            return {
                f"row{number}-{name}": "" if cell is None else cell if isinstance(cell, str) else plain_text(cell)
                for number, row in enumerate(value, start=1)
                for name, cell in zip(kind.columns, kind.cells(row), strict=True)
            }
        case Picture():
            return {"value": SimpleUploadedFile("logo.png", png(), "image/png")} if value else {"remove": "on"}
    return {"value": str(value)}
