"""Connections that nobody outside leads into the inner network: looked at when they stand, before anything is asked.

The first address is the user's, and may be one of this machine or of the newsroom's network. Where it lies outside, no
redirect of it may lead inside, whatever its name resolves to by then. Addresses of the link alone (where machines in a
cloud find their own credentials) are never asked. Behind a proxy it is the proxy who decides.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from factcheck.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socket import socket


class InnerNetworkError(Exception):
    """A connection into the inner network that nobody asked for; its text is the address."""


class Guard(HTTPAdapter):
    """Makes connections, and ends those that lead inside from outside."""

    def __init__(self, private: bool) -> None:
        self._private = private
        self._outside = False
        super().__init__()

    def init_poolmanager(self, *given: Any, **settings: Any) -> None:
        super().init_poolmanager(*given, **settings)
        self.poolmanager.pool_classes_by_scheme = _pools(self)

    def look(self, connection: socket) -> socket:
        """The connection. Raises InnerNetworkError where it must not be."""
        peer = connection.getpeername()
        if isinstance(peer, tuple) and not self.allows(str(peer[0])):
            connection.close()
            raise InnerNetworkError(peer[0])
        return connection

    def allows(self, host: str) -> bool:
        """Whether an address may be asked; the first one says whether we are outside."""
        address: Any = ip_address(host.partition("%")[0])
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        if self._private:
            return True
        if address.is_link_local or address.is_multicast or address.is_unspecified:
            return False
        self._outside = self._outside or address.is_global
        return address.is_global or not self._outside


def guard_of(private: bool) -> Guard:
    """A guard for one address and all its redirects; `private` lets everything pass."""
    return Guard(private)


def _pools(guard: Guard) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket:
            return guard.look(super()._new_conn())

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket:
            return guard.look(super()._new_conn())

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
