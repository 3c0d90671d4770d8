"""What a call changes, as sentences: the question, the old and the new answer, and why."""

from __future__ import annotations

from dataclasses import dataclass

from core.explain.answers import answer_text
from core.explain.language import Language
from core.rights.hotline import Changes, Proposal
from core.schema.answers import Answer


@dataclass(frozen=True, slots=True)
class ProposalText:
    """One proposal ready to read; ``can_be_accepted`` is False where a number has to be looked up first."""

    line: str
    can_be_accepted: bool


def proposal_texts(changes: Changes, language: Language) -> tuple[ProposalText, ...]:
    """Return a line for each proposal, and one for a day that lies beyond every plan."""
    lines = [ProposalText(_line(proposal, language), proposal.new is not None) for proposal in changes.proposals]
    if changes.too_far is not None:
        text = language.words("hotline_words.out_of_reach", date=language.wording.date(changes.too_far))
        lines.append(ProposalText(text, False))
    return tuple(lines)


def _line(proposal: Proposal, language: Language) -> str:
    t = language.words
    reason = t(f"hotline.{proposal.asked}.reason")
    if proposal.new is None:
        return t("hotline_words.unknown_number")
    if not proposal.question:
        old, new = (_message(name, language) for name in (proposal.old, proposal.new))
        return t("hotline_words.proposal_attempt", old=old, new=new, reason=reason)
    old, new = (answer_text(proposal.question, value, language) for value in (proposal.old, proposal.new))
    prompt = t(f"question.{proposal.question}.prompt")
    return t("hotline_words.proposal_answer", question=prompt, old=old, new=new, reason=reason)


def _message(name: Answer | None, language: Language) -> str:
    return language.words(f"message.{name}.name") if name else language.words("letters.unknown_message")
