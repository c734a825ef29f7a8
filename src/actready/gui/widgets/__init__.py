# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Building blocks that pages share. None of them knows the law or the assessment."""
