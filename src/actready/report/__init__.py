# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report: from an evaluation to one frozen context, then HTML, then PDF."""
