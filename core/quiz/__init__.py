"""The quiz: what an answer is worth, a round of items, an item in words, and questions in Moodle's GIFT format."""
