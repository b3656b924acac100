"""Dagster's instance: its folder, its configuration and its storage, safe from wherever it is started.

Belongs here: DAGSTER_HOME and opening the instance. Does not belong here: what runs on it
(`definitions`) and clearing old runs away (`run_history`).
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from dagster import DagsterInstance
from dagster._config.config_schema import UserConfigSchema
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData
from filelock import FileLock

from pipeline.errors import SettingsError
from pipeline.settings import PROJECT_ROOT, Settings

HOME_VARIABLE = "DAGSTER_HOME"
CONFIG_NAME = "dagster.yaml"


class GuardedSqliteStorage(DagsterSqliteStorage):
    """Dagster's SQLite storage in the instance's folder, opened by one process at a time.

    `dagster.yaml` names this class, so every process that opens the instance comes through here: ours,
    the UI, the daemon, `dg dev`, the workers. Two that made a fresh schedules database at once would
    damage it for good.
    """

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        """Nothing to configure: the folder is DAGSTER_HOME."""
        return {}

    @classmethod
    def from_config_value(
        cls,
        inst_data: ConfigurableClassData | None,
        config_value: Mapping[str, object],  # noqa: ARG003 - Dagster's signature
    ) -> Self:
        """Opens the storage, making it if there is none."""
        home = dagster_home(Settings())
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / ".storage.lock"):
            return cls.from_local(str(home), inst_data)


def dagster_home(settings: Settings) -> Path:
    """The instance's folder: DAGSTER_HOME if it is set, else a folder of our home.

    Raises:
        SettingsError: DAGSTER_HOME is no absolute path.
    """
    named = os.environ.get(HOME_VARIABLE)
    if named and not Path(named).is_absolute():
        raise SettingsError(
            f"{HOME_VARIABLE}={named} is no absolute path", remedy="give it from the root, or unset it"
        )
    return Path(named) if named else settings.dagster_home


def prepare_home(settings: Settings) -> Path:
    """Makes the instance's folder with our configuration in it.

    A folder that the user named with DAGSTER_HOME keeps the configuration it has.

    Returns:
        The folder.
    """
    home = dagster_home(settings)
    home.mkdir(parents=True, exist_ok=True)
    config = home / CONFIG_NAME
    ours = (PROJECT_ROOT / CONFIG_NAME).read_bytes()
    is_our_folder = home == settings.dagster_home
    if not config.exists() or (is_our_folder and config.read_bytes() != ours):
        with FileLock(home / ".storage.lock"):
            fresh = config.with_suffix(".new")
            fresh.write_bytes(ours)
            fresh.replace(config)
    return home


@contextmanager
def open_instance(settings: Settings) -> Iterator[DagsterInstance]:
    """The instance that the UI shows too; DAGSTER_HOME names it for as long as the block lasts."""
    home = prepare_home(settings)
    named = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(home)
    try:
        with DagsterInstance.from_config(str(home)) as instance:
            yield instance
    finally:
        if named is None:
            del os.environ[HOME_VARIABLE]
