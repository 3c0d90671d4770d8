"""Files to content: a whole folder is read and checked, and every mistake is reported with its place."""
