"""What the user keeps: a local journal in one file, that can be locked, and of which copies are kept."""
