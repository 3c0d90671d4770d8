"""Letters: a template filled in with the borrower's own facts, and blank lines for what the program must not know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from core.explain.language import Language
from core.explain.sandbox import FactView, environment, render
from core.facts.read import Facts
from core.letters.document import Document, Section, blocks_of, bullets, paragraph
from core.letters.fields import typed_fields
from core.redact import redact
from core.rights.order import Situation, channels_of, kinds_of, must_bind, state_of
from core.rights.words import channel_text, citation, day_text, named
from core.schema.answers import Answers, Attempt
from core.schema.conditions import FactValue

SHOWN_ATTEMPTS = 5
"""A letter names so many tries at most, the last ones."""
_HOLDER = re.compile("\ue000([a-z0-9_]+)\ue001")


@dataclass(frozen=True, slots=True)
class Case:
    """Whose letter it is: the answers, what is derived from them, and the situation with its signs of fraud."""

    answers: Answers
    facts: Facts
    situation: Situation = field(default_factory=Situation)


class Letters:
    """The letters of one language."""

    def __init__(self, language: Language, templates: Mapping[str, str]) -> None:
        """Take the templates by kind, and prepare what every letter may use."""
        self.language = language
        self._templates = templates
        self._sandbox = environment()
        content, wording, t = language.content, language.wording, language.words
        blank = t("letters.blank")
        signatures = {part: t(f"letters.signature_{part}", blank=blank) for part in ("name", "id", "contact")}
        self._blanks = {"line": blank, **signatures}
        self._figures = {name: wording.figure(figure) for name, figure in content.figures.items()}
        self._channels = {name: wording.channel(name, channel) for name, channel in content.channels.items()}
        self._sources = {name: wording.source(name) for name in content.sources}

    def write(self, kind: str, case: Case, fields: Mapping[str, str], today: dt.date) -> Document:
        """Return a letter, redacted.

        Args:
            kind: An id of ``letters.toml``.
            case: The borrower's answers and facts.
            fields: Field -> what was typed; what is missing or blank becomes a line to be filled in by hand.
            today: The day the letter is written; it decides which rules it may name.

        Raises:
            UnknownLetterError: No such kind.
            FieldRefusedError: A field that the letter does not ask for, too long, or not a day (2026-11-25).
            TemplateFailedError: The template has a mistake; the content check finds every one of them.
        """
        typed = typed_fields(kind, fields, self.language)
        masked = sum(len(redact(text).masked) for text in typed.values())
        title, blocks = blocks_of(unescape(self._rendered(kind, case, typed, today)))
        letter = Document(self.language.code, title, (), (Section("", blocks),), (), masked)
        filled = letter.mapped(lambda text: self._put_in(text, typed))
        warning = self._warning(case)
        return replace(filled, sections=(*warning, *filled.sections, self._aside(kind, case, masked, today)))

    def _put_in(self, text: str, typed: Mapping[str, str]) -> str:
        """Put what was typed in its place only now, so that no sign in it can be taken for a list or a heading."""
        blank = self.language.words("letters.blank")
        return _HOLDER.sub(lambda match: redact(typed[match[1]]).text if match[1] in typed else blank, text)

    def _rendered(self, kind: str, case: Case, typed: Mapping[str, str], today: dt.date) -> str:
        asked = [one.id for one in self.language.content.letters[kind].fields]
        attempts = [self._attempt(attempt) for attempt in case.answers.attempts[-SHOWN_ATTEMPTS:]]
        written = self.language.words("letters.signature_date", date=self.language.wording.date(today))
        return render(
            self._sandbox,
            self._templates[kind],
            kind,
            fields={name: FactView(typed.get(name), f"\ue000{name}\ue001") for name in asked},
            facts={name: FactView(value, self._words_of(name, value)) for name, value in case.facts.items()},
            attempts=attempts,
            last=attempts[-1] if attempts else None,
            rights=[{"basis": basis} for basis in self._basis(kind, case, today)],
            figures=self._figures,
            channels=self._channels,
            sources=self._sources,
            blanks={**self._blanks, "date": written},
        )

    def _words_of(self, fact: str, value: FactValue | None) -> str:
        return "" if value is None else self.language.wording.fact(fact, value)

    def _attempt(self, attempt: Attempt) -> Mapping[str, str]:
        t = self.language.words
        message = t(f"message.{attempt.message}.name") if attempt.message else t("letters.unknown_message")
        return {"when": self.language.wording.date(attempt.when), "message": message}

    def _basis(self, kind: str, case: Case, today: dt.date) -> Iterator[str]:
        """Yield the rules that a letter may name: in force, read in the text itself, and binding whoever gets it."""
        content, t = self.language.content, self.language.words
        for name in content.letters[kind].rights:
            right = content.rights[name]
            bound = must_bind(right, kinds_of(content, case.situation))
            if right.confidence == "seen" and bound and state_of(right, today) == "in_force":
                day = day_text(right, self.language, "in_force") if right.day_confidence == "seen" else ""
                parts = [citation(right, self.language), day]
                yield t("ui.semicolon").join(part for part in parts if part)

    def _warning(self, case: Case) -> tuple[Section, ...]:
        """Return what comes before a letter whose lender may be a fraud: nothing should be sent there."""
        t = self.language.words
        if case.situation.level != "stop":
            return ()
        steps = bullets(t("safety.stop_do").strip().splitlines())
        return (Section(t("safety.stop_title"), (paragraph(t("safety.stop_body")), *steps), "stop"),)

    def _aside(self, kind: str, case: Case, masked: int, today: dt.date) -> Section:
        content, t = self.language.content, self.language.words
        letter = content.letters[kind]
        places = channels_of(content, letter.lender_part, letter.channels, case.situation)
        where = [named(channel_text(name, self.language), self.language) for name in places]
        made = t("letters.made_line", date=self.language.wording.date(today), version=content.version)
        hidden = t("letters.masked_line", count=masked) if masked else t("letters.nothing_masked")
        notes = [*t(f"letter.{kind}.notes").strip().splitlines(), t("letters.language_line"), hidden, made]
        blocks = (*bullets(notes), paragraph(t("letters.where_heading")), *bullets(where))
        return Section(t("letters.notes_heading"), blocks, "aside")
