"""The faults in force, each aimed at a slug, an endpoint or everything.

Belongs here: which request meets which fault. Does not belong here: what a fault is (`faults`).
"""

import threading
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.replica.faults import Fault, Slow
from pipeline.replica.messages import Endpoint


@dataclass(slots=True)
class _Injected:
    fault: Fault
    slug: str | None
    endpoint: Endpoint | None
    left: int | None


class FaultBoard:
    """The faults in force; safe to change while the server answers."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._injected: list[_Injected] = []

    def inject(
        self,
        fault: Fault,
        *,
        slug: str | None = None,
        endpoint: Endpoint | None = None,
        times: int | None = None,
    ) -> None:
        """Puts a fault in force.

        Args:
            fault: What goes wrong.
            slug: Only requests about this project; None for all.
            endpoint: Only this endpoint; None for all.
            times: For how many matching requests; None for all until `clear`.
        """
        with self._lock:
            self._injected.append(_Injected(fault, slug, endpoint, times))

    def clear(self) -> None:
        """Ends every fault and lets waiting answers go."""
        with self._lock:
            ended, self._injected = self._injected, []
        for injected in ended:
            _open_gate(injected.fault)

    def take(self, endpoint: Endpoint, slugs: Collection[str]) -> Fault | None:
        """The fault of one request: the first injected that matches and is not used up."""
        with self._lock:
            for injected in self._injected:
                if injected.left != 0 and _matches(injected, endpoint, slugs):
                    if injected.left is not None:
                        injected.left -= 1
                    return injected.fault
        return None

    def open_gates(self) -> None:
        """Lets every waiting answer go; the faults stay."""
        with self._lock:
            injected = list(self._injected)
        for one in injected:
            _open_gate(one.fault)


def _matches(injected: _Injected, endpoint: Endpoint, slugs: Collection[str]) -> bool:
    return injected.endpoint in (None, endpoint) and (injected.slug is None or injected.slug in slugs)


def _open_gate(fault: Fault) -> None:
    if isinstance(fault, Slow):
        fault.gate.set()
