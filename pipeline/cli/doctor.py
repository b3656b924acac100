"""`svodka doctor`: is this machine fit to run, and what to do if not.

Belongs here: the command's options and the table. Does not belong here: what is looked at
(`doctor_packages`, `doctor_checks`).
"""

from typing import Annotated

import typer

from pipeline.cli.doctor_packages import check_packages, check_python
from pipeline.cli.findings import Finding, State
from pipeline.cli.output import Column, out, print_json, print_table
from pipeline.errors import ExitCode

_COLUMNS = (Column("Check"), Column("State"), Column("Found"), Column("Do"))


def doctor(
    *,
    network: Annotated[
        bool, typer.Option("--network", help="Also ask a site, in one polite request.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check this machine and the home: each line is ok, warn or fail with what to do."""
    findings = _examine(network=network)
    failed = sum(finding.state is State.FAIL for finding in findings)
    if as_json:
        print_json([finding.document() for finding in findings])
    else:
        rows = [(finding.check, finding.state.value, finding.found, finding.remedy) for finding in findings]
        print_table(_COLUMNS, rows, widest_cell=500)
        warned = sum(finding.state is State.WARN for finding in findings)
        out().print(f"\n{len(findings) - failed - warned} ok, {warned} to look at, {failed} failed")
    if failed:
        raise typer.Exit(ExitCode.CHECK_FAILED)


def _examine(*, network: bool) -> list[Finding]:
    """Every finding; without its packages nothing more can be looked at."""
    findings = [check_python(), check_packages()]
    if any(finding.state is State.FAIL for finding in findings):
        return findings

    from pipeline.cli.doctor_checks import HOME_CHECKS, check_network  # noqa: PLC0415 - needs the packages
    from pipeline.settings import Settings  # noqa: PLC0415 - the same

    settings = Settings()
    checks = [*HOME_CHECKS, check_network] if network else HOME_CHECKS
    return [*findings, *(check(settings) for check in checks)]
