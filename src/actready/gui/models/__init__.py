# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""View models: what each page shows, worked out from an assessment without Qt."""
