"""The generic 4-, 8-, 12-, 16- and 20-step protocols, all from one formula: README.md beside."""

from protocols.engine.generic.building import generic_template
from protocols.engine.generic.family import FIRST_RATES_ML_H, SIZES

__all__ = ["FIRST_RATES_ML_H", "SIZES", "generic_template"]
