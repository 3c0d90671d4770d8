"""The commands of ``disburse-check``: each takes what it needs and returns the text to print."""
