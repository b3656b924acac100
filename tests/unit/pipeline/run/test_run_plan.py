"""What the wishes of `svodka run` mean: months, names of sources."""

from datetime import date

import pytest

from pipeline.assets.months import current_month, month_before, range_tags, window_of
from pipeline.assets.raw import network_sources
from pipeline.errors import ExitCode, SettingsError
from pipeline.replica.fixtures import ReleaseText
from pipeline.run.plan import Months, choose_sources, live_months, parse_month, replica_months
from pipeline.sources.adapter import Window


def test_plain_months_are_the_previous_and_the_current_one() -> None:
    now = current_month()
    assert live_months(None, None) == Months(month_before(now), now)


def test_until_alone_is_that_month() -> None:
    assert live_months(None, "2020-03") == Months(date(2020, 3, 1), date(2020, 3, 1))


def test_since_alone_goes_on_to_this_month() -> None:
    assert live_months("2020-03", None) == Months(date(2020, 3, 1), current_month())


def test_months_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(SettingsError, match="--since 2021-01 is after --until 2020-12"):
        live_months("2021-01", "2020-12")


@pytest.mark.parametrize("text", ["2026-13", "2026-1", "26-01", "2026-01-05", "январь", "", "2026-00"])
def test_what_is_no_month_is_refused_with_its_value(text: str) -> None:
    with pytest.raises(SettingsError, match="is no month") as refused:
        parse_month(text)
    assert refused.value.exit_code is ExitCode.USAGE
    assert repr(text) in str(refused.value)


@pytest.mark.parametrize("text", ["2015-12", "2999-01"])
def test_months_without_a_partition_are_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="months go from 2016-01 to this one"):
        parse_month(text)


def test_the_replica_is_asked_for_everything_it_has(release_texts: tuple[ReleaseText, ...]) -> None:
    months = replica_months(release_texts, None, None)
    assert months == Months(date(2025, 9, 1), date(2026, 1, 1))
    assert replica_months(release_texts, "2025-12", None) == Months(date(2025, 12, 1), date(2026, 1, 1))


def test_january_comes_after_december() -> None:
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)


def test_a_range_of_months_is_their_days() -> None:
    from dagster import PartitionKeyRange

    tags = range_tags(date(2023, 12, 1), date(2024, 2, 1))
    keys = PartitionKeyRange(*tags.values())
    assert window_of(keys) == Window(date(2023, 12, 1), date(2024, 2, 29))


def test_all_enabled_sources_are_chosen_by_default() -> None:
    assert choose_sources(None) == tuple(source for source in network_sources() if source.enabled)


def test_a_family_stands_for_its_sources_and_keys_for_themselves() -> None:
    assert {source.family for source in choose_sources("kz")} == {"kz"}
    assert [source.key for source in choose_sources("kz_edu, kz_economy,kz_edu")] == ["kz_edu", "kz_economy"]


def test_of_a_replica_only_what_it_has_is_asked() -> None:
    assert [source.key for source in choose_sources(None, slugs={"edu", "nowhere"})] == ["kz_edu"]


def test_an_unknown_name_is_refused_with_a_close_one() -> None:
    with pytest.raises(SettingsError, match=r"'kz_edy'; did you mean kz_edu\?"):
        choose_sources("kz_edy")


@pytest.mark.parametrize(
    ("names", "message"), [("", "names no source"), (" , ", "names no source"), ("files", "--files PATH")]
)
def test_names_of_nothing_are_refused(names: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        choose_sources(names)
