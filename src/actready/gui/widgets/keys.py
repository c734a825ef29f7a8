# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys that mean the same everywhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_DOWN: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)
