"""The exchanges of one fetch on their way into a WARC file.

Belongs here: what is new, what is unchanged, and what the file says about itself. Does not belong
here: the form of records (`warc`) and where the file lies (`raw_zone`).
"""

from collections.abc import Callable, Iterable
from typing import BinaryIO

from pipeline.fetch.exchange import Exchange
from pipeline.fetch.warc import WarcRecorder
from pipeline.sources.registry import Source
from warehouse.rows import FetchRow


class Recording:
    """Writes exchanges as they come and counts what was new.

    Attributes:
        requests: Exchanges seen so far.
        unchanged: How many of them brought what was known already.
    """

    def __init__(
        self,
        source: Source,
        run_id: str,
        known: dict[str, FetchRow],
        on_exchange: Callable[[Exchange], None] | None,
    ) -> None:
        self._source = source
        self._run_id = run_id
        self._known = known
        self._on_exchange = on_exchange
        self._written: set[str] = set()
        self.requests = 0
        self.unchanged = 0

    def info(self, user_agent: str) -> dict[str, str]:
        """Fields of the `warcinfo` record; `index_warc` reads the `svodka-` ones back."""
        return {
            "software": user_agent,
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
            "isPartOf": self._source.key,
            "description": f"{self._source.publisher}, {self._source.base_url}",
            "svodka-source": self._source.key,
            "svodka-run": self._run_id,
            "svodka-family": self._source.family,
            "svodka-adapter": self._source.adapter,
        }

    def fill(self, out: BinaryIO, exchanges: Iterable[Exchange], info: dict[str, str]) -> bool:
        """Writes all exchanges; True when one of them was new."""
        recorder = WarcRecorder(out, info=info)
        for exchange in exchanges:
            self._write(recorder, exchange)
            if self._on_exchange is not None:
                self._on_exchange(exchange)
        return bool(self._written)

    def _write(self, recorder: WarcRecorder, exchange: Exchange) -> None:
        self.requests += 1
        fetch_id = exchange.fetch_id(self._source.key)
        original = self._known.get(fetch_id)
        if original is not None:
            self.unchanged += 1
            recorder.record_unchanged(exchange, original)
        elif fetch_id in self._written:
            self.unchanged += 1
        else:
            recorder.record(exchange)
            self._written.add(fetch_id)
