"""Facts computed from the answers and the day: papers, device, history, limit, score, debts, card."""

from __future__ import annotations

import datetime as dt

from core.facts.spec import FactSpec, Moment
from core.schema.answers import as_moment

CLASS_TWO = "class_two"
NO_INCOME_SHARE = 999.0
"""Per cent, for payments without any income: as heavy a burden as the rules can see, and still a number to print."""


def _days_to(question: str, moment: Moment) -> float | None:
    since = moment.days_since(question)
    return None if since is None else -since


def _tries_24h(moment: Moment) -> float | None:
    """Count the recorded tries in the day up to the moment, one made at the moment itself included."""
    attempts = moment.answers.attempts
    if not attempts or moment.time is None:
        return None
    now, day = dt.datetime.combine(moment.day, moment.time), dt.timedelta(hours=24)
    return float(sum(dt.timedelta(0) <= now - as_moment(attempt.when) <= day for attempt in attempts))


def _limit_exceeded(moment: Moment) -> bool | None:
    amount, available = moment.number("request.amount"), moment.number("limit.available")
    return None if amount is None or available is None else amount > available


def _history(moment: Moment) -> list[tuple[dt.date, float]]:
    answer = moment.answers.known("score.history")
    pairs = answer if isinstance(answer, tuple) else ()
    # Of several values of one day the last one stands, as in the trend.
    by_day = {pair[0]: float(pair[1]) for pair in pairs if isinstance(pair, tuple)}
    return sorted(pair for pair in by_day.items() if pair[0] <= moment.answers.as_of)


def _latest_score(moment: Moment) -> float | None:
    history = _history(moment)
    return history[-1][1] if history else None


def _score_change(moment: Moment) -> float | None:
    """Return the last value minus the oldest of the 90 days before it; None with fewer than two values."""
    history = _history(moment)
    if not history:
        return None
    window = [(day, value) for day, value in history if (history[-1][0] - day).days <= 90]
    return window[-1][1] - window[0][1] if len(window) > 1 else None


def _payment_share(moment: Moment) -> float | None:
    payments, income = moment.number("debts.monthly_payments"), moment.number("debts.monthly_income")
    if payments is None or income is None:
        return None
    if payments == 0:
        return 0.0
    return 100 * payments / income if income else NO_INCOME_SHARE


def _exceeds(moment: Moment, room: float, received: float | None) -> bool | None:
    """Return whether the sum goes over a Class II account's room; None while that is not certain."""
    account, amount = moment.answers.known("card.account_class"), moment.number("request.amount")
    if account is None or (account == CLASS_TWO and amount is None):
        return None
    if account != CLASS_TWO or amount is None:
        return False if account == "class_one" else None
    if amount > room:
        return True
    return None if received is None else amount + received > room


def _exceeds_daily_room(moment: Moment) -> bool | None:
    received = moment.number("card.received_today") if moment.today else 0.0
    return _exceeds(moment, moment.figure("class2_daily_in"), received)


def _exceeds_yearly_room(moment: Moment) -> bool | None:
    same_year = moment.day.year == moment.answers.as_of.year
    received = moment.number("card.received_this_year") if same_year else 0.0
    return _exceeds(moment, moment.figure("class2_yearly_in"), received)


_CARD = ("card.account_class", "request.amount")
FACTS = (
    FactSpec(
        "identity.days_to_id_expiry",
        "number",
        lambda moment: _days_to("identity.id_expires_on", moment),
        ("identity.id_expires_on",),
        "days",
    ),
    FactSpec(
        "limit.days_to_expiry",
        "number",
        lambda moment: _days_to("limit.valid_until", moment),
        ("limit.valid_until",),
        "days",
    ),
    FactSpec("limit.exceeded", "flag", _limit_exceeded, ("request.amount", "limit.available"), dated=False),
    FactSpec(
        "history.days_since_refusal",
        "number",
        lambda moment: moment.days_since("history.refused_on"),
        ("history.refused_on",),
        "days",
    ),
    FactSpec("history.tries_24h", "number", _tries_24h, ("request.planned",), "times"),
    FactSpec(
        "device.days_since_phone_change",
        "number",
        lambda moment: moment.days_since("device.phone_changed_on"),
        ("device.phone_changed_on",),
        "days",
    ),
    FactSpec(
        "device.days_since_sim_change",
        "number",
        lambda moment: moment.days_since("device.sim_changed_on"),
        ("device.sim_changed_on",),
        "days",
    ),
    FactSpec("score.latest", "number", _latest_score, ("score.history",), "points", dated=False),
    FactSpec("score.change_90d", "number", _score_change, ("score.history",), "points", dated=False),
    FactSpec(
        "debts.payment_share",
        "number",
        _payment_share,
        ("debts.monthly_payments", "debts.monthly_income"),
        "percent",
        dated=False,
    ),
    FactSpec(
        "card.exceeds_daily_room",
        "flag",
        _exceeds_daily_room,
        (*_CARD, "card.received_today"),
        needs=("class2_daily_in",),
    ),
    FactSpec(
        "card.exceeds_yearly_room",
        "flag",
        _exceeds_yearly_room,
        (*_CARD, "card.received_this_year"),
        needs=("class2_yearly_in",),
    ),
)
