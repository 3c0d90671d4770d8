"""How taking part in a workshop looks, step by step. No Qt."""

from __future__ import annotations

from core.classroom.code import matrix, payloads
from core.quiz.round import Round
from core.quiz.sheet import ItemWords, item_words
from gui.desk import Desk
from gui.pages.workshop.kept import Seat
from gui.pages.workshop.lead_picture import PLAN_FORMS, quiz_rows
from gui.pages.workshop.seat_reading import number_of, troubles
from gui.pages.workshop.state import AskedState, CodeState, HandState, JoinState, KeyState, TakeState
from gui.questions.state import RowState

WHY = ("not_a_name", "what_for", "protects", "not_protects", "without")
"""What is said about the code word."""
BLANK = "…"


def take_state(now: Seat, desk: Desk) -> TakeState:
    """Return the picture of the step that the participant is at."""
    if now.result is not None:
        return TakeState(_hand(now, desk))
    return TakeState(_join(now, desk) if now.round is None else _asked(now, now.round, desk))


def _join(now: Seat, desk: Desk) -> JoinState:
    words = desk.speaker.words
    wrong = troubles(now, desk) if now.tried else {}
    moments = tuple((name, words(f"workshop.take.moment.{name}"), name == now.moment) for name in ("before", "after"))
    return JoinState(
        code_label=words("workshop.take.code"),
        code=now.code,
        code_error=wrong.get("code", ""),
        quiz_label=words("workshop.take.quiz"),
        quizzes=quiz_rows(now.quiz, desk),
        quiz_error=wrong.get("quiz", ""),
        moment_label=words("workshop.take.when"),
        moments=moments,
        word_label=words("workshop.take.word"),
        word=now.word,
        again_label=words("workshop.take.again"),
        again=now.again,
        word_error=wrong.get("word", ""),
        why_label=words("workshop.take.why"),
        why=tuple(words(f"workshop.take.why_{name}") for name in WHY),
        keys={
            "open": KeyState(words("workshop.take.open"), True, "", PLAN_FORMS),
            "begin": KeyState(words("workshop.take.begin")),
        },
    )


def _asked(now: Seat, asked: Round, desk: Desk) -> AskedState:
    words = desk.speaker.words
    item = item_words(desk.speaker.language, asked.item)
    typed = now.typed.get(asked.item, "") if item.kind == "numeric" else None
    return AskedState(
        item=asked.item,
        overline=words("workshop.take.place", n=asked.at + 1, of=len(asked.items)),
        ask=item.ask,
        hint=words(f"workshop.take.kind.{item.kind}"),
        rows=_rows(item, asked),
        one_only=item.kind == "single",
        typed=typed,
        number_label=_number_label(item, desk),
        number_error=words("workshop.take.no_number") if typed and number_of(typed) is None else "",
        note=words("workshop.take.no_grades"),
        keys={
            "back": KeyState(words("workshop.take.back")),
            "next": KeyState(words("workshop.take.hand_in" if asked.is_last else "workshop.take.next")),
        },
        last=asked.is_last,
    )


def _number_label(item: ItemWords, desk: Desk) -> str:
    words = desk.speaker.words
    shape = words(f"unit.{item.unit}.other", n=BLANK, tenfold=BLANK) if item.unit else ""
    return words("workshop.take.number", number=shape) if shape else ""


def _rows(item: ItemWords, asked: Round) -> tuple[RowState, ...]:
    given = asked.answers.get(item.id, ())
    chosen = given if isinstance(given, tuple) else ()
    return tuple(RowState(option.id, option.text, chosen=option.id in chosen) for option in item.options)


def _hand(now: Seat, desk: Desk) -> HandState:
    words, result = desk.speaker.words, now.result
    runs = () if result is None or now.moment == "before" else now.cases
    done = {run.case for run in result.runs} if result is not None else set()
    return HandState(
        title=words("workshop.take.done"),
        text=words("workshop.take.done_text"),
        runs_label=words("workshop.take.runs") if runs else "",
        runs=tuple(RowState(case, words(f"case.{case}.title"), chosen=case in done) for case in runs),
        keys={
            "save": KeyState(words("workshop.take.save")),
            "code": KeyState(words("workshop.take.show_code"), now.code_at is None),
            "finish": KeyState(words("workshop.take.finish")),
        },
        code=_code(now, desk),
    )


def _code(now: Seat, desk: Desk) -> CodeState | None:
    if now.result is None or now.code_at is None:
        return None
    words, parts = desk.speaker.words, payloads(now.result)
    place = words("workshop.take.part", n=now.code_at + 1, of=len(parts))
    on = "workshop.take.next_part" if now.code_at + 1 < len(parts) else "workshop.take.put_away"
    return CodeState(
        matrix=matrix(parts[now.code_at]),
        heard=words("workshop.take.code_heard", part=place),
        place=place if len(parts) > 1 else "",
        hint=words("workshop.take.code_scan"),
        keys={"on": KeyState(words(on))},
    )
