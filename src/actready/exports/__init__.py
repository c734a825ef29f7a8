# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The context of a report in other formats: calendar, workbook, table, text document, OSCAL."""
