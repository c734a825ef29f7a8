# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pure core: questionnaires, answers and what follows from them. No files, no clock, no Qt."""
