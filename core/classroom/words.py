"""Code words: how before and after of one person find each other without anybody's name.

A participant chooses a word and types it twice. The file holds neither the word nor anything it could be read from at
once: a key is derived from it (scrypt, RFC 7914) with the code of the workshop as salt.

What this protects: whoever finds or copies a file cannot read the word, and the same word in another workshop makes
another mark, so that results of two workshops cannot be joined. What it does not: whoever was in the room knows the
code and can try words, about a million in half a day on one core; so a word must be one that nobody links with the
person, which the page asks for. And whoever knows somebody's word can hand in a result in their place.
"""

from __future__ import annotations

import hashlib
import unicodedata

from core.classroom.kinds import BadCodeError

LONGEST_WORD = 40
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0, o, 1, i and l, which are taken for one another on a wall."""
CODE_LENGTHS = range(4, 13)
_COST = {"n": 2**14, "r": 8, "p": 1}
"""About 40 ms and 16 MB for a word."""
_TWINS = str.maketrans({"-": None, " ": None})


def normal(word: str) -> str:
    """Return a code word as it counts: typed once wide and once narrow, or once large and once small, it is one word.

    Raises:
        BadCodeError: Nothing is left of it, or it is too long to be typed twice alike.

    Examples:
        >>> normal("  ＡＰＰＬＥ  tree ")
        'apple tree'
    """
    spaced = " ".join(unicodedata.normalize("NFKC", word).split())
    kept = "".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C")
    plain = " ".join(unicodedata.normalize("NFKC", kept.casefold()).split())
    if not plain:
        raise BadCodeError
    if len(plain) > LONGEST_WORD:
        raise BadCodeError("class_word_too_long", longest=LONGEST_WORD)
    return plain


def pair_mark(word: str, workshop: str) -> str:
    """Return what stands in a file for a code word, in one workshop.

    Raises:
        BadCodeError: The word cannot be used.
    """
    salt = f"disburse-check class 1 {workshop}".encode()
    return hashlib.scrypt(normal(word).encode(), salt=salt, dklen=8, **_COST).hex()


def workshop_code(typed: str) -> str:
    """Return the code of a workshop as it was meant.

    Raises:
        BadCodeError: It has signs that no code has, or too few or too many of them.

    Examples:
        >>> workshop_code(" K7M-2QX ")
        'k7m2qx'
    """
    code = unicodedata.normalize("NFKC", typed).casefold().translate(_TWINS).strip()
    if len(code) not in CODE_LENGTHS or set(code) - set(ALPHABET):
        raise BadCodeError("class_workshop_code_unknown", shortest=CODE_LENGTHS[0], longest=CODE_LENGTHS[-1])
    return code


def new_code(chance: bytes, length: int = 6) -> str:
    """Return a code made of chance, at least as many bytes as it has signs; 31 signs to a place.

    Examples:
        >>> new_code(bytes([0, 1, 2, 31, 255, 7]))
        '234299'
    """
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in chance[:length])
