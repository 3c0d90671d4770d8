"""How messages are decoded, against the classes, gates and red flags that the model has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from core.decode.cues import BadCueError, read_cue
from core.decode.normalise import Cleaner
from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context
from core.loading.rules.links import check_sources_of
from core.schema.decoder import LANGUAGES, OTHER_LABELS, STRENGTHS, ClassCues, DecoderContent, Wordings

FEWEST_EXAMPLES = 3
_Cue = tuple[str, TomlPath, str]


def check_decoder(context: Context, decoder: DecoderContent) -> Iterator[Problem]:
    """Check that every class can be recognised in both languages, that ids exist and that every cue can be read."""
    yield from check_sources_of(context, "decoder", (), decoder.decoder)
    yield from check_sources_of(context, "spelling", (), decoder.spelling)
    for strength in STRENGTHS:
        if strength not in decoder.decoder.scoring.points:
            path = ("scoring", "points")
            yield context.problem("missing_scale_word", "decoder", path, scale="points", expected=strength)
    yield from _ids(context, decoder)
    for name in context.content.messages:
        yield from _class_is_known(context, decoder, name)
    yield from _training(context, decoder)
    yield from _cues(context, decoder)
    yield from _spelling(context, decoder)


def _ids(context: Context, decoder: DecoderContent) -> Iterator[Problem]:
    content = context.content
    for part, names in (("cues", decoder.cues), ("examples", decoder.examples)):
        for name in names:
            yield from context.unknown("unknown_class", part, (name,), name, content.messages)
    for name, cues in decoder.cues.items():
        gates = content.messages[name].gates if name in content.messages else content.gates
        for gate in cues.leans:
            yield from context.unknown("unknown_gate", "cues", (name, "leans", gate), gate, gates)
    for name in decoder.training:
        yield from context.unknown("unknown_class", "training", (name,), name, (*content.messages, *OTHER_LABELS))
    for flag in decoder.decoder.suspicion.acts:
        yield from context.unknown("unknown_flag", "decoder", ("suspicion", "acts", flag), flag, content.flags)
    for name, sign in decoder.scams.items():
        yield from context.unknown("unknown_flag", "scams", (name, "flag"), sign.flag, content.flags)


def _class_is_known(context: Context, decoder: DecoderContent, name: str) -> Iterator[Problem]:
    """Tell a class without cues or with too few examples in a language."""
    cues, examples = decoder.cues.get(name, ClassCues()), decoder.examples.get(name)
    having = {language for _, language, _, _ in cues.cues()}
    for language in LANGUAGES:
        if language not in having:
            yield context.problem("class_without_cues", "messages", (name,), language=language)
        found = len(getattr(examples, language)) if examples else 0
        if found < FEWEST_EXAMPLES:
            facts = {"language": language, "found": found, "expected": FEWEST_EXAMPLES}
            yield context.problem("too_few_examples", "messages", (name,), **facts)


def _training(context: Context, decoder: DecoderContent) -> Iterator[Problem]:
    """Tell a label without texts in a language, and a text that teaches two labels or stands twice."""
    for label in OTHER_LABELS:
        for language in LANGUAGES:
            if not getattr(decoder.training.get(label, Wordings()), language):
                yield context.problem("label_without_texts", "training", (label,), name=label, language=language)
    first: dict[str, str] = {}
    for name, texts in decoder.training.items():
        for language in LANGUAGES:
            for number, text in enumerate(getattr(texts, language)):
                if text in first:
                    path = (name, language, number)
                    yield context.problem("text_said_twice", "training", path, found=text, other=first[text])
                first.setdefault(text, name)


def _all_cues(decoder: DecoderContent) -> Iterator[_Cue]:
    for name, cues in decoder.cues.items():
        for strength, language, number, cue in cues.cues():
            yield "cues", (name, strength, language, number), cue
        for gate, wordings in cues.leans.items():
            for language in LANGUAGES:
                for number, cue in enumerate(getattr(wordings, language)):
                    yield "cues", (name, "leans", gate, language, number), cue
    yield from _scam_cues(decoder)


def _scam_cues(decoder: DecoderContent) -> Iterator[_Cue]:
    for name, sign in decoder.scams.items():
        for language, number, cue in sign.cues():
            yield "scams", (name, language, number), cue
    suspicion = decoder.decoder.suspicion
    for kind, entries in (("hints", suspicion.hints), ("acts", suspicion.acts)):
        for name, entry in entries.items():
            for number, cue in enumerate(entry.cues):
                yield "decoder", ("suspicion", kind, name, "cues", number), cue


def _cues(context: Context, decoder: DecoderContent) -> Iterator[Problem]:
    """Tell a cue that cannot be read, is written in signs no cleaned text has, or stands twice."""
    plain = Cleaner(decoder.spelling.traditional, {}).plain
    first: dict[str, TomlPath] = {}
    for part, path, text in _all_cues(decoder):
        try:
            cue = read_cue(text, decoder.decoder.groups, str)
        except BadCueError as error:
            yield context.problem("bad_cue", part, path, **error.facts)
            continue
        for word in cue.words:
            if plain(word) != word:
                yield context.problem("cue_not_plain", part, path, found=word, expected=plain(word) or "—")
        if "leans" in path:
            continue
        if text in first:
            yield context.problem("cue_said_twice", part, path, found=text, other=first[text][0])
        first.setdefault(text, path)


def _spelling(context: Context, decoder: DecoderContent) -> Iterator[Problem]:
    spelling = decoder.spelling
    for wrong, right in spelling.typos.items():
        if len(wrong) != len(right):
            yield context.problem("typo_of_other_length", "spelling", ("typos", wrong), found=wrong, expected=right)
    forms = Counter(form for word in spelling.traditional for form in word[1:])
    for number, word in enumerate(spelling.traditional):
        if len(word) < 2 or any(forms[form] > 1 or word[0] in forms for form in word[1:]):
            yield context.problem("bad_sign_forms", "spelling", ("traditional", number), found=word)
