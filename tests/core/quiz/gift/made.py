"""Questions of every kind made up by hypothesis, full of the signs that GIFT gives a meaning to."""

from __future__ import annotations

from hypothesis import strategies as st

from core.quiz.gift.questions import (
    BLANK,
    FORMATS,
    GAP,
    Choice,
    Choices,
    Description,
    Essay,
    Format,
    Matching,
    Near,
    Numerical,
    Pair,
    Question,
    ShortAnswer,
    Text,
    TrueFalse,
    text_of,
)

_SNIPPETS = (
    *(":", "::", "#", "####", "=", "~", "{", "}", "\\", "\\n", "\n", "\n\n", "%50%", "%", "->", "-", ">", "//", "["),
    *("[html]", "[moodle]", "[plain]", "]", "$CATEGORY:", "T", "TRUE", "*", "1..2", "1:2", GAP, " ", "\t", "\u3000"),
    *("额度", "é", "\u2028", "\x85", "\x1e", "\x01", "\ufeff", "a", "B", "7"),
)
words = st.lists(st.sampled_from(_SNIPPETS) | st.text(max_size=3), max_size=8).map("".join)
plain = words.map(lambda text: text_of(text).text)
# No more than five decimals are written, as Moodle has them.
weights = st.integers(min_value=-10_000_000, max_value=10_000_000).map(lambda weight: weight / 100_000)
numbers = st.floats(allow_nan=False, allow_infinity=False)


def texts(default: Format) -> st.SearchStrategy[Text]:
    return st.builds(text_of, words, st.sampled_from((default, *FORMATS)))


def _no_arrow(text: Text) -> bool:
    return "->" not in text.text


@st.composite
def choices(draw: st.DrawFn, default: Format) -> Choices:
    text = texts(default)
    options = draw(st.lists(st.builds(Choice, text, weights, text), min_size=2, max_size=5))
    single = draw(st.booleans())
    if single:
        place = draw(st.integers(min_value=0, max_value=len(options) - 1))
        options[place] = Choice(options[place].text, 100.0, options[place].feedback)
    return Choices(single, tuple(options))


def bodies(default: Format) -> st.SearchStrategy[object]:
    text = texts(default)
    accepted = st.builds(Choice, text.filter(_no_arrow), weights, text.filter(_no_arrow))
    near = st.builds(Near, numbers, numbers.map(abs), weights, text) | st.builds(
        Near, st.none(), st.just(0.0), weights, text
    )
    pairs = st.lists(st.builds(Pair, text.filter(_no_arrow), plain), min_size=2, max_size=4)
    return st.one_of(
        st.builds(TrueFalse, st.booleans(), text, text),
        choices(default),
        st.builds(ShortAnswer, st.lists(accepted, min_size=1, max_size=4).map(tuple)),
        st.builds(Numerical, st.lists(near, min_size=1, max_size=4).map(tuple), text),
        st.builds(Matching, pairs.map(tuple)),
        st.builds(Essay),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    text = draw(texts("moodle"))
    title = draw(plain if text.text else plain.filter(bool))
    category = draw(plain.map(lambda name: " ".join(name.split("\n")).strip(BLANK)))
    if draw(st.integers(min_value=0, max_value=6)) == 0:
        return Question(text, Description(), title, category, Text("", text.format))
    body = draw(bodies(text.format))
    general = draw(texts(text.format))
    gap = None
    if draw(st.booleans()) and (after := draw(plain)):
        before = draw(words).replace("\r", "").lstrip(" \t\n\v\0")
        gap, text = len(before), Text(f"{before}{GAP}{after}", text.format)
    return Question(text, body, title, category, general, gap)  # type: ignore[arg-type]  # one_of forgets what it is made of
