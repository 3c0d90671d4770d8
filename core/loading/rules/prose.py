"""What any text must keep to, whatever the model says: no figures, no promises, sound placeholders, seven sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.errors import Problem
from core.loading.places import Places
from core.loading.read import Banned
from core.loading.texts import Texts
from core.schema.library import ARTICLE_SECTIONS

SECTIONS = ("why", "see", "do", "avoid", "myths", "rights", "sure")

_DIGIT = re.compile(r"[\d①-⑳]+")
_PLACEHOLDER = re.compile(r"\{[a-z0-9_.]+\}")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LIST_NUMBER = re.compile(r"^[ \t]*\d+\.(?=[ \t])", re.MULTILINE)
_SUBHEADING = re.compile(r"^## .*$", re.MULTILINE)
_HEADING = re.compile(r"^#+ *(.*?) *$", re.MULTILINE)
# Scam wording must be quotable as a warning; what stands in quotation marks is not our promise.
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"\n]*\"")


def check_prose(texts: Texts, banned: Banned, places: Places) -> Iterator[Problem]:
    """Check every word, explanation and letter of one language."""
    words = {word: _pattern(word) for word in banned.of(texts.language)}
    for key, text in texts.words.items():
        home = texts.homes[key]
        # The program joins sentences with words such as ui.gap: nothing in Chinese, a space in English.
        if not text.strip() and not key.startswith("ui."):
            yield places.problem("empty_text", home.file, home.path, key=key)
        for code, found in _mistakes(text, words):
            yield places.problem(code, home.file, home.path, key=key, found=found)
    for cause, page in texts.explanations.items():
        yield from _check_page(texts.explanation_file(cause), cause, page, words)
        yield from _check_sections(texts.explanation_file(cause), cause, page, SECTIONS)
    for kind, letter in texts.letters.items():
        yield from _check_page(texts.letter_file(kind), kind, letter, words)
    for article, page in texts.articles.items():
        yield from _check_page(texts.article_file(article), article, page, words)
        # An article may divide its main part with headings of its own; they begin with two signs.
        plain = _SUBHEADING.sub("", page)
        yield from _check_sections(texts.article_file(article), article, plain, ARTICLE_SECTIONS)


def references(page: str) -> dict[str, int]:
    r"""Return what the tags of an explanation name, as ``figure.x``, ``channel.x``, ``source.x`` or ``fact.x`` -> line.

    Examples:
        >>> references('A\n{{ figures.week }} {% if facts["card.state"] is known %}x{% endif %} figures.not_in_a_tag')
        {'figure.week': 2, 'fact.card.state': 2}
    """
    found: dict[str, int] = {}
    for tag in _TAG.finditer(page):
        for match in re.finditer(r"\b(figure|channel|source)s\.(\w+)|\b(fact)s\[\s*[\"']([^\"']*)[\"']", tag[0]):
            name = f"{match[1] or match[3]}.{match[2] or match[4]}"
            found.setdefault(name, _line(page, tag.start() + match.start()))
    return found


def _mistakes(text: str, banned: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    plain = _PLACEHOLDER.sub("", text)
    if "{" in plain or "}" in plain:
        yield "bad_placeholder", plain[plain.index("{" if "{" in plain else "}") :][:30]
    for digits in _DIGIT.findall(plain):
        yield "digit_in_text", digits
    for word, pattern in banned.items():
        if pattern.search(_QUOTED.sub("", text)):
            yield "banned_word", word


def _check_page(file: str, cause: str, page: str, banned: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    plain = _LIST_NUMBER.sub(_blanked, _TAG.sub(_blanked, page))
    for match in _DIGIT.finditer(plain):
        yield Problem(file, _line(page, match.start()), "digit_in_text", (("key", cause), ("found", match[0])))
    unquoted = _QUOTED.sub(_blanked, page)
    for word, pattern in banned.items():
        if match_ := pattern.search(unquoted):
            yield Problem(file, _line(page, match_.start()), "banned_word", (("key", cause), ("found", word)))


def _check_sections(file: str, cause: str, page: str, sections: Sequence[str]) -> Iterator[Problem]:
    """Tell the first heading that is not the one whose turn it is."""
    headings = [(_line(page, match.start()), match[0].rstrip()) for match in _HEADING.finditer(page)]
    wanted = [f"# {section}" for section in sections]
    for (line, found), expected in zip([*headings, (_line(page, len(page)), "—")], [*wanted, "—"], strict=False):
        if found != expected:
            yield Problem(file, line, "sections_wrong", (("key", cause), ("found", found), ("expected", expected)))
            return


def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word: as a whole word where words have borders, anywhere in Chinese."""
    border = r"\b" if word.isascii() else ""
    return re.compile(border + re.escape(word) + border, re.IGNORECASE)


def _blanked(match: re.Match[str]) -> str:
    """Return spaces for a match, so that places in the text stay where they are."""
    return re.sub(r"[^\n]", " ", match[0])


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
