"""Every setting there is. Later work adds a definition to a group, or a group here; nothing else is needed."""

from desens.unit.definitions.definition import Definition, Group, Mark
from desens.unit.definitions.doses import DOSES
from desens.unit.definitions.emergency import EMERGENCY
from desens.unit.definitions.equipment import EQUIPMENT
from desens.unit.definitions.hospital import HOSPITAL, TELEPHONES
from desens.unit.definitions.judging import JUDGING
from desens.unit.definitions.premedication import PREMEDICATIONS
from desens.unit.definitions.schedules import SCHEDULES

GROUPS: tuple[Group, ...] = (HOSPITAL, TELEPHONES, EQUIPMENT, SCHEDULES, PREMEDICATIONS, EMERGENCY, JUDGING, DOSES)
BY_KEY = {definition.key: definition for group in GROUPS for definition in group.definitions}

__all__ = ["BY_KEY", "GROUPS", "Definition", "Group", "Mark"]
