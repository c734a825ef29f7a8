# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find out, with reasons, what the European product and AI acts ask of a small organisation."""

__version__ = "0.1.0"
