"""The run behind `svodka replay`: processing without fetching.

Belongs here: a plan that asks nobody. Does not belong here: processing (`pipeline.run`).
"""

from pipeline.cli.output import print_json, print_remark
from pipeline.cli.progress_bars import ProgressBars
from pipeline.cli.run_tables import exit_code_of_run, print_report, report_document
from pipeline.errors import ExitCode, SettingsError
from pipeline.fetch.raw_zone import RawZone
from pipeline.run.execute import execute
from pipeline.run.lock import run_lock
from pipeline.run.plan import RunPlan, live_months
from pipeline.settings import Settings


def process_raw_zone(settings: Settings, *, as_json: bool) -> ExitCode:
    """Processes what the raw zone holds and prints the report.

    Raises:
        SettingsError: The raw zone holds nothing.
        RunBusyError: Another run did not end in time.
    """
    if not RawZone(settings.raw_dir).warc_files():
        raise SettingsError(
            f"{settings.raw_dir} holds no answers to replay",
            remedy="run `svodka run` first, or set SVODKA_HOME",
        )
    plan = RunPlan(sources=(), months=live_months(None, None))
    with (
        run_lock(settings, on_wait=lambda: print_remark("another run is at work here; waiting for its end")),
        ProgressBars(shown=not as_json) as bars,
    ):
        report = execute(plan, settings, base_url_override=None, progress=bars)
    if as_json:
        print_json(report_document(report))
    else:
        print_report(report)
    return exit_code_of_run(report)
