"""Carrying a plan out: the fetch jobs, then process, in this process and on the real instance.

Belongs here: the order of things. Does not belong here: what the jobs do (`pipeline.assets`).
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dagster import AssetKey, DagsterInstance, Definitions

from pipeline.assets.derived import FACT, PUBLISHED, RELEASE
from pipeline.assets.months import range_tags
from pipeline.assets.raw import raw_key
from pipeline.definitions import build_definitions
from pipeline.fetch.client import open_client
from pipeline.fetch.raw_zone import RawZone
from pipeline.instance import open_instance
from pipeline.jobs import fetch_files_job, fetch_job, process_job
from pipeline.resources import Workplace
from pipeline.run.killed import BY_COMMAND, COMMAND, close_killed_runs
from pipeline.run.ministries import MinistryTotal, ministry_totals
from pipeline.run.plan import RunPlan
from pipeline.run.report import JobReport, job_report, was_interrupted
from pipeline.run_history import purge_old_runs
from pipeline.sensors import PROCESSED_BY_CALLER
from pipeline.settings import Settings
from pipeline.sources.registry import FILES_KEY
from pipeline.stages.progress import Progress

# A failed source is told in the report; the log would repeat it with a page of stack trace.
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True, slots=True)
class RunReport:
    """What came of a run.

    Attributes:
        fetched: One report for each fetch job that ran.
        processed: The report of process.
        before: Totals of each ministry before the run.
        after: Totals after it.
    """

    fetched: tuple[JobReport, ...]
    processed: JobReport
    before: tuple[MinistryTotal, ...]
    after: tuple[MinistryTotal, ...]


def execute(
    plan: RunPlan, settings: Settings, *, base_url_override: str | None, progress: Progress
) -> RunReport:
    """Fetches what the plan says and processes everything there is; hold the run lock.

    Args:
        plan: What to fetch.
        settings: Where things lie and how we behave.
        base_url_override: Address of a replica that is asked instead of the sites.
        progress: Told how far it is.

    Raises:
        SettingsError: The home holds releases of the replica and sites are to be asked, or the reverse.
        KeyboardInterrupt: Somebody pressed Ctrl-C; what had landed is stored.
    """
    if plan.sources:
        RawZone(settings.raw_dir).require_origin("live" if base_url_override is None else "replica")
    before = ministry_totals(settings)
    with (
        open_instance(settings) as instance,
        open_client(settings, base_url_override=base_url_override) as client,
    ):
        close_killed_runs(instance)
        purge_old_runs(instance)
        workplace = Workplace(settings, base_url_override, progress, client)
        # Somebody waits for the end: an unreachable source is reported now, the client has tried enough.
        jobs = _Jobs(build_definitions(workplace, retries=None), instance)
        fetched = tuple(_fetch(plan, jobs, progress))
        processed = jobs.run(process_job.name, [RELEASE, FACT, PUBLISHED], {}, {})
    return RunReport(fetched, processed, before, ministry_totals(settings))


def _fetch(plan: RunPlan, jobs: "_Jobs", progress: Progress) -> list[JobReport]:
    reports: list[JobReport] = []
    if plan.sources:
        keys = [raw_key(source.key) for source in plan.sources]
        tags = range_tags(plan.months.since, plan.months.until)
        with progress.task("fetch", unit="sources", total=len(keys)):
            reports.append(jobs.run(fetch_job.name, keys, tags, {}))
    if plan.files is not None:
        key = raw_key(FILES_KEY)
        config = {"ops": {"__".join(key.path): {"config": {"path": str(plan.files)}}}}
        reports.append(jobs.run(fetch_files_job.name, [key], {}, config))
    return reports


@dataclass(frozen=True, slots=True)
class _Jobs:
    definitions: Definitions
    instance: DagsterInstance

    def run(
        self, name: str, keys: Sequence[AssetKey], tags: Mapping[str, str], config: Mapping[str, Any]
    ) -> JobReport:
        started = time.monotonic()
        result = self.definitions.resolve_job_def(name).execute_in_process(
            instance=self.instance,
            run_config={**_QUIET, **config},
            tags={**tags, BY_COMMAND: COMMAND, PROCESSED_BY_CALLER: "true"},
            asset_selection=list(keys),
            raise_on_error=False,
        )
        if was_interrupted(result):
            raise KeyboardInterrupt
        return job_report(result, keys, seconds=time.monotonic() - started)
