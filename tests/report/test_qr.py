# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""The QR code is that of the digest, drawn module for module."""

from __future__ import annotations

import re

import segno

from actready.report.qr import qr_code

DIGEST = "0123456789abcdef" * 4


def test_that_the_path_is_the_code_of_the_digest() -> None:
    code = qr_code(DIGEST)
    wanted = [
        [bool(module) for module in row]
        for row in segno.make(f"SHA256:{DIGEST.upper()}", error="q", micro=False).matrix_iter()
    ]
    drawn = [[False] * code.side for _row in range(code.side)]
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
    for left, top, width in bars:
        for column in range(int(left), int(left) + int(width)):
            drawn[int(top)][column] = True
    assert drawn == wanted
    assert "".join(f"M{left} {top}h{width}v1h-{width}z" for left, top, width in bars) == code.path


def test_that_the_code_fits_in_few_modules_and_another_digest_has_another() -> None:
    assert qr_code(DIGEST).side <= 49
    assert qr_code(DIGEST).path != qr_code(DIGEST[::-1]).path
