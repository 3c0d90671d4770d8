"""Drafts as the two files of a content folder that an author goes on with: quiz.toml, and its words in one language."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.explain.language import Language
from core.loading.files import MODEL_FOLDER, TEXTS_FOLDER
from core.quiz.gift.drafts import Draft, DraftMiss
from core.quiz.gift.ours import in_unit
from core.quiz.sheet import numbers_of
from core.schema.quiz import Item, Number


@dataclass(frozen=True)
class Wanted:
    """What GIFT does not tell and somebody has to say; "" leaves it to the content check to ask for it."""

    article: str
    unit: str
    source: str
    because: str
    today: dt.date


def fragment_of(drafts: Sequence[Draft], language: Language, wanted: Wanted) -> dict[str, str]:
    """Return file -> text of a fragment of a content folder.

    An item that the content already has, by its name, keeps its article, sources and names of options, and a text that
    reads as it did keeps its placeholders.
    """
    items = {draft.id: _of(draft, language) for draft in drafts}
    model = "\n\n".join(_model(draft, wanted, items[draft.id]) for draft in drafts)
    words = "\n\n".join(_texts(draft, language, items[draft.id]) for draft in drafts)
    return {
        f"{MODEL_FOLDER}/quiz.toml": model + "\n" if model else "",
        f"{language.code}/{TEXTS_FOLDER}/quiz.toml": words + "\n" if words else "",
    }


def _of(draft: Draft, language: Language) -> Item | None:
    """Return the item of the content that a draft is another edition of."""
    known = language.content.quiz.item.get(draft.id)
    if known is None or known.kind != draft.kind or len(known.options) != len(draft.options):
        return None
    return known


def _options(draft: Draft, known: Item | None) -> tuple[str, ...]:
    return known.options if known else tuple(f"option_{number}" for number in range(1, len(draft.options) + 1))


def _misses(draft: Draft, known: Item | None) -> Iterator[tuple[str, DraftMiss, str]]:
    """Yield (name, miss, misconception): one that is where it was keeps its name."""
    for number, miss in enumerate(draft.misses, start=1):
        same = [(name, old.shows) for name, old in known.misses.items() if old.value == miss.value] if known else []
        name, shows = same[0] if same else (f"miss_{number}", "")
        yield name, miss, shows


def _model(draft: Draft, wanted: Wanted, known: Item | None) -> str:
    lines = [f"[item.{draft.id}]"]
    lines += [f"article = {_said(known.article if known else wanted.article)}", f"kind = {_said(draft.kind)}"]
    if draft.answer is None:
        options = _options(draft, known)
        right = [name for name, option in zip(options, draft.options, strict=True) if option.right]
        lines += [f"options = {_list(options)}", f"right = {_list(right)}"]
        shows = {name: belief for name, belief in known.shows.items() if name not in right} if known else {}
        lines += [f"shows = {_table(shows)}"] if shows else []
    else:
        lines += [f"answer = {draft.answer!r}", f"tolerance = {draft.tolerance!r}"]
        lines += [f"unit = {_said(known.unit if known else wanted.unit)}"]
    lines += [f"numbers = {_numbers(known.numbers)}"] if known and known.numbers else []
    lines += [f"sources = {_list(known.sources if known else (wanted.source,))}"]
    because = known.because if known else wanted.because
    lines += [f"because = {_said(because)}"] if because else []
    lines += [f"last_checked = {wanted.today.isoformat()}"]
    for name, miss, shows_ in _misses(draft, known):
        lines += ["", f"[item.{draft.id}.misses.{name}]", f"value = {miss.value!r}", f"tolerance = {miss.tolerance!r}"]
        lines += [f"shows = {_said(shows_)}"] if shows_ else []
    return "\n".join(lines)


def _texts(draft: Draft, language: Language, known: Item | None) -> str:
    place = f"quiz.{draft.id}"
    unfill = _Unfill(language, known)
    ask = draft.ask
    if known and known.unit:
        ask = ask.removesuffix(f"\n{in_unit(language, known.unit)}")
    lines = [f"[{place}]", f"ask = {_said(unfill(f'{place}.ask', ask))}"]
    lines += [f"told = {_said(unfill(f'{place}.told', draft.told))}"]
    for name, option in zip(_options(draft, known), draft.options, strict=True):
        at = f"{place}.option.{name}"
        lines += ["", f"[{at}]", f"text = {_said(unfill(f'{at}.text', option.text))}"]
        lines += [f"feedback = {_said(unfill(f'{at}.feedback', option.feedback))}"]
    for name, miss, _ in _misses(draft, known):
        at = f"{place}.miss.{name}"
        lines += ["", f"[{at}]", f"feedback = {_said(unfill(f'{at}.feedback', miss.feedback))}"]
    return "\n".join(lines)


class _Unfill:
    """Gives back the text with its placeholders where the filled one is as it was."""

    def __init__(self, language: Language, known: Item | None) -> None:
        self._words, self._known = language.words, known
        self._numbers = numbers_of(language, known) if known else {}

    def __call__(self, key: str, filled: str) -> str:
        if self._known is None or key not in self._words or self._words(key, **self._numbers) != filled:
            return filled
        return self._words.raw(key)


def _said(text: str) -> str:
    """Return a text as TOML writes it; the escapes of JSON are also TOML's, but for one sign that JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_said, texts))}]"


def _table(texts: Mapping[str, str]) -> str:
    return f"{{ {', '.join(f'{name} = {_said(text)}' for name, text in texts.items())} }}"


def _numbers(numbers: Mapping[str, Number]) -> str:
    parts = (f"{name} = {{ value = {one.value!r}, unit = {_said(one.unit)} }}" for name, one in numbers.items())
    return f"{{ {', '.join(parts)} }}"
