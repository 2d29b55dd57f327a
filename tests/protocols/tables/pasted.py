"""The alemtuzumab table and its bags, as a spreadsheet copies them."""

from tests.protocols.engine.table.published import ALEMTUZUMAB

HEAD = "\t".join(ALEMTUZUMAB["columns"])
ROWS = ["\t".join(row) for row in ALEMTUZUMAB["rows"]]
BAGS = [f"{bag['number']}\t{bag['volume_ml']}\t{bag['concentration']}" for bag in ALEMTUZUMAB["solutions"]]

#: What the form of the page is filled with.
TYPED = {
    "table": "\n".join([HEAD, *ROWS]),
    "bags": "\n".join(BAGS),
    "drug": "alemtuzumab",
    "unit": "mg",
    "rate_unit": "mL/min",
    "target_dose": "12",
    "total_minutes": "180",
    "primed_with": "",
    "dead_volume_ml": "",
}
