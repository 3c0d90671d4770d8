"""Whether Chinese can be shown at all, and what to install where it cannot."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

COMMON_SIGN = "钱"
PACKAGE = "fonts-noto-cjk"
"""The name in Debian and Ubuntu; Fedora and Arch have it under similar names."""


def can_show_chinese() -> bool:
    """Return whether a font with Chinese signs is installed."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return True
    raw = QRawFont.fromFont(QFont())
    # Without any font, Qt draws boxes and says that it supports every sign; there is no table of signs then.
    return raw.fontTable("cmap").size() > 0 and raw.supportsCharacter(COMMON_SIGN)
