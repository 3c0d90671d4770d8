"""A pasted failure message: kept while the program runs, decoded on the other thread, put into pictures."""
