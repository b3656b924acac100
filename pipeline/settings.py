"""Settings from the environment (`SVODKA_*`): where things lie and how we introduce ourselves.

Belongs here: every knob of the whole program, each with its default. Does not belong here:
facts about one site (its YAML in `pipeline/sources`).
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parent.parent
_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")
_DURATION_FORMS = "a duration is seconds, such as 90 or 1.5, or ISO 8601, such as PT1M30S"


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


def _duration(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """Plain seconds are read beside what pydantic reads; an error names the value as it was given."""
    try:
        return read(f"PT{value}S" if isinstance(value, str) and _SECONDS.fullmatch(value) else value)
    except ValidationError as error:
        (fault,) = error.errors()
        reason = _DURATION_FORMS if fault["type"].startswith("time_delta") else fault["msg"]
        raise PydanticCustomError("duration", "{reason}", {"reason": reason}) from error


Duration = Annotated[timedelta, Field(ge=timedelta(0)), WrapValidator(_duration)]


class Settings(BaseSettings):
    """All settings; each field is read from `SVODKA_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="SVODKA_", frozen=True, extra="forbid")

    home: Annotated[Path, AfterValidator(_absolute)] = Field(
        default=PROJECT_ROOT / "data",
        description="Folder of the raw zone, the warehouse and Dagster's storage.",
    )
    contact: str = Field(
        default="",
        description="A mail address or page that site owners can write to; goes into the User-Agent.",
    )
    request_timeout: Duration = Field(
        default=timedelta(seconds=30), gt=timedelta(0), description="Limit for one request."
    )
    request_interval: Duration = Field(
        default=timedelta(seconds=1), description="Least pause between two requests to one host."
    )
    response_limit_bytes: int = Field(default=32 * 1024 * 1024, description="Larger responses are refused.")
    retries: int = Field(default=4, ge=0, description="How often a failed request is tried again.")
    lock_wait: Duration = Field(
        default=timedelta(seconds=60), description="How long a writer waits for another writer to finish."
    )
    syntax: str = Field(
        default="slovnet", description="Syntax provider: slovnet, none, or the name of a spaCy pipeline."
    )

    @property
    def raw_dir(self) -> Path:
        """Folder of the WARC files."""
        return self.home / "raw"

    @property
    def warehouse_path(self) -> Path:
        """The database that runs write to."""
        return self.home / "warehouse.duckdb"

    @property
    def published_path(self) -> Path:
        """The snapshot that people read."""
        return self.home / "published.duckdb"

    @property
    def dagster_home(self) -> Path:
        """Dagster's instance folder."""
        return self.home / "dagster"
