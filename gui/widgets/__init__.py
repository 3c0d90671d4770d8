"""Building blocks that know no page: they are given texts and say what was done."""
