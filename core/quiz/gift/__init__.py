"""Questions in GIFT, the text format of Moodle: a neutral structure, reading, writing, our items in it and out of it.

Grammar: Moodle's documentation, page "GIFT format", and what Moodle itself accepts where the page leaves a case open.
"""
