"""Pictures hold presentation attributes only, which every content policy accepts."""

from desens.figures.svg import clean


def test_styles_become_attributes():
    styled = '<style type="text/css">*{a: b}</style><g style="fill: none; stroke: #000"/>'
    svg = f'<?xml version="1"?>\n<svg width="1">{styled}</svg>'
    assert clean(svg) == (
        '<svg stroke-linejoin="round" stroke-linecap="butt" width="1"><g fill="none" stroke="#000"/></svg>\n'
    )
