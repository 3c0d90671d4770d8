"""The author's desk: preview an entry, begin a folder of one's own, compare two folders."""
