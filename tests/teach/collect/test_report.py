"""The report as one page: all of its parts, nothing from elsewhere, nothing of a learner's that could run."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from course.page.html import STYLESHEET, marked
from course.questions.misreadings import misreadings
from course.teach.collect import report as module
from course.teach.collect.class_report import ClassReport, Given, Person, Told, Written
from course.teach.collect.report import DARK, LIGHT, colours, looks, more, policy, scripts, to_html
from tests.teach.collect.sample_report import sample

EMPTY = ClassReport("8b", "2026-12-04T14:05:00+01:00", 0, 0, 0)
HOSTILE = "\"><script>trap()</script><img src=x onerror=trap()>'{{ 7*7 }}</style>\u202e"
PARTS = ("ask", "questions", "misreadings", "people", "unforeseen", "work", "task", "written", "files")


@pytest.fixture(scope="module")
def page() -> str:
    return to_html(sample(30))


def hostile() -> ClassReport:
    """A class whose every text is an attack."""
    made = sample(6)
    bad = Given("4.2", HOSTILE, HOSTILE, 5, "", HOSTILE)
    return replace(
        made,
        folder=HOSTILE,
        made=HOSTILE,
        people=tuple(Person(at, f"{HOSTILE} {at}", 1, 1, 1) for at in range(1, 7)),
        answers=(bad, *made.answers),
        unforeseen=(bad,),
        missing=(HOSTILE,),
        written=(Written(1, HOSTILE, HOSTILE, 2, HOSTILE),),
        doubles=(Told(HOSTILE, HOSTILE),),
        refused=(Told(HOSTILE, HOSTILE),),
        odd=(Told(HOSTILE, HOSTILE),),
    )


def test_the_parts_come_in_the_order_in_which_a_teacher_needs_them(page: str) -> None:
    assert tuple(re.findall(r'<section id="(\w+)"', page)) == PARTS
    assert [found for found in re.findall(r'<a href="#([\w-]+)">', page) if found in PARTS][1:10] == list(PARTS)


def test_the_three_commonest_come_with_all_that_a_lesson_needs(page: str) -> None:
    first = page[page.index('id="ask"') : page.index('id="questions"')]
    for met in sample(30).top:
        about = misreadings()[met.name]
        for text in (about.title, about.check_answer):
            assert marked(text) in first
    assert first.count("<dt>Ask back</dt>") == first.count("<dt>In five minutes</dt>") == 3


@pytest.mark.parametrize("learners", [0, 1, 2, 3, 30])
def test_a_class_of_any_size_has_all_parts_and_counts_in_good_english(learners: int) -> None:
    page = to_html(sample(learners) if learners else EMPTY)
    assert tuple(re.findall(r'<section id="(\w+)"', page)) == PARTS
    words = re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not re.search(r"(?<![\d.,])1 (?:learners|files|names|hints|answers|tries)\b", words)
    assert not re.search(r"\bNone\b(?!,)|\bnan\b|Undefined", words)
    assert not re.search(r"\bwrong\b", words, re.IGNORECASE)


def test_no_text_of_ours_blames_or_ranks() -> None:
    texts = " ".join(path.read_text(encoding="utf-8") for path in module.TEMPLATES.glob("*.html"))
    assert not re.search(
        r"\b(?:wrong|fail\w*|worst|best|rank\w*|marks?|grades?|weak\w*|cheat\w*)\b(?! in here)", texts, re.IGNORECASE
    )


def test_nobody_yet_says_what_to_do() -> None:
    assert "There is no hand-in here yet." in to_html(EMPTY)
    assert "There is no hand-in here yet." not in to_html(sample(1))


@pytest.mark.parametrize(("learners", "slides"), [(0, 0), (1, 0), (2, 0)])
def test_of_one_or_two_learners_nothing_can_be_projected(learners: int, slides: int) -> None:
    assert to_html(sample(learners)).count('<article class="slide') == slides


def test_a_very_large_class_is_cut_and_says_where_the_rest_is() -> None:
    page = to_html(replace(sample(10_000), missing=tuple(f"Missing {at}" for at in range(450))))
    assert "and 9,800 more: in gradebook.csv" in page
    assert "and 250 more: in gradebook.csv" in page
    assert len(page) < 700_000


def test_what_learners_wrote_is_text_and_nothing_else() -> None:
    page = to_html(hostile())
    assert page.count("<script") == 1
    assert "<img" not in page
    assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|>49<", page)
    assert "trap()&lt;/script&gt;" in page
    assert page.count("</style>") == 1


def test_nothing_is_asked_of_the_net_and_only_our_own_style_and_script_run(page: str) -> None:
    [said] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    [style], [script] = (re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL) for tag in ("style", "script"))
    expected = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    assert re.findall(r"sha256-([^&']+)", said) == expected
    assert said.replace("&#39;", "'").startswith("default-src 'none'; ")
    assert "connect-src" not in said
    assert "unsafe" not in said
    assert re.findall(r'(?:src|srcset|action)="', page) == []
    assert [link for link in re.findall(r'href="([^"]*)"', page) if not link.startswith("#")] == []
    assert not re.search(r"\sstyle=|\son\w+=", re.sub(r"<script>.*?</script>|&.*?;", "", page, flags=re.DOTALL))


def test_a_page_that_renews_itself_may_ask_its_own_server_and_nobody_else() -> None:
    page = to_html(sample(3), live='/report.html?token=a"b')
    assert "connect-src &#39;self&#39;" in page
    assert 'data-live="/report.html?token=a&#34;b"' in page
    assert "data-live" not in to_html(sample(3)).partition("<body")[2].partition(">")[0]


def test_a_page_has_another_version_only_where_it_tells_something_else() -> None:
    def version(report: ClassReport) -> str:
        [found] = re.findall(r'<div id="content" data-version="(\w+)"', to_html(report))
        return str(found)

    assert version(sample(3)) == version(replace(sample(3), made="2026-12-04T15:00:00+01:00"))
    assert version(sample(3)) != version(replace(sample(3), files=99))


def test_names_can_be_hidden_wherever_they_are(page: str) -> None:
    without = re.sub(
        r'<bdi class="name" data-alias="[^"]+">[^<]*</bdi>|<dl class="places".*?</dl>', "", page, flags=re.DOTALL
    )
    body = without.partition("<body")[2]
    assert [person.name for person in sample(30).people if person.name in body] == []
    assert [name for name in sample(30).missing if name in body] == []


def test_an_unknown_learner_is_called_by_a_number_and_no_name() -> None:
    report = sample(30)
    page = to_html(replace(report, people=report.people[:2]))
    assert "Learner 30" in page or "Learner 29" in page or "Learner 28" in page
    assert 'data-alias="Learner 30"' not in page


def test_the_colours_are_those_of_the_course() -> None:
    sheet = STYLESHEET.read_text(encoding="utf-8")
    assert "--btl-accent: #0b57d0" in colours(sheet, LIGHT)
    assert "--btl-card: #fff" in colours(sheet, LIGHT)
    assert "--jp-" not in looks()
    assert looks().count(colours(sheet, DARK)) == 2
    with pytest.raises(LookupError, match=r"page\.css has no rule \.nowhere"):
        colours(sheet, ".nowhere")


def test_the_style_and_the_script_can_stand_in_a_page() -> None:
    assert not re.search(r"</|<!--", looks())
    assert not re.search(r"</script|<!--|<script", scripts())
    assert "\r" not in looks() + scripts()


def test_the_policy_names_what_it_allows() -> None:
    assert policy("a", "b", live=False) != policy("a", "c", live=False)
    assert policy("a", "b", live=True).count("connect-src 'self'") == 1


@pytest.mark.parametrize(
    ("total", "said"), [(3, ""), (4, "and 1 more: in a.csv"), (10_000, "and 9,997 more: in a.csv")]
)
def test_a_list_says_how_many_it_leaves_out(total: int, said: str) -> None:
    assert more(total, 3, "a.csv") == said
    assert module.cut(range(total), 3) == range(3)
