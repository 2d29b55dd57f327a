"""What every page must pass, measured in the browser. Each check gives a list of faults, empty on a good page."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = {"phone": (360, 740), "tablet": (768, 1024), "desk": (1920, 1080)}

#: Everything a finger presses: 44 px each way, save links that stand inside a sentence (WCAG 2.5.8, "inline").
SMALL_TARGETS = """() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const faults = [];
    for (const control of document.querySelectorAll(controls)) {
        if (!control.checkVisibility() || getComputedStyle(control).display === 'inline') continue;
        const label = ['checkbox', 'radio'].includes(control.type) && control.labels[0];
        const box = (label || control).getBoundingClientRect();
        const size = `${Math.round(box.width)} x ${Math.round(box.height)} px`;
        if (box.width < 43.5 || box.height < 43.5) faults.push(`${control.outerHTML.slice(0, 90)}: ${size}`);
    }
    return faults;
}"""

#: What sticks out of the page to the right, outside regions that scroll by themselves.
SIDEWAYS = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')]
    .filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.table-region'))
    .map(part => part.outerHTML.slice(0, 90)).slice(0, 5).concat('the page scrolls sideways')"""

#: The focused part is ringed and not hidden behind something sticky (WCAG 2.4.7, 2.4.11).
FOCUS = """() => {
    const part = document.activeElement;
    if (part === document.body) return 'end';
    part.dataset.reached = '';
    const style = getComputedStyle(part), box = part.getBoundingClientRect();
    const ringed = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
    if (!ringed) return 'no ring: ' + part.outerHTML.slice(0, 90);
    const shows = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([across, down]) => {
        const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
        return top && (part.contains(top) || top.contains(part));
    });
    return shows ? 'fine' : 'hidden: ' + part.outerHTML.slice(0, 90);
}"""


#: Whatever is pressed or filled and was not reached by Tab; of radio buttons one stands for its group.
UNREACHED = """() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [hx-trigger*=click]';
    const group = part => part.type === 'radio' && document.querySelector(`[name="${part.name}"][data-reached]`);
    return [...document.querySelectorAll(controls)]
        .filter(part => part.checkVisibility() && !part.disabled && !('reached' in part.dataset) && !group(part))
        .map(part => 'Tab does not reach: ' + part.outerHTML.slice(0, 90));
}"""


def axe(page):
    """Faults against WCAG 2.2 AA that a program can see."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}" for fault in found for node in fault["nodes"]
    ]


def small_targets(page):
    """Controls under 44 px."""
    return page.evaluate(SMALL_TARGETS)


def sideways(page):
    """Parts that make the page scroll sideways."""
    return page.evaluate(SIDEWAYS)


def lost_focus(page, most=400):
    """Parts that Tab reaches without a visible ring, or behind something else; and controls that it never reaches."""
    faults = []
    rounds = 2 if page.evaluate("document.activeElement !== document.body") else 1
    for _ in range(most):
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUS)
        if state == "end":
            rounds -= 1
            if not rounds:
                break
        elif state != "fine":
            faults.append(state)
    return faults + page.evaluate(UNREACHED)


def faults_on(page):
    """What axe finds, and what is too small or too wide at any width."""
    found = axe(page)
    for width, height in WIDTHS.values():
        page.set_viewport_size({"width": width, "height": height})
        found += sideways(page) + small_targets(page)
    return found
