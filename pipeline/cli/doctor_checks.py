"""What `svodka doctor` looks at in the home, the models and, if wished, the network.

Belongs here: one function for each check and its remedy. Does not belong here: Python and packages
(`doctor_packages`), what the warehouse must hold (`warehouse/checks`). Nothing here changes a home.
"""

import os
import tempfile
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from extractors import extract
from pipeline.cli.findings import Finding, State
from pipeline.cli.home_report import size_text
from pipeline.cli.home_state import existing_part, free_bytes
from pipeline.errors import SourceError
from pipeline.fetch.collect import check_source
from pipeline.instance import HOME_VARIABLE
from pipeline.settings import Settings
from pipeline.sources.registry import load_sources
from warehouse.connection import open_reader
from warehouse.errors import WarehouseBusy, WarehouseError
from warehouse.migrate import load_migrations

DISK_NEEDED = 200_000_000
DISK_COMFORTABLE = 2_000_000_000
_SENTENCE = "В стране построено пять школ."
_RESTORE = "delete it; `svodka replay` rebuilds it from the raw zone"


def check_models(settings: Settings) -> Finding:
    """The extractor reads a sentence with the syntax provider of the settings."""
    try:
        found = extract(_SENTENCE, published=None, syntax=settings.syntax)
    except (LookupError, ImportError, OSError) as error:
        return Finding("models", State.FAIL, str(error), "install it, or set SVODKA_SYNTAX=slovnet")
    if [int(fact.value) for fact in found.facts] != [5]:
        return Finding("models", State.FAIL, "the extractor misread its test sentence", "reinstall svodka")
    return Finding("models", State.OK, f"the extractor reads, with syntax by {settings.syntax}")


def check_home(settings: Settings) -> Finding:
    """The home can be written, or made."""
    folder = existing_part(settings.home)
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        found = f"{folder} cannot be written ({error.strerror})"
        return Finding(
            "home", State.FAIL, found, "change its rights, or set SVODKA_HOME to a folder of yours"
        )
    return Finding(
        "home", State.OK, f"{settings.home} {'is there' if folder == settings.home else 'will be made'}"
    )


def check_disk(settings: Settings) -> Finding:
    """There is room for a run."""
    free = free_bytes(settings.home)
    found = f"{size_text(free)} free"
    if free < DISK_COMFORTABLE:
        state = State.FAIL if free < DISK_NEEDED else State.WARN
        return Finding("disk", state, found, "make room, or set SVODKA_HOME to another disk")
    return Finding("disk", State.OK, found)


def check_lock(settings: Settings) -> Finding:
    """No run is going on."""
    path = settings.home / ".run.lock"
    if path.exists():
        try:
            with FileLock(path, timeout=0):
                pass
        except Timeout:
            return Finding("lock", State.WARN, "a run is going on", "another one waits for its end")
    return Finding("lock", State.OK, "no run is going on")


def check_migrations(settings: Settings) -> Finding:
    """The warehouse has the migrations on disk, as they are on disk."""
    if not settings.warehouse_path.exists():
        return Finding("migrations", State.OK, "no warehouse yet; the first run makes it")
    try:
        with open_reader(settings.warehouse_path) as connection:
            ledger = connection.execute(
                "SELECT name, checksum FROM meta.migration ORDER BY number"
            ).fetchall()
    except WarehouseBusy as error:
        return Finding("migrations", State.WARN, str(error))
    except (WarehouseError, duckdb.Error) as error:
        return Finding("migrations", State.FAIL, str(error), f"{settings.warehouse_path}: {_RESTORE}")
    on_disk = [(migration.name, migration.checksum) for migration in load_migrations()]
    strange = [name for name, checksum in ledger if (name, checksum) not in on_disk]
    if strange:
        found = f"edited or missing on disk: {', '.join(strange)}"
        return Finding("migrations", State.FAIL, found, "restore migrations/, or use the newer svodka")
    waiting = len(on_disk) - len(ledger)
    return Finding("migrations", State.OK, f"{len(ledger)} applied, {waiting} for the next run")


def check_published(settings: Settings) -> Finding:
    """The snapshot can be read."""
    if not settings.published_path.exists():
        return Finding("published", State.WARN, "nothing is published yet", "`svodka run` publishes")
    try:
        with open_reader(settings.published_path) as connection:
            [(facts,)] = connection.execute("SELECT count(*) FROM main.facts").fetchall()
    except (WarehouseError, duckdb.Error) as error:
        return Finding(
            "published", State.FAIL, str(error), f"{settings.published_path}: delete it and run again"
        )
    return Finding("published", State.OK, f"{facts} facts")


def check_dagster_home(settings: Settings) -> Finding:
    """DAGSTER_HOME, if somebody set it, is a folder with an absolute path."""
    named = os.environ.get(HOME_VARIABLE)
    if not named:
        return Finding("dagster_home", State.OK, f"{settings.dagster_home} (DAGSTER_HOME is not set)")
    if not (Path(named).is_absolute() and Path(named).is_dir()):
        found = f"DAGSTER_HOME={named} is no folder with an absolute path"
        return Finding("dagster_home", State.FAIL, found, "unset it, or name an existing folder")
    return Finding("dagster_home", State.OK, f"DAGSTER_HOME={named}")


def check_contact(settings: Settings) -> Finding:
    """Site owners can write to somebody."""
    if not settings.contact:
        remedy = "set SVODKA_CONTACT to a mail address or page before you ask live sites"
        return Finding("contact", State.WARN, "our requests name nobody", remedy)
    return Finding("contact", State.OK, settings.contact)


def check_network(settings: Settings) -> Finding:
    """The first site of the registry answers."""
    source = next(source for source in load_sources() if source.enabled)
    try:
        check_source(source, settings=settings)
    except SourceError as error:
        return Finding(
            "network", State.FAIL, str(error), "check the network, or run with --replica or --files"
        )
    return Finding("network", State.OK, f"{source.base_url} answers")


HOME_CHECKS = (
    check_models,
    check_home,
    check_disk,
    check_lock,
    check_migrations,
    check_published,
    check_dagster_home,
    check_contact,
)
