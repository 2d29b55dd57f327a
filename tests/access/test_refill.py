"""Putting typed text back into the HTML of a form, by itself."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desens.access.refill import refill

PAGE, ACTION = "/patients/register/", "/patients/register/"
TOKEN = '<input type="hidden" name="csrfmiddlewaretoken" value="fresh">'


def page(inside, *, form='<form method="post">', before=""):
    return f"<html><body><main>\n{before}{form}{TOKEN}{inside}</form>\n</main></body></html>"


def filled(html, action=ACTION, **fields):
    told = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    return refill(html, page=PAGE, action=action, fields=told, notice=lambda left: f"[{'|'.join(left)}]")


class Values(HTMLParser):
    """What a browser would read from the inputs."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "input":
            self.found.append(dict(attrs))


@pytest.mark.parametrize(
    ("inside", "fields", "expected"),
    [
        ('<input type="text" name="a">', {"a": "x"}, '<input type="text" name="a" value="x">'),
        ('<input name="a" value="old" required>', {"a": ""}, '<input name="a" value="" required>'),
        ('<input type="hidden" name="entry_key" value="new"/>', {"entry_key": "k"}, 'name="entry_key" value="k">'),
        ('<input type="checkbox" name="a" checked><input name="b">', {"b": "x"}, '<input type="checkbox" name="a">'),
        ('<input type="checkbox" name="a">', {"a": "on"}, '<input type="checkbox" name="a" checked>'),
        ('<input type="radio" name="a" value="1" checked>', {"a": "2"}, '<input type="radio" name="a" value="1">'),
        ('<input type="radio" name="a" value="2">', {"a": "2"}, '<input type="radio" name="a" value="2" checked>'),
        ('<textarea name="a" rows="3">\nold</textarea>', {"a": "1 < 2\n3"}, 'rows="3">\n1 &lt; 2\n3</textarea>'),
        ('<input name="a"><input name="a">', {"a": ["1", "2"]}, '<input name="a" value="1"><input name="a" value="2">'),
    ],
)
def test_each_kind_of_control(inside, fields, expected):
    assert expected in filled(page(inside), **fields)


def test_a_select_keeps_what_was_chosen():
    inside = '<select name="sex"><option value="">-</option><option value="F">F</option><option value="M" selected>M'
    html = filled(page(inside + "</option></select>"), sex="F")
    assert '<option value="F" selected>' in html
    assert '<option value="M">' in html


def test_several_are_chosen_in_a_list():
    inside = "".join(f'<input type="checkbox" name="r" value="{value}">' for value in "abc")
    html = filled(page(inside), r=["a", "c"])
    assert [("checked" in box, box["value"]) for box in Values(html).found[1:]] == [(1, "a"), (0, "b"), (1, "c")]


def test_the_secret_of_the_page_and_passwords_stay_as_they_are():
    html = filled(page('<input type="password" name="p"><input name="a">'), p="x", a="1", csrfmiddlewaretoken="stale")
    assert TOKEN in html
    assert '<input type="password" name="p">' in html


def test_what_has_no_place_is_told_before_the_form():
    html = filled(page('<input name="a">'), a="1", row_7="left over", row_8="")
    assert '<form method="post">[left over]' in html


def test_without_the_form_everything_is_told_at_the_top():
    html = refill("<main><p>gone</p></main>", page=PAGE, action=ACTION, fields={"a": ["x"]}, notice="|".join)
    assert html == "<main>x<p>gone</p></main>"


def test_of_several_forms_the_one_that_posts_there_is_filled():
    other = '<form method="post" action="/elsewhere/"><input name="a"></form>'
    html = filled(page('<input name="a">', before=other), a="x")
    assert '<form method="post" action="/elsewhere/"><input name="a"></form>' in html
    assert '<input name="a" value="x">' in html


def test_a_form_asked_by_htmx_elsewhere_is_found_by_its_names():
    assert 'name="a" value="x"' in filled(page('<input name="a">'), action="/patients/likely/", a="x")


def test_a_search_form_is_not_filled():
    searching = '<form method="get"><input name="a"></form>'
    assert searching in filled(page('<input name="b">', before=searching), a="x", b="y")


def test_what_follows_typing_follows_the_filling_too():
    html = filled(page('<div hx-post="/x/" hx-trigger="input delay:150ms, change"><input name="a"></div>'), a="x")
    assert 'hx-trigger="input delay:150ms, change, load"' in html


@given(st.text(), st.text())
def test_any_text_comes_back_as_it_was_and_breaks_nothing(typed, before):
    escaped = before.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "")
    html = filled(page('<input name="a"><p>after</p>', before=f"<p>{escaped}</p>"), a=typed)
    assert Values(html).found[1]["value"] == typed
    assert html.endswith("<p>after</p></form>\n</main></body></html>")
