"""The way of a probe into the checklist: which answer it gives, why, and whether it was taken over. No Qt."""

from __future__ import annotations

from core.commands.probe import Probed
from core.measure.probe_answer import QUESTION, Quality, figures_of, quality_of
from core.schema.answers import Measurement
from gui.desk import Desk
from gui.draft import Draft, at_step, fresh, with_measured
from gui.pages.network.kept import Memory
from gui.pages.network.state import TakeState
from gui.route import first_step, steps
from gui.speaker import Said

INSTRUMENT = "network"


class Taking:
    """Puts the answer of the last probe into the checklist, with its figures as evidence."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        """Take the memory with the last probe."""
        self._desk, self._memory = desk, memory

    def take(self) -> None:
        """Answer the question; without a check, begin one with that answer. One step back undoes it."""
        probed, session = self._memory.now.probed, self._desk.session
        quality, by = self._quality(probed), self._measurement(probed)
        if quality is None or by is None:
            return
        draft = session.draft
        if draft.begun:
            session.change(at_step(with_measured(draft, QUESTION, quality, by), draft.at))
        else:
            begun = fresh(self._desk.now().date(), way="short")
            first = first_step(begun, self._desk.engine)
            session.begin(at_step(with_measured(begun, QUESTION, quality, by), first))
        answer = Said(self._desk.speaker, f"question.{QUESTION}.option.{quality}")
        self._desk.tell("probe.taken", answer=answer)

    def go(self) -> None:
        """Show the question in the checklist."""
        draft = self._there()
        if draft:
            self._desk.session.move(draft)
            self._desk.visit("checklist")

    def state(self) -> TakeState | None:
        """Return the picture; None before the first probe."""
        probed, words = self._memory.now.probed, self._desk.speaker.words
        if probed is None:
            return None
        quality, taken = self._quality(probed), self._taken(probed)
        remark = "probe.take_none" if quality is None else "probe.is_taken" if taken else "probe.take_phone"
        return TakeState(
            title=words("probe.take_title"),
            says=self._says(probed, quality) if quality else "",
            remark=words(remark),
            take=words("probe.take"),
            can_take=quality is not None and not taken,
            go=words("probe.go"),
            can_go=taken and self._there() is not None,
        )

    def _says(self, probed: Probed, quality: Quality) -> str:
        words, wording, figures = self._desk.speaker.words, self._desk.speaker.wording, figures_of(probed.summaries)
        why = words(
            f"probe.because.{quality}",
            hosts=f"{figures['hosts']:.0f}",
            failed=f"{figures['failed']:.0f}",
            rounds=wording.count(figures["rounds"], "rounds"),
            limit=wording.count(100 * probed.settings.often_failed_share, "percent"),
        )
        name, answer = words(f"question.{QUESTION}.prompt"), words(f"question.{QUESTION}.option.{quality}")
        return words("probe.take_says", question=name, answer=answer, why=why)

    def _quality(self, probed: Probed | None) -> Quality | None:
        return quality_of(probed.summaries, probed.settings) if probed else None

    def _measurement(self, probed: Probed | None) -> Measurement | None:
        when = self._memory.now.when
        return Measurement(INSTRUMENT, when, figures_of(probed.summaries)) if probed and when else None

    def _taken(self, probed: Probed) -> bool:
        """Return whether the checklist has this very measurement."""
        return self._desk.session.draft.answers.measured.get(QUESTION) == self._measurement(probed)

    def _there(self) -> Draft | None:
        """Return the draft at the question; None on a way that does not lead there."""
        draft = at_step(self._desk.session.draft, QUESTION)
        return draft if draft.begun and QUESTION in steps(draft, self._desk.engine) else None
