# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the program remembers for its user: the look, recent files, and where one stopped.

Nothing here is worth an error: a settings file that is missing counts as empty, one that is damaged
is set aside, and one that cannot be written is left as it is.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from actready.errors import AppError
from actready.files import read_limited, replacing

MAX_RECENT: Final = 10
SMALLEST_TEXT: Final = 100
LARGEST_TEXT: Final = 200
_MAX_BYTES: Final = 200_000


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one stopped in a file: a place by name, and ids that may no longer exist."""

    place: str
    subject: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Text size is in per cent; files are absolute paths, newest first."""

    appearance: str = "system"
    text_size: int = 100
    recent: tuple[str, ...] = ()
    stops: tuple[tuple[str, Stop], ...] = ()

    def opened(self, file: Path) -> Settings:
        """Return the settings with ``file`` as the one opened last."""
        name = str(file.absolute())
        others = tuple(one for one in self.recent if one != name)
        return replace(self, recent=(name, *others)[:MAX_RECENT])

    def stopped(self, file: Path, stop: Stop) -> Settings:
        """Return the settings with the place where one stopped in ``file``."""
        name = str(file.absolute())
        others = tuple(one for one in self.stops if one[0] != name)
        return replace(self, stops=((name, stop), *others)[:MAX_RECENT])

    def stop_in(self, file: Path) -> Stop | None:
        """Return where one stopped in ``file``, if that is known."""
        return dict(self.stops).get(str(file.absolute()))


def settings_file() -> Path:
    """Return where the settings lie on this system."""
    return _base("XDG_CONFIG_HOME", ".config") / "actready" / "settings.json"


def user_data_folder() -> Path:
    """Return the folder for what the program keeps for its user, such as opened samples."""
    return _base("XDG_DATA_HOME", ".local/share") / "actready"


def load(file: Path) -> Settings:
    """Read the settings; whatever is missing or wrong takes its usual value."""
    try:
        data = json.loads(read_limited(file, _MAX_BYTES))
    except AppError:
        return Settings()
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return _from_data(data)
    with suppress(OSError):
        file.replace(file.with_suffix(".damaged"))
    return Settings()


def save(settings: Settings, file: Path) -> None:
    """Write the settings whole, or leave the old ones."""
    with suppress(OSError, AppError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as part:
            part.write_text(json.dumps(asdict(settings), indent=1), "utf-8")


def _from_data(data: dict[str, object]) -> Settings:
    usual = Settings()
    appearance = data.get("appearance")
    return Settings(
        appearance=appearance if isinstance(appearance, str) else usual.appearance,
        text_size=_text_size(data.get("text_size"), usual.text_size),
        recent=tuple(one for one in _items(data.get("recent")) if isinstance(one, str)),
        stops=tuple(stop for one in _items(data.get("stops")) for stop in _stops(one)),
    )


def _text_size(value: object, usual: int) -> int:
    if type(value) is not int:
        return usual
    return min(max(value, SMALLEST_TEXT), LARGEST_TEXT)


def _items(value: object) -> list[object]:
    return value[:MAX_RECENT] if isinstance(value, list) else []


def _stops(value: object) -> list[tuple[str, Stop]]:
    match value:
        case [str(file), {"place": str(place), "subject": subject, "question": question}]:
            return [(file, Stop(place, _text(subject), _text(question)))]
    return []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _base(variable: str, usual: str) -> Path:
    if chosen := os.environ.get(variable):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home()))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path.home() / usual
