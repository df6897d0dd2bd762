"""CIM's data model Network_Resolution: name resolutions.

Source: the CIM add-on's Network_Resolution.json and the CIM manual, "Network Resolution (DNS)". The sensors tell of a
resolution where it was asked for, so `src` is that host and `dest`, the server, is unknown. Names of reply codes:
IANA's DNS parameters; 9000 and more are Windows' own numbers for them.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.cim.shared import ALWAYS_EMPTY, UNKNOWN, Dataset, account, assets, dataset, known
from antivenom.vocabularies.views import Shown, always, same, text

_CODES = ("NoError", "FormErr", "ServFail", "NXDomain", "NotImp", "Refused")
_REPLIES = {
    **{str(n): name for n, name in enumerate(_CODES)},
    **{str(9000 + n): name for n, name in enumerate(_CODES) if n},
}


def _answers(table: pa.Table) -> pa.ChunkedArray:
    nobody = pa.scalar([UNKNOWN], pa.list_(pa.string()))
    return pc.fill_null(table["answers"], nobody)


def _count(table: pa.Table) -> pa.ChunkedArray:
    return pc.fill_null(pc.list_value_length(table["answers"]), 1).cast(pa.string())


def _reply(table: pa.Table) -> pa.Array:
    codes = table["rcode_id"].to_pylist()
    return pa.array([UNKNOWN if code is None else _REPLIES.get(code, code) for code in codes], pa.string())


_DNS: dict[str, Shown] = {
    "answer": Shown(frozenset(("answers",)), _answers),
    "answer_count": Shown(frozenset(("answers",)), _count),
    "dest": always(UNKNOWN),
    "dvc": known(text("device.hostname")),
    "message_type": known(text("activity_name")),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "process_name": text("actor.process.name"),
    "query": known(text("query.hostname")),
    "query_count": always("1"),
    "record_type": same("query.type"),
    "reply_code": Shown(frozenset(("rcode_id",)), _reply),
    "reply_code_id": known(text("rcode_id")),
    "src": known(text("device.hostname")),
    "user": account("actor.user"),
}

_FIELDS = (
    *assets("dest", "src"), *ALWAYS_EMPTY,
    *("additional_answer_count", "authority_answer_count", "dest_ip", "dest_port", "duration", "name", "query_type"),
    *("response_time", "src_ip", "src_port", "transaction_id", "transport", "ttl"),
)  # fmt: skip

DATASETS: tuple[Dataset, ...] = (dataset("DNS", "dns", _DNS, _FIELDS),)
"""The one root dataset."""
