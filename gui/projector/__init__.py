"""A case told to a class, large, in a window of its own."""
