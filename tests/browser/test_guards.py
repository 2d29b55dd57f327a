"""The guards of the browser tests see what they are there to see."""

from django.urls import reverse

from tests.browser import checks


def test_an_inline_style_is_told_on_the_console(visit, page, told):
    visit(reverse("account_login"))
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')")
    assert any("Content Security Policy" in word for word in told)
    told.clear()


def test_an_inline_script_does_not_run(visit, page, told):
    visit(reverse("account_login"))
    page.evaluate(
        "() => { const part = document.createElement('script'); part.textContent = 'window.ran = true';"
        " document.body.append(part) }"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in word for word in told)
    told.clear()


BAD_PARTS = """() => {
    const button = document.createElement('button');
    button.style.cssText = 'width: 500px; height: 20px; outline: none !important';
    const words = document.createElement('p');
    words.textContent = 'too pale to read';
    words.style.cssText = 'color: #ccc; background: #fff';
    document.querySelector('main').prepend(words, button);
}"""


def test_a_small_target_a_wide_part_a_pale_word_and_a_missing_ring_are_found(visit, page):
    visit(reverse("account_login"))
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate(BAD_PARTS)
    assert any("500 x 20" in fault for fault in checks.small_targets(page))
    assert "the page scrolls sideways" in checks.sideways(page)
    assert {fault.split(":")[0] for fault in checks.axe(page)} == {"color-contrast", "button-name"}
    assert any("no ring" in fault for fault in checks.lost_focus(page))


def test_the_network_ends_at_this_machine(visit, page):
    visit(reverse("account_login"))
    reached = page.evaluate("fetch('/static/desens.css').then(answer => answer.status)")
    assert reached == 200
