"""All HTML is made in one place and escaped, its looks stand in one stylesheet, and one can read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from course.page import html

PROJECT = Path(__file__).parents[2]
HARD = "<script>alert('1')</script> & \"more\""
SAFE = "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt; &amp; &quot;more&quot;"
MADE = {
    "page": html.page(HARD),
    "paragraph": html.paragraph(HARD),
    "big": html.big(HARD),
    "items": html.items([HARD]),
    "strong": html.strong(HARD),
    "emphasis": html.emphasis(HARD),
    "muted": html.muted(HARD),
    "code": html.code(HARD),
    "off": html.off(HARD),
    "side by side": html.side_by_side(HARD, HARD),
    "marked": html.marked(f"{HARD}`{HARD}`"),
    "blank": html.blank(HARD),
    "quote": html.quote(HARD),
    "link": html.link(HARD, HARD, HARD),
    "fold": html.fold(HARD, HARD),
    "lines": html.lines(f"{HARD}\n- {HARD}\n{HARD}"),
    "passage": html.passage({1: HARD}, {1: [HARD]}),
    "terms": html.terms([(HARD, HARD)]),
    "facts": html.facts([(HARD, HARD)]),
    "table": html.table([HARD], [[HARD]], labels=1, numbers={0}),
    "verdict": html.verdict(html.RIGHT, HARD, HARD, HARD, HARD),
    "hints": html.hints([HARD], HARD),
    "document": html.document(HARD, HARD),
}


@pytest.mark.parametrize("name", MADE)
def test_a_text_is_escaped_wherever_it_stands(name: str) -> None:
    said = MADE[name]
    assert SAFE in said
    assert "<script" not in said
    assert "</script" not in said
    assert isinstance(said, html.Html)


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_is_closed_and_holds_together(name: str) -> None:
    said = MADE[name]
    opened = re.findall(r"<([a-z]+)[ >]", re.sub(r"<(br|meta|input)[^>]*>", "", said))
    assert sorted(opened) == sorted(re.findall(r"</([a-z]+)>", said))


def test_what_was_made_before_is_not_escaped_again_and_texts_beside_it_are() -> None:
    assert html.paragraph("a < b ", html.strong("c & d")) == "<p>a &lt; b <b>c &amp; d</b></p>"
    assert html.paragraph(f"{html.strong('x')}") == "<p>&lt;b&gt;x&lt;/b&gt;</p>", (
        "a text that was put together by hand"
    )


def test_a_text_of_several_lines_has_its_first_in_bold_and_a_list() -> None:
    assert html.lines("One.") == "<p>One.</p>"
    assert html.lines("One.\n- a\n- b\nTwo.\nThree.") == (
        "<p><b>One.</b></p><ul><li>a</li><li>b</li></ul><p>Two.</p><p>Three.</p>"
    )


def test_what_stands_between_backticks_is_code_and_keeps_its_lines() -> None:
    assert html.marked("Try `a < b`.") == "Try <code>a &lt; b</code>."
    lines = BeautifulSoup(html.hints([html.marked("Fill:\n`a = ____\nb`")]), "html.parser").code
    assert lines is not None
    assert lines.get_text() == "a = ____\nb"
    assert "pre-wrap" in str(lines["style"])
    assert html.marked("A lone ` is no mark.") == html.unmarked("A lone ` is no mark.") == "A lone ` is no mark."
    assert html.unmarked("Try `a < b`.") == "Try a < b."


def test_a_verdict_is_told_by_sign_and_word_with_the_answer_beside_it() -> None:
    soup = BeautifulSoup(
        html.verdict(html.NOT_YET, "3.5", "✗ Not yet", "“25 times”", html.paragraph("No.")), "html.parser"
    )
    assert [" ".join(line.get_text().split()) for line in soup.find_all("p")] == [
        "3.5 ✗ Not yet · you said “25 times”",
        "No.",
    ]
    assert "you said" not in html.verdict(html.UNCLEAR, "3.5", "? Unclear", "")


def test_the_rows_and_columns_of_a_table_have_headers() -> None:
    soup = BeautifulSoup(html.table(["", "n"], [["a", "1"], ["", "2"]], labels=1, numbers={1}), "html.parser")
    assert [(cell.get_text(), cell["scope"]) for cell in soup.find_all("th")] == [("n", "col"), ("a", "row")]
    assert [cell.get_text() for cell in soup.select(".btl-number")] == ["n", "1", "2"]


def test_a_text_that_runs_from_right_to_left_does_so_alone() -> None:
    soup = BeautifulSoup(html.table(["a"], [["b"], ["\u05d0\u05d1 12"]]), "html.parser")
    assert [cell.name for cell in soup.select("[dir=auto]")] == ["td"]


@pytest.mark.parametrize(("share", "value"), [(0, "0"), (3 / 7, "0.428571"), (1, "1")])
def test_a_bar_is_the_browsers_own(share: float, value: str) -> None:
    assert html.bar(share) == f'<progress max="1" value="{value}" class="btl-bar" aria-hidden="true"></progress>'


# Looks.

STYLED = re.compile(r"""style=\\?["']""")
OF_PLOTLY = {"figures/parts.py", "numbers/what_kind.py"}
"""Texts inside a figure: plotly draws them as SVG, where no stylesheet reaches."""


def test_no_style_stands_anywhere_else() -> None:
    course = PROJECT / "course"
    styled = {
        path.relative_to(course).as_posix()
        for path in course.rglob("*.py")
        if STYLED.search(path.read_text(encoding="utf-8"))
    }
    assert styled == OF_PLOTLY
    drawn = "".join((course / name).read_text(encoding="utf-8") for name in OF_PLOTLY)
    assert set(re.findall(r"<(\w+) style=", drawn)) <= {"span"}


def test_a_page_without_the_stylesheet_can_be_read() -> None:
    verdict = html.verdict(html.RIGHT, "3.1", "✓ Right", "4")
    assert "border-left:5px solid var(--btl-right,#007a5a)" in verdict
    assert "background:var(--btl-right-soft,#e6f4ef)" in verdict
    assert "color:var(--btl-ink,#1f2328)" in verdict
    assert "text-align:right" in html.table(["n"], [["1"]], numbers={0})
    assert "overflow-x:auto" in html.table(["n"], [["1"]])


LIGHT_THEME = {"--jp-layout-color0": "#ffffff", "--jp-layout-color1": "#ffffff", "--jp-layout-color2": "#eeeeee"}
DARK_THEME = {"--jp-layout-color0": "#111111", "--jp-layout-color1": "#212121", "--jp-layout-color2": "#424242"}
"""What JupyterLab's two themes have."""
TOKEN = re.compile(r"(--btl-[a-z-]+): ([^;]+);")
GROUNDS = {
    "--btl-ink": ["card", "quiet", "right-soft", "notyet-soft", "hint-soft", "accent-soft"],
    "--btl-soft": ["card", "quiet", "right-soft", "notyet-soft", "hint-soft"],
    "--btl-accent": ["card", "accent-soft"],
    "--btl-on-accent": ["accent"],
    "--btl-right": ["card", "right-soft"],
    "--btl-notyet": ["card", "notyet-soft"],
    "--btl-hint": ["card", "hint-soft"],
}
"""Each ink, and the grounds that it stands on."""


def tokens(theme: str) -> dict[str, str]:
    """Return the colours of `page.css` in a theme of JupyterLab, or with no theme at all."""
    css = html.STYLESHEET.read_text(encoding="utf-8")
    blocks = dict(re.findall(r"^(:root|\[data-jp-theme-light=\"false\"\]) \{(.*?)^\}", css, re.DOTALL | re.MULTILINE))
    found = dict(TOKEN.findall(blocks[":root"]))
    if theme == "dark":
        found |= TOKEN.findall(blocks['[data-jp-theme-light="false"]'])
    known = {"dark": DARK_THEME, "light": LIGHT_THEME, "none": {}}[theme]
    return {
        name: re.sub(r"var\((--jp-[a-z0-9-]+), (#\w+)\)", lambda match: known.get(match[1], match[2]), value)
        for name, value in found.items()
    }


def light(colour: str) -> float:
    digits = colour.removeprefix("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, ground: str) -> float:
    low, high = sorted((light(ink), light(ground)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["none", "light", "dark"])
@pytest.mark.parametrize("ink", GROUNDS)
def test_every_ink_can_be_read_on_its_grounds(ink: str, theme: str) -> None:
    colours = tokens(theme)
    weak = {ground: contrast(colours[ink], colours[f"--btl-{ground}"]) for ground in GROUNDS[ink]}
    assert {ground: round(ratio, 2) for ground, ratio in weak.items() if ratio < 4.5} == {}


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


def test_what_stands_for_a_colour_without_the_stylesheet_is_the_light_one() -> None:
    assert {f"--btl-{name}": colour for name, colour in html.TOKENS.items()}.items() <= tokens("none").items()


def test_the_stylesheet_names_only_colours_that_it_has() -> None:
    css = Path(html.STYLESHEET).read_text(encoding="utf-8")
    assert set(re.findall(r"var\((--btl-[a-z-]+)", css)) <= set(tokens("none"))


def plain_selectors() -> list[str]:
    """The selectors of the stylesheet; what stands between brackets is left out."""
    css = re.sub(r"/\*.*?\*/", "", Path(html.STYLESHEET).read_text(encoding="utf-8"), flags=re.DOTALL)
    while css != (shorter := re.sub(r"\([^()]*\)", "", css)):
        css = shorter
    return [each.strip() for selectors in re.findall(r"([^{}]+)\{", css) for each in selectors.split(",")]


def test_no_change_of_the_page_makes_the_browser_style_all_of_it_anew() -> None:
    slow = re.compile(r":has\S*[\s>+~]+(?:[^\s>+~]+[\s>+~]+)*[*:\[]")  # what follows :has has no class, tag or id
    assert ".jp-OutputArea:has .jp-OutputArea-child:has" in plain_selectors()
    assert slow.match(".btl-row:has > *".removeprefix(".btl-row"))
    assert [selector for selector in plain_selectors() if slow.search(selector)] == []
