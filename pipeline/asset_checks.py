"""The warehouse's checks as asset checks, run between fact and published.

Belongs here: what the UI shows of a check, and that a failed blocking one stops publication. Does not
belong here: the checks themselves (`warehouse/checks/*.sql`, each with its severity).
"""

from collections.abc import Iterator

from dagster import (
    AssetCheckExecutionContext,
    AssetCheckResult,
    AssetChecksDefinition,
    AssetCheckSeverity,
    AssetCheckSpec,
    MetadataValue,
    ResourceParam,
    multi_asset_check,
)

from pipeline.assets.derived import FACT, POOL
from pipeline.assets.failures import told_clearly
from pipeline.assets.metadata import markdown_table
from pipeline.resources import Workplace
from pipeline.stages.warehouse import open_warehouse
from warehouse.checks import CheckOutcome, Severity, load_checks, run_check

_SEVERITIES = {Severity.ERROR: AssetCheckSeverity.ERROR, Severity.WARN: AssetCheckSeverity.WARN}


def asset_checks() -> AssetChecksDefinition:
    """One step that runs every check file on one connection."""
    specs = [
        AssetCheckSpec(check.name, asset=FACT, description=check.title, blocking=check.blocking)
        for check in load_checks()
    ]

    @multi_asset_check(name="warehouse_checks", specs=specs, can_subset=True, pool=POOL)
    def check_warehouse(
        context: AssetCheckExecutionContext, workplace: ResourceParam[Workplace]
    ) -> Iterator[AssetCheckResult]:
        wanted = {key.name for key in context.selected_asset_check_keys}
        with told_clearly(), open_warehouse(workplace.settings) as connection:
            outcomes = [run_check(connection, check) for check in load_checks() if check.name in wanted]
        for outcome in outcomes:
            yield _result(outcome)

    return check_warehouse


def _result(outcome: CheckOutcome) -> AssetCheckResult:
    found = "nothing found" if outcome.passed else f"{outcome.row_count} found: {outcome.check.title}"
    metadata: dict[str, MetadataValue] = {"findings": MetadataValue.int(outcome.row_count)}
    if not outcome.passed:
        metadata["sample"] = MetadataValue.md(markdown_table(outcome.columns, outcome.sample))
    return AssetCheckResult(
        asset_key=FACT,
        check_name=outcome.check.name,
        passed=outcome.passed,
        severity=_SEVERITIES[outcome.check.severity],
        description=found,
        metadata=metadata,
    )
