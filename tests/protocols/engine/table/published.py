"""The printed tables of the published cases, figure by figure, and those of protocols.md that hold a misprint."""

ALEMTUZUMAB = {
    "drug": "alemtuzumab",
    "unit": "mg",
    "target_dose": "12",
    "rate_unit": "mL/min",
    "total_minutes": "180",
    "solutions": [
        {"number": "1", "concentration": "0.01", "volume_ml": "10"},
        {"number": "2", "concentration": "0.09", "volume_ml": "10"},
        {"number": "3", "concentration": "0.137", "volume_ml": "80"},
    ],
    "columns": ["step", "solution", "rate", "minutes", "volume_ml", "dose", "cumulative_dose"],
    "rows": [
        line.split()
        for line in """\
1 1 2 15 0.5 0.005 0.05
2 1 5 15 1.25 0.0125 0.0175
3 1 10 15 2.5 0.025 0.0425
4 1 20 15 5.75 0.0575 0.1
5 2 5 15 0.5 0.045 0.45
6 2 10 15 1.25 0.1125 0.5625
7 2 20 15 2.5 0.225 0.7875
8 2 40 15 5.75 0.5175 0.9
9 3 10 15 7.5 1.02 1.02
10 3 20 15 12.5 1.71 2.73
11 3 40 15 20 2.74 5.47
12 3 80 15 40 5.48 12
""".splitlines()
    ],
}

_SIXTEEN = """\
1 1 2.5 15 0.625 0.003 0.003 0.0015 0.0015
2 1 5 15 1.25 0.006 0.009 0.003 0.0045
3 1 10 15 2.5 0.012 0.021 0.006 0.0105
4 1 20 15 5 0.024 0.045 0.012 0.0225
5 2 2.5 15 0.625 0.03 0.075 0.015 0.038
6 2 5 15 1.25 0.06 0.135 0.03 0.068
7 2 10 15 2.5 0.12 0.255 0.06 0.128
8 2 20 15 5 0.24 0.5 0.12 0.248
9 3 5 15 1.25 0.6 1.1 0.3 0.55
10 3 10 15 2.5 1.2 2.3 0.6 1.15
11 3 20 15 5 2.4 4.7 1.2 2.35
12 3 40 15 10 4.8 9.5 2.4 4.75
13 4 10 15 2.5 11.9 21.4 5.95 10.7
14 4 20 15 5 23.8 45.2 11.9 22.6
15 4 40 15 10 47.6 92.8 23.8 46.4
16 4 80 174.4 232.5 1107.2 1200 553.6 600
"""


def sixteen_steps(target, first, *, strengths):
    """The atezolizumab or the bevacizumab half; doses in the columns from `first`."""
    return {
        "unit": "mg",
        "target_dose": target,
        "solutions": [
            {"number": str(number), "concentration": strength, "volume_ml": "250"}
            for number, strength in enumerate(strengths, start=1)
        ],
        "columns": ALEMTUZUMAB["columns"],
        "rows": [[*line.split()[:5], *line.split()[first : first + 2]] for line in _SIXTEEN.splitlines()],
        "total_minutes": "399.4",
    }


ATEZOLIZUMAB = sixteen_steps("1200", 5, strengths=["0.0048", "0.048", "0.48", "4.76204"])
BEVACIZUMAB = sixteen_steps("600", 7, strengths=["0.0024", "0.024", "0.24", "2.38102"])

#: Castells 2006: the third bag is labelled 2000 mg and holds 1984.26.
CEFTAZIDIME = {
    "drug": "ceftazidime",
    "unit": "mg",
    "target_dose": "2000",
    "solutions": [
        {"number": "1", "concentration": "0.080", "volume_ml": "250", "amount": "20"},
        {"number": "2", "concentration": "0.800", "volume_ml": "250", "amount": "200"},
        {"number": "3", "concentration": "7.937", "volume_ml": "250", "amount": "2000"},
    ],
    "columns": ["step", "solution", "rate", "minutes", "dose"],
    "rows": [
        [str(number), str((number + 3) // 4), rate, "15" if number < 12 else "174.375", dose]
        for number, (rate, dose) in enumerate(
            zip(
                ["2", "5", "10", "20", "5", "10", "20", "40", "10", "20", "40", "80"],
                ["0.040", "0.100", "0.200", "0.400", "1", "2", "4", "8", "19.843", "39.685", "79.370", "1845.362"],
                strict=True,
            ),
            start=1,
        )
    ],
    "total_minutes": "339.375",
}

#: Etherington 1998: seven bags of 45 mL over 20 min, each tenfold; in all 4444.444 mg.
TENFOLD = {
    "unit": "mg",
    "target_dose": "4000",
    "declared": ["logarithmic"],
    "solutions": [{"number": str(bag), "volume_ml": "45"} for bag in range(1, 8)],
    "columns": ["step", "solution", "minutes", "volume_ml", "dose"],
    "rows": [
        [str(bag), str(bag), "20", "45", f"{'4000'[: bag - 3] if bag > 3 else '0.' + '0' * (3 - bag) + '4'}"]
        for bag in range(1, 8)
    ],
}
