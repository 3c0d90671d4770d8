"""The calls that were noted, and what each would change in the check. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.rights.hotline import Changes, Proposal, accept, answers_from_note
from core.rights.proposals import proposal_texts
from core.schema.hotline import HotlineNote
from gui.casework import Call, casework, keep, put_call
from gui.desk import Desk
from gui.draft import with_answer, with_attempts
from gui.pages.help.state import CallLine, CallsState, ProposalLine
from gui.pages.help.telling import told_of

TOO_FAR = "too_far"
MESSAGE = "message"


class Calls:
    """Keeps calls, and carries out what is accepted of them, each as one step that undo takes back."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Take the desk, and what shows the page after a change."""
        self._desk, self._show = desk, show

    def add(self, note: HotlineNote) -> None:
        """Keep a note; who lends is taken over at once, for it changes no answer."""
        now = casework(self._desk)
        number = 1 + max((call.id for call in now.calls), default=0)
        kind = answers_from_note(note, self._desk.session.draft.answers, self._desk.engine.content).lender_kind
        keep(
            self._desk,
            replace(now, calls=(*now.calls, Call(number, note, self._desk.session.check)), kind=kind or now.kind),
        )
        self._show()

    def remove(self, call: str) -> None:
        """Forget a note; what was accepted of it stays."""
        now = casework(self._desk)
        keep(self._desk, replace(now, calls=tuple(found for found in now.calls if f"{found.id}" != call)))
        self._show()

    def leave(self, wanted: str) -> None:
        """Leave a proposal alone."""
        call, _ = self._find(wanted)
        self._put(replace(call, left=call.left | {wanted}))

    def accept(self, wanted: str) -> None:
        """Carry a proposal out: one step for undo."""
        session = self._desk.session
        call, proposal = self._find(wanted)
        if proposal is None or proposal.new is None:
            return
        self._put(replace(call, accepted={**call.accepted, wanted: proposal.old}))
        draft, answers = session.draft, accept(session.draft.answers, (proposal,))
        if proposal.question:
            changed = with_answer(draft, proposal.question, proposal.new)
            session.change(replace(changed, at=draft.at))
        else:
            session.change(with_attempts(draft, answers.attempts))
        self._desk.tell("help.accepted")

    def state(self) -> CallsState | None:
        """Return the picture; None before the first call."""
        words, calls = self._desk.speaker.words, casework(self._desk).calls
        if not calls:
            return None
        result = words("help.see_result") if self._desk.session.draft.begun else ""
        mine = tuple(self._line(call) for call in calls if call.check == self._desk.session.check)
        others = tuple(self._line(call) for call in calls if call.check != self._desk.session.check)
        title, text = (words("help.others_title"), words("help.others_text")) if others else ("", "")
        return CallsState(words("help.calls_title") if mine else "", mine, title, text, others, result)

    def _line(self, call: Call) -> CallLine:
        words = self._desk.speaker.words
        title, answers = told_of(call.note, self._desk.speaker)
        open_ones = tuple(self._proposals(call))
        begun = self._desk.session.draft.begun
        heading = "help.proposals_title" if open_ones else "help.no_proposals" if begun else "help.no_check"
        return CallLine(
            id=f"{call.id}",
            title=title,
            answers=answers,
            proposals_title=words(heading) if call.check == self._desk.session.check else "",
            proposals=open_ones,
            remove=words("help.remove"),
            remove_heard=words("help.remove_heard", call=title),
            keep=words("help.keep"),
            keep_heard=words("help.keep_heard", call=title),
            kept=words("help.is_kept") if call.kept else "",
        )

    def _proposals(self, call: Call) -> Iterator[ProposalLine]:
        words, changes = self._desk.speaker.words, self._changes(call)
        texts = proposal_texts(changes, self._desk.speaker.language)
        names = [_name(call, proposal) for proposal in changes.proposals]
        olds = [proposal.old for proposal in changes.proposals]
        for name, old, told in zip([*names, f"{call.id}-{TOO_FAR}"], [*olds, None], texts, strict=False):
            if name not in call.left and call.accepted.get(name, old) == old:
                accept_words = words("help.accept") if told.can_be_accepted else ""
                yield ProposalLine(
                    *(name, told.line),
                    accept=accept_words,
                    accept_heard=words("help.accept_heard", text=told.line),
                    leave=words("help.leave"),
                    leave_heard=words("help.leave_heard", text=told.line),
                )

    def _changes(self, call: Call) -> Changes:
        session = self._desk.session
        if not session.draft.begun or call.check != session.check:
            return Changes(())
        return answers_from_note(call.note, session.draft.answers, self._desk.engine.content)

    def _find(self, wanted: str) -> tuple[Call, Proposal | None]:
        """Return the call that a proposal belongs to, and the proposal; None where it is only to be read."""
        (call,) = (call for call in casework(self._desk).calls if wanted.startswith(f"{call.id}-"))
        found = [proposal for proposal in self._changes(call).proposals if _name(call, proposal) == wanted]
        return call, found[0] if found else None

    def _put(self, call: Call) -> None:
        put_call(self._desk, call)
        self._show()


def _name(call: Call, proposal: Proposal) -> str:
    return f"{call.id}-{proposal.asked}-{proposal.question or MESSAGE}"
