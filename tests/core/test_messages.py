"""P(message | blocker) is a proper table, the estimate is Bayes' rule with it, and learning takes the same one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from core.assess import ROAD_ONLY, Assessor
from core.estimate.model import Model
from core.inference.learning import expect
from core.inference.road import Attempt as Tried
from core.inference.road import Coming, travel
from core.learn.cases import cases_of, prior_of
from core.learn.outcomes import Told
from core.schema.answers import Answers, Attempt
from core.schema.content import Content
from tests.core.borrowers import AS_OF, SEEDS, borrower
from tests.core.inference.brute_force import Floats, worlds


@pytest.fixture(scope="module")
def model(assessor: Assessor) -> Model:
    return assessor.model


def blockers(assessor: Assessor, answers: Answers, message: str | None) -> Floats:
    after = Answers(answers.as_of, "after", answers.values, (Attempt(answers.as_of, message),))
    return np.array([cause.blocker for cause in assessor.assess(after, ROAD_ONLY).causes])


def test_that_the_classes_that_speak_share_the_failures_of_every_cause(model: Model) -> None:
    rows = np.array(list(model.messages.shares.values()))
    assert rows.shape == (sum(bool(entry.gates) for entry in model.content.messages.values()), len(model.causes))
    assert (rows > 0).all()
    assert rows.sum(axis=0) == pytest.approx(1, abs=1e-12)


def test_that_of_one_cause_the_classes_keep_the_ratios_of_their_words(content: Content, model: Model) -> None:
    words, shares = content.scales.likelihood, model.messages.shares
    expired, hidden = model.position["id_document_expired"], model.position["eligibility.unexplained"]
    told = shares["id_expired"][expired]
    assert shares["real_name_mismatch"][expired] / told == pytest.approx(words["same_gate"] / words["points_to"])
    assert shares["network_timeout"][expired] / told == pytest.approx(words["elsewhere"] / words["points_to"])
    bank = model.position["bank_id_record_expired"]
    ratio = shares["id_expired"][bank] / shares["card_class_limit"][bank]
    assert ratio == pytest.approx(words["may_point_to"] / words["same_gate"])
    ratio = shares["id_expired"][hidden] / shares["card_class_limit"][hidden]
    assert ratio == pytest.approx(words["may_point_to"] / words["elsewhere"])


def test_that_what_says_nothing_is_no_evidence(model: Model) -> None:
    silent = [name for name, entry in model.content.messages.items() if not entry.gates]
    assert silent == ["generic_try_later"]
    assert {model.messages.likelihood(name) for name in (None, *silent)} == {(1.0,) * len(model.causes)}


@settings(max_examples=10)
@given(SEEDS)
def test_that_over_the_messages_that_may_come_the_posterior_averages_to_what_it_was(
    assessor: Assessor, seed: int
) -> None:
    """No message may be expected to speak for a cause: what it would gain by some it loses by the others."""
    answers = borrower(assessor.model.content, seed, "before")
    before = blockers(assessor, answers, None)
    average = np.zeros(len(before))
    for name, row in assessor.model.messages.shares.items():
        average += float(before @ np.array(row)) * blockers(assessor, answers, name)
    assert average == pytest.approx(before, abs=1e-9)


@settings(max_examples=10)
@given(SEEDS)
def test_that_learning_takes_for_the_blocker_what_is_shown_as_the_blocker(assessor: Assessor, seed: int) -> None:
    model = assessor.model
    made = borrower(model.content, seed, "before")
    answers = Answers(AS_OF, "before", {k: v for k, v in made.values.items() if k != "request.planned"})
    for message in (None, *list(model.content.messages)[seed % 5 :: 5]):
        cases = cases_of(model, [Told(answers, False, message)])
        stopped = expect(prior_of(model).mean, cases).stopped[0]
        assert stopped == pytest.approx(blockers(assessor, answers, message), abs=1e-9)


def test_that_on_a_short_road_the_posterior_is_that_of_the_whole_joint_table(model: Model) -> None:
    """Every world of five causes, one of each kind of pointing, with every message: written out and summed."""
    names = ("network_unstable", "id_document_expired", "risk_model_reassessed", "card_details_wrong", "no_one")
    places = [model.position[name] for name in names[:-1]] + [model.position["payment.unexplained"]]
    strength, presence = [0.6, 0.9, 0.8, 0.7, 1.0], [0.1, 0.2, 0.4, 0.15, 0.05]
    silent, speaks = [1.0] * 5, 0.7
    ends = worlds(strength, [Tried(presence, silent, silent)], Coming(presence, silent)).weight.sum(axis=(0, 2))
    table = speaks * np.array([[row[place] for place in places] for row in model.messages.shares.values()])
    table = np.vstack([table, np.full(5, 1 - speaks)])
    joint = table * ends
    assert joint.sum() == pytest.approx(1 - np.prod([1 - w * q for w, q in zip(strength, presence, strict=True)]))
    for row, message in zip(joint, [*model.messages.shares, None], strict=True):
        says = [model.messages.likelihood(message)[place] for place in places]
        found = travel(strength, [Tried(presence, says, silent)], Coming(presence, silent)).blocker
        assert found == pytest.approx(row / row.sum(), abs=1e-12)
