"""A pasted failure message to message classes, gates and scam alarms, with what was matched. Content is data."""
