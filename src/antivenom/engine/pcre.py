"""PCRE over Arrow arrays."""
import pyarrow as pa
def search(subjects: pa.Array, pattern: str) -> pa.Array:
    raise ValueError(pattern)
