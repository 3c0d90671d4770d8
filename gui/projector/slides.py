"""(Case, slide) -> picture, from the answers of the case alone: the facilitator's own check is not asked. No Qt.

Slides of a case: the story, a pause in which the class says what it thinks, one for everything that is told, how it
ended, questions to discuss.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from core.assess import ROAD_ONLY
from core.estimate.asking import gates_asked
from core.explain.answers import answer_text
from core.explain.causes import cause_name
from core.explain.report import first_causes
from core.library.cases import CasePage, Cases
from core.library.walk import Told, Walk
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.gates import gate_rows
from gui.projector.state import AlarmRow, CauseRow, Kind, RoadState
from gui.signs import GateRow

STORY, ASK, FIRST_TOLD = 0, 1, 2
AFTER_TOLD = 2
"""So many slides follow the last thing that is told."""
MOVED_MUCH = 0.05
"""Five percentage points: what a class is shown as moved. Less would be read as news, and it is none."""
TO_THINK = ("where", "which", "ask")
"""What the class is asked in the pause."""

Spread = tuple[float, float]


@dataclass(frozen=True)
class Case:
    """One case in the language of the moment."""

    page: CasePage
    walk: Walk
    roads: dict[int, Assessment] = field(default_factory=dict, compare=False)
    """Slide -> its road, as far as it has been worked out: each slide asks for its own and the one before."""

    @classmethod
    def of(cls, name: str, desk: Desk) -> Case:
        """Return a case; raises as :class:`Cases`."""
        cases = Cases(desk.speaker.language, desk.shelf.cases)
        return cls(cases.page(name), Walk(cases.answers(name)))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Return what is told, in order."""
        return self.walk.steps

    @property
    def slides(self) -> int:
        """Return how many slides the case has."""
        return FIRST_TOLD + len(self.told) + AFTER_TOLD

    def kind(self, slide: int) -> Kind:
        """Return what a slide is."""
        if slide < FIRST_TOLD:
            return "story" if slide == STORY else "ask"
        if slide < FIRST_TOLD + len(self.told):
            return "told"
        return "discuss" if slide == self.slides - 1 else "ended"

    def known(self, slide: int) -> Answers:
        """Return what is known on a slide."""
        return self.walk.first(min(max(slide - ASK, 0), len(self.told)))


def lead_of(case: Case, slide: int, desk: Desk) -> tuple[str, str]:
    """Return what the class looks at, and the line above it."""
    words, kind = desk.speaker.words, case.kind(slide)
    if kind != "told":
        leads = {"story": case.page.person, "ended": case.page.ended}
        return leads.get(kind) or words(f"projector.{kind}.lead"), words(f"projector.{kind}.overline")
    told = case.told[slide - FIRST_TOLD]
    if told.attempt is not None:
        message = told.attempt.message
        lead = words(f"message.{message}.name") if message else words("checklist.no_message")
        return lead, words("projector.told.attempt", date=desk.speaker.wording.date(told.attempt.when))
    return answer_text(told.question, told.answer, desk.speaker.language), words(f"question.{told.question}.prompt")


def texts_of(case: Case, slide: int, desk: Desk) -> tuple[str, ...]:
    """Return what stands below the lead."""
    words, kind, page = desk.speaker.words, case.kind(slide), case.page
    if kind == "story":
        return (page.happened, words("projector.story.made_up"))
    if kind == "ended":
        cause = words("projector.ended.cause", cause=words(f"cause.{page.cause}.name"))
        return (words(f"outcome.{page.outcome}.name"), cause)
    if kind == "discuss":
        titles = words("ui.list_separator").join(words(f"article.{name}.title") for name in page.articles)
        return (words("projector.discuss.read_on", titles=titles),)
    if kind == "told":
        attempt = case.told[slide - FIRST_TOLD].attempt
        says = (words(f"message.{attempt.message}.says"),) if attempt and attempt.message else ()
        stop = road_at(case, slide, desk).safety.level == "stop"
        return (*says, words("ui.stop_numbers")) if stop else says
    return ()


def points_of(case: Case, slide: int, desk: Desk) -> tuple[str, ...]:
    """Return what is to be thought about."""
    kind = case.kind(slide)
    if kind == "ask":
        return tuple(desk.speaker.words(f"projector.ask.{name}") for name in TO_THINK)
    return case.page.questions if kind == "discuss" else ()


def road_at(case: Case, slide: int, desk: Desk) -> Assessment:
    """Return the road of what is known on a slide."""
    if slide not in case.roads:
        case.roads[slide] = desk.engine.assessor.assess(case.known(slide), ROAD_ONLY)
    return case.roads[slide]


def road_state(case: Case, slide: int, spread: Spread | None, desk: Desk) -> RoadState:
    """Return the road on a slide, with what moved since the one before; the range follows when it is there."""
    words, percent = desk.speaker.words, desk.speaker.wording.percent
    if case.kind(slide) == "ask":
        return _blank(desk)
    found = road_at(case, slide, desk)
    before = road_at(case, slide - 1, desk) if case.kind(slide) == "told" else None
    low, high = (percent(edge) for edge in spread) if spread else ("", "")
    asked = gates_asked(desk.engine.assessor.model, case.known(slide))
    state = RoadState(
        title=words("checklist.road_title"),
        gates=_large(gate_rows(found, before, asked, desk.speaker, MOVED_MUCH)),
        label=words("projector.estimate"),
        estimate=percent(found.arrives.estimate),
        range=words("checklist.range", low=low, high=high) if spread else words("checklist.range_coming"),
        causes_title=words(f"projector.causes_{found.mode}") if before else "",
        causes=_causes(found, before, desk) if before else (),
        no_cause=words("projector.no_cause"),
    )
    # A good number must not weaken an alarm: the class would read it as "go on".
    return replace(state, label="", estimate="", range="") if found.safety.level == "stop" else state


def _large(gates: tuple[GateRow, ...]) -> tuple[GateRow, ...]:
    """Return the gates without the remark that nobody asked yet: its sign says it, and lines cost type size."""
    return tuple(gate._replace(note="") if gate.level == "open" else gate for gate in gates)


def _blank(desk: Desk) -> RoadState:
    """Return the road with its gates alone: the class is to think before it sees a number."""
    words = desk.speaker.words
    names = {gate: words(f"gate.{gate}.name") for gate in desk.engine.assessor.model.gates}
    gates = tuple(GateRow(gate, name, "", "open", heard=name) for gate, name in names.items())
    return RoadState(words("checklist.road_title"), gates)


def alarm_of(case: Case, slide: int, desk: Desk) -> AlarmRow | None:
    """Return the signs of fraud in what is known on a slide, if there are any."""
    words, safety = desk.speaker.words, road_at(case, slide, desk).safety
    if safety.level == "none":
        return None
    flags = tuple(words(f"flag.{flag}.name") for flag in safety.flags)
    return AlarmRow(safety.level, words(f"safety.{safety.level}_title"), flags)


def _causes(found: Assessment, before: Assessment, desk: Desk) -> tuple[CauseRow, ...]:
    words, language = desk.speaker.words, desk.speaker.language
    earlier = [cause.id for cause in first_causes(before)]
    rows = []
    for place, cause in enumerate(first_causes(found)):
        name, value = cause_name(cause, language), language.wording.percent(cause.blocker)
        ahead = cause.id not in earlier or place < earlier.index(cause.id)
        moved = words("projector.moved_up") if ahead else ""
        heard = words("projector.cause_heard", name=name, value=value, moved=moved)
        rows.append(CauseRow(cause.id, name, value, cause.blocker, moved, heard))
    return tuple(rows)
