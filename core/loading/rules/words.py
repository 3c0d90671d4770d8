"""Words against the model and language against language: nothing missing, nothing left over, the same placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.catalogue import placeholders
from core.errors import Problem
from core.loading.files import TEXTS_FOLDER
from core.loading.places import Places
from core.loading.rules.context import Context
from core.loading.rules.families import Need, known_ids, needs_of, shelf_questions
from core.loading.rules.prose import references
from core.loading.rules.quiz_words import check_quiz_words
from core.loading.texts import Texts

Languages = Mapping[str, Texts]
_NAMED = ("figure", "channel", "source")
_OWN_WAY = ("month.", "unit.")  # a month is a number in one language and a name in another; units count differently


def check_languages(languages: Languages, places: Places) -> Iterator[Problem]:
    """Check that every language has the words the others have, with the same placeholders.

    Explanations are compared where their templates are parsed.
    """
    for key in dict.fromkeys(key for texts in languages.values() for key in texts.words):
        having = [texts for texts in languages.values() if key in texts.words]
        first = having[0]
        for texts in languages.values():
            if key not in texts.words:
                home = first.homes[key]
                yield places.problem("missing_translation", home.file, home.path, key=key, language=texts.language)
            elif not key.startswith(_OWN_WAY) and (
                (found := placeholders(texts.words[key])) != (expected := placeholders(first.words[key]))
            ):
                home = texts.homes[key]
                facts = {"found": _listed(found), "expected": _listed(expected), "language": first.language}
                yield places.problem("placeholders_differ", home.file, home.path, key=key, **facts)


def check_words(context: Context, languages: Languages) -> Iterator[Problem]:
    """Check the words and explanations of all languages against the model."""
    for need in needs_of(context):
        if not any(need.key in texts.words for texts in languages.values()):
            yield from _missing(context, need, languages)
    known = known_ids(context)
    for texts in languages.values():
        yield from _leftovers(context, texts, known)
        yield from _placeholders(context, texts, known)
        yield from _explanations(context, texts, known)
        yield from _letters(context, texts, known)
        yield from _articles(context, texts, known)
        yield from check_quiz_words(context, texts)


def _missing(context: Context, need: Need, languages: Languages) -> Iterator[Problem]:
    if need.part is not None:
        yield context.problem("missing_words", need.part, need.path, key=need.key)
    else:
        yield Problem(
            f"{next(iter(languages))}/{TEXTS_FOLDER}",
            0,
            "missing_words",
            (("where", need.key), ("key", need.key)),
        )


def _leftovers(context: Context, texts: Texts, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Tell words about entries that do not exist: most often one of the two names is mistyped."""
    asked = shelf_questions(context)
    for key, home in texts.homes.items():
        family, *rest = key.split(".")
        if family not in known or len(rest) < 2:  # two parts are a word of the program, such as "cause.heading"
            continue
        names = {".".join(rest[:length]) for length in range(1, len(rest))} & known[family]
        if not names:
            yield context.places.problem(
                "words_without_entry", home.file, home.path, key=key, found=".".join(rest[:-1])
            )
        elif family == "question":
            yield from _leftover_option(context, texts, key, max(names, key=len))
        elif rest[1] == "question" and key not in asked:
            yield context.places.problem("words_without_entry", home.file, home.path, key=key, found=rest[-1])


def _leftover_option(context: Context, texts: Texts, key: str, question: str) -> Iterator[Problem]:
    field, _, option = key.removeprefix(f"question.{question}.").partition(".")
    if field == "option" and option not in context.shapes[question].words:
        home = texts.homes[key]
        yield context.places.problem("words_without_entry", home.file, home.path, key=key, found=option)


def _placeholders(context: Context, texts: Texts, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for key, text in texts.words.items():
        for name in sorted(placeholders(text)):
            # A plain name is filled in by the part of the program that uses the key.
            if "." in name and not _is_known(name, known):
                home = texts.homes[key]
                yield context.places.problem("unknown_placeholder", home.file, home.path, key=key, found=name)


def _explanations(context: Context, texts: Texts, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for cause in context.content.causes:
        if cause not in texts.explanations:
            yield context.problem("missing_explanation", "causes", (cause,), expected=texts.explanation_file(cause))
    for cause, page in texts.explanations.items():
        file = texts.explanation_file(cause)
        if cause not in context.content.causes:
            yield Problem(file, 0, "explanation_without_cause", (("found", cause),))
        yield from _references(file, cause, page, known)


def _letters(context: Context, texts: Texts, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for kind in context.content.letters:
        if kind not in texts.letters:
            yield context.problem("missing_letter", "letters", (kind,), expected=texts.letter_file(kind))
    for kind, page in texts.letters.items():
        file = texts.letter_file(kind)
        if kind not in context.content.letters:
            yield Problem(file, 0, "letter_without_entry", (("found", kind),))
        yield from _references(file, kind, page, known)


def _references(
    file: str, key: str, page: str, known: Mapping[str, set[str]], *, facts: bool = True
) -> Iterator[Problem]:
    for name, line in references(page).items():
        if not _is_known(name, known, also="fact" if facts else ""):
            yield Problem(file, line, "unknown_placeholder", (("key", key), ("found", name)))


def _articles(context: Context, texts: Texts, known: Mapping[str, set[str]]) -> Iterator[Problem]:
    for article in context.content.library.article:
        if article not in texts.articles:
            expected = texts.article_file(article)
            yield context.problem("missing_article", "library", ("article", article), expected=expected)
    for article, page in texts.articles.items():
        file = texts.article_file(article)
        if article not in context.content.library.article:
            yield Problem(file, 0, "article_without_entry", (("found", article),))
        yield from _references(file, article, page, known, facts=False)


def _is_known(name: str, known: Mapping[str, set[str]], also: str = "") -> bool:
    family, _, rest = name.partition(".")
    return family in (*_NAMED, also) and rest in known.get(family, ())


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "—"
