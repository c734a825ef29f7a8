# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all tests may use."""

from __future__ import annotations

pytest_plugins = ["tests.fixtures"]
