# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps assessments: the file with its record of events, and the answers file in and out."""
