"""The script for the telephone on the screen: whom, who answered, when, and a field for every answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.help.state import AskedLine, ScriptState
from gui.questions.answers import LineField
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.choice import Choice
from gui.widgets.layouts import Card, clear, column, fill, row
from gui.widgets.segments import Segments
from gui.widgets.text import Text


class ScriptCard(Card):
    """The form.

    Signals:
        called (str): Whom.
        put_in (str, str), left (str): A field and what stands in it now; a field was left.
        copy_requested (), note_requested (): The questions as a text; note the call.
    """

    called = Signal(str)
    put_in = Signal(str, str)
    left = Signal(str)
    copy_requested = Signal()
    note_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it without a question."""
        super().__init__(name="help-script", space=Space.M)
        self._look, self._fields = look, dict[str, AskedField]()
        self._title, self._intro = Text("lead"), Text("small")
        self._who_label, self._answers_title = Text("strong"), Text("strong", "help-answers-title")
        self._kept, self._who = Text("small", "help-kept"), Segments("help-call")
        self._copy = WrappingButton("help-script-copy", "small", self.copy_requested)
        self._note = Button("help-note", "primary", self.note_requested)
        self._about, self._questions = column(space=Space.M), column(space=Space.L)
        self._who.chosen.connect(self.called)
        fill(self.body, (self._title, self._intro, row(self._copy, None), self._who_label, self._who, self._about))
        fill(self.body, (self._answers_title, self._questions, row(self._note, None), self._kept))

    def show_state(self, state: ScriptState | None) -> None:
        """Show the form, in place where the questions are the same; after a sign to stop there is none."""
        self.setVisible(state is not None)
        if state is None:
            return
        for label, words in (
            *((self._title, state.title), (self._intro, state.intro), (self._who_label, state.who_label)),
            *((self._answers_title, state.questions_title), (self._kept, state.kept)),
        ):
            label.say(words)
        self._copy.say(state.copy)
        self._note.say(state.note)
        self._who.show_choices(state.who, state.who_label)
        lines = (*state.about_call, *state.questions)
        if list(self._fields) != [line.id for line in lines]:
            self._rebuild(state)
        for line in lines:
            self._fields[line.id].show_line(line)

    def point_out(self) -> None:
        """Put the keyboard on the first mistake."""
        wrong = [field for field in self._fields.values() if field.wrong]
        if wrong:
            wrong[0].take_focus()

    def _rebuild(self, state: ScriptState) -> None:
        clear(self._about)
        clear(self._questions)
        self._fields = {}
        for place, lines in ((self._about, state.about_call), (self._questions, state.questions)):
            for line in lines:
                self._fields[line.id] = field = AskedField(line, self._look)
                field.put_in.connect(self.put_in)
                field.left.connect(self.left)
                place.addWidget(field)


class AskedField(QWidget):
    """One question with what can be noted below it.

    Signals:
        put_in (str, str), left (str): The question, and what stands there now; it was left.
    """

    put_in = Signal(str, str)
    left = Signal(str)

    def __init__(self, line: AskedLine, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._id = line.id
        self._label, self._remark = Text("strong"), Text("small", f"help-remark-{line.id}")
        self._error = Text("error", f"help-error-{line.id}")
        self._choice: Choice | None = None
        self._edit: LineField | None = None
        if line.kind == "choice":
            self._choice = Choice(look, f"help-choice-{line.id}")
            self._choice.activated.connect(self._on_activated)
        elif line.kind == "line":
            self._edit = self._line(f"help-field-{line.id}")
        control = [part for part in (self._choice, self._edit) if part is not None]
        self.setLayout(column(self._label, *control, self._remark, self._error, space=Space.XS))

    @property
    def wrong(self) -> bool:
        """Return whether a mistake is told."""
        return bool(self._error.plain)

    def take_focus(self) -> None:
        """Put the keyboard here."""
        if self._edit is not None:
            self._edit.setFocus()

    def show_line(self, line: AskedLine) -> None:
        """Show the question and what was noted."""
        self._label.say(line.label)
        self._remark.say(line.remark)
        self._error.say(line.error)
        if self._choice is not None:
            self._choice.show_choices(line.choices, line.text, line.label)
        if self._edit is not None:
            self._edit.show_text(line.text)
            self._edit.setPlaceholderText(line.example)
            self._edit.setAccessibleName(line.label)
            self._edit.setAccessibleDescription(line.error or line.remark)

    def _line(self, name: str) -> LineField:
        edit = LineField()
        edit.setObjectName(name)
        edit.textEdited.connect(self._on_edited)
        edit.editingFinished.connect(self._on_left)
        self._label.setBuddy(edit)
        return edit

    def _on_activated(self, place: int) -> None:
        if self._choice is not None:
            self.put_in.emit(self._id, self._choice.itemData(place))

    def _on_edited(self, words: str) -> None:
        self.put_in.emit(self._id, words)

    def _on_left(self) -> None:
        self.left.emit(self._id)
