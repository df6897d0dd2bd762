"""Accounts as sensors name them: with and without their domain, those of the system, and those of services.

Names of Windows are those of its well-known SIDs (Microsoft's list of well-known security identifiers) in the languages
in which Windows translates them; of Unix those that distributions, macOS and their packages make.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SYSTEM = frozenset(
    (
        "root", "toor", "0", "s-1-5-18", "s-1-5-19", "s-1-5-20", "localsystem", "trustedinstaller",
        "system", "systeme", "sistema", "система",
        "local service", "localservice", "lokaler dienst", "service local", "servicio local", "servizio locale",
        "servico local", "usługa lokalna", "локальная служба",
        "network service", "networkservice", "netzwerkdienst", "service reseau", "servicio de red", "servizio di rete",
        "servico de rede", "usługa sieciowa", "сетевая служба",
    )
)  # fmt: skip
_SERVICES = frozenset(
    (
        "daemon", "nobody", "nogroup", "bin", "sys", "sync", "adm", "lp", "mail", "news", "uucp", "proxy", "man",
        "games", "list", "irc", "gnats", "backup", "operator", "ftp", "sshd", "syslog", "messagebus", "dbus", "polkitd",
        "ntp", "chrony", "postfix", "dovecot", "named", "bind", "www-data", "www", "apache", "apache2", "httpd",
        "nginx", "caddy", "tomcat", "jetty", "php-fpm", "mysql", "mariadb", "postgres", "mongodb", "redis", "memcached",
        "rabbitmq", "elasticsearch", "jenkins", "git", "gitlab-runner", "docker", "libvirt-qemu", "qemu", "splunk",
        "zabbix", "nagios", "prometheus", "grafana", "iis apppool", "defaultapppool", "iusr", "aspnet", "krbtgt",
        "vpxuser", "dcui",
    )
)  # fmt: skip
_SERVICE_NAME = re.compile(
    r"_[a-z][a-z0-9.-]*|systemd-.+|iwam_.+|(dwm|umfd)-\d+|s-1-5-(?!21-).+|.+\$|\.net v[0-9.]+( classic)?"
)
_VIRTUAL = frozenset(("nt service", "iis apppool", "nt virtual machine"))
"""Domains of accounts that Windows makes for one service each, with few rights."""
_OF_WINDOWS = frozenset(("window manager", "font driver host", "builtin"))
_NO_NAME = frozenset(("", "-", "?", "unknown", "unset", "n/a", "none", "null", "(null)", "4294967295", "-1"))
_UNSURE = re.compile(r"(dwm|umfd)-\d+|s-1-5-(?!21-|8\d-).+|.+\$|.*[?\ufffd].*")
_AUTHORITY = re.compile(r"nt \w.*|\w.* nt|nt-(autorit|myndighe).+")
"""The domain of the system's accounts, in any language; no domain of a company has a space in its name."""
_NUMBER = re.compile(r"[0-9]{1,10}")
_FIRST_PERSON = 1000
"""Numbers of accounts below are those of the system, on Linux; macOS gives people 501 and up."""


def names(user: str | None) -> tuple[str, ...]:
    """A user as the sensor names it, and without its domain or host."""
    if not user:
        return ()
    return tuple(dict.fromkeys(name for name in (user, user.rpartition("\\")[2]) if name))


def is_system(user: str, host: str | None = None) -> bool | None:
    """Whether an account has the rights of the system, or is one of its own; None where the name does not tell.

    Security 4688 names the system of a host by the host's own account, `HOST$`.
    """
    domain, _, name = map(_plain, user.rpartition("\\"))
    if name in _NO_NAME:
        return None
    if name in _SYSTEM or (host is not None and _is_of_host(name, host)):
        return True
    if domain in _VIRTUAL:
        return False
    of_windows = domain in _OF_WINDOWS or _AUTHORITY.fullmatch(domain)
    return None if of_windows or _UNSURE.fullmatch(name) else False


def are_system(users: Iterable[str], host: str | None = None) -> bool | None:
    """Whether any of the names of one account says that it is the system's; no only where one says no."""
    answers = {is_system(user, host) for user in users}
    return next((answer for answer in (True, False) if answer in answers), None)


def is_service(user: str) -> bool:
    """Whether an account is of the system or of a service: nobody logs on with it, and locking it stops a service."""
    domain, _, name = map(_plain, user.rpartition("\\"))
    if name in _SYSTEM or name in _SERVICES or _SERVICE_NAME.fullmatch(name):
        return True
    if _NUMBER.fullmatch(name) and int(name) < _FIRST_PERSON:
        return True
    return domain in _VIRTUAL | _OF_WINDOWS or bool(_AUTHORITY.fullmatch(domain))


def _is_of_host(name: str, host: str) -> bool:
    """Whether `name` is the account of a host; NetBIOS keeps 15 characters of a host's name."""
    short = _plain(host.partition(".")[0])
    return bool(short) and name in (f"{short}$", f"{short[:15]}$")


def _plain(text: str) -> str:
    """Without case and accents, so that `Système` is `SYSTEME`."""
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))
