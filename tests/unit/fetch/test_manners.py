from datetime import timedelta

import pytest

from pipeline.errors import SettingsError
from pipeline.fetch.manners import Manners
from pipeline.settings import Settings


def test_without_a_contact_the_name_stands_alone() -> None:
    assert Manners.from_settings(Settings(contact="")).user_agent == "svodka/0.1.0"


@pytest.mark.parametrize("contact", ["почта@пример.рф", "a@b.kz\r\nX-Evil: 1"])
def test_a_contact_that_cannot_stand_in_a_header_is_refused(contact: str) -> None:
    with pytest.raises(SettingsError, match="SVODKA_CONTACT"):
        Manners.from_settings(Settings(contact=contact))


def test_towards_our_own_replica_there_is_no_pause_but_the_limits_stay() -> None:
    manners = Manners.from_settings(Settings(response_limit_bytes=77, retries=3))

    home = manners.at_home()

    assert manners.interval == timedelta(seconds=1)
    assert home.interval == timedelta(0)
    assert (home.response_limit_bytes, home.retries) == (77, 3)
