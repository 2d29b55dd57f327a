"""What the fork server of isolated.py loads once: a worker begins with WeasyPrint and our fonts in memory."""

from desens.printing.drawing import drawn
from desens.printing.work import work

__all__ = ["work"]

drawn('<link rel="stylesheet" href="print:base.css"><p>1 <b>1</b> \u05d0 <b>\u05d0</b></p>', "warm", {})
