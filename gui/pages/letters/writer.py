"""Makes letters and the evidence pack from the check, the calls, and what was typed. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.assess import Extent
from core.explain.measured import measured_text
from core.explain.report import Line
from core.letters.document import Document
from core.letters.fields import FieldText, letter_texts
from core.letters.letter import Case, Letters
from core.letters.pack import Evidence, Kept, pack_data, pack_document
from core.loading.compiled import package_version
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.casework import calls_now, casework, situation
from gui.desk import Desk
from gui.engine import Engine, Stopped

PACK = "pack"
"""The evidence pack, among the kinds of letters."""
MESSAGE = "message_text"
EVIDENCE = Extent(plan=False, ranges=True, influence=False, trace=True)


def assessed(engine: Engine, answers: Answers, _stopped: Stopped) -> Assessment:
    """Return what the pack tells of: ranges and the whole trace, without a plan. For the task runner."""
    return engine.assessor.assess(answers, EVIDENCE)


class Writer:
    """Writes in the language of the moment."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is written yet."""
        self._desk = desk
        self._letters: dict[str, Letters] = {}

    @property
    def kind(self) -> str:
        """Return what is being written: what was wanted last, at first the question to the lender."""
        kinds = [kind for kind, _, _ in self.kinds()]
        wanted = casework(self._desk).letter
        return wanted if wanted in kinds else kinds[0]

    @property
    def answers(self) -> Answers:
        """Return the answers that are written from."""
        return self._desk.engine.answers(self._desk.session.draft)

    def note_sent(self) -> None:
        """Go where the day is noted on which it was sent."""
        self._desk.visit("journal", self.kind)

    def kinds(self) -> tuple[tuple[str, str, str], ...]:
        """Return what can be written as (id, name, when it helps), the pack last."""
        words = self._desk.speaker.words
        letters = [(letter.id, letter.name, letter.when) for letter in letter_texts(self._desk.speaker.language)]
        return (*letters, (PACK, words("pack.title"), words("writing.pack_when")))

    def fields(self, kind: str) -> tuple[FieldText, ...]:
        """Return what a kind asks for; the pack takes the words of the last try's message."""
        letters = letter_texts(self._desk.speaker.language)
        if kind != PACK:
            return next(letter.fields for letter in letters if letter.id == kind)
        if not self._desk.session.draft.answers.attempts:
            return ()
        return next((one,) for letter in letters for one in letter.fields if one.id == MESSAGE)

    def letter(self, kind: str, typed: Mapping[str, str]) -> Document:
        """Return a letter; without a check it has what is known without one."""
        engine, draft = self._desk.engine, self._desk.session.draft
        case = Case(self.answers, engine.facts(draft), situation(self._desk))
        return self._maker().write(kind, case, typed, self._desk.now().date())

    def pack(self, found: Assessment, answers: Answers, typed: Mapping[str, str]) -> Document:
        """Return the evidence pack."""
        return pack_document(self._evidence(found, answers, typed), self._desk.speaker.language)

    def pack_json(self, found: Assessment, answers: Answers, typed: Mapping[str, str]) -> Mapping[str, object]:
        """Return the evidence pack as plain data, with every number unrounded."""
        content = self._desk.engine.content
        return pack_data(self._evidence(found, answers, typed), content.language_independent_hash)

    def _maker(self) -> Letters:
        code = self._desk.speaker.code
        if code not in self._letters:
            self._letters[code] = Letters(self._desk.speaker.language, self._desk.letters[code])
        return self._letters[code]

    def _evidence(self, found: Assessment, answers: Answers, typed: Mapping[str, str]) -> Evidence:
        texts = {len(answers.attempts) - 1: typed[MESSAGE]} if MESSAGE in typed and answers.attempts else {}
        calls = tuple(call.note for call in calls_now(self._desk))
        return Evidence(found, answers, Kept(texts, calls, tuple(self._measured(answers)), package_version()))

    def _measured(self, answers: Answers) -> Iterator[Line]:
        language = self._desk.speaker.language
        for question, by in answers.measured.items():
            if question not in answers.values:  # gone from the content, or open again
                continue
            yield Line(language.wording.fact_name(question), "", measured_text(by, language))
