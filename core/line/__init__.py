"""The options of every command, and what runs it; a group of commands a file."""
