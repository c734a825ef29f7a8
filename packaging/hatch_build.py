# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put the data folders into the wheel as actready/_data, and leave editable installs alone."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA_FOLDERS = ("ui", "questionnaires", "templates", "samples")


class DataFoldersHook(BuildHookInterface):
    """A `force-include` setting would also copy them into editable installs, to go stale."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Add the folders to a wheel; the names are those of resources.data_folder."""
        if version == "editable":
            return
        build_data["force_include"] = {
            str(Path(self.root) / name): f"actready/_data/{name}" for name in DATA_FOLDERS
        }
