from __future__ import annotations

from a11y_proxy.stores.memory import MemoryStore


def store(max_bytes: int) -> MemoryStore[bytes]:
    return MemoryStore(max_bytes, len)


def test_what_was_put_is_there() -> None:
    kept = store(10_000)
    kept.put(b"a", b"1")
    assert kept.get(b"a") == b"1"
    assert kept.get(b"b") is None


def test_the_bound_is_in_bytes_and_the_longest_unused_goes_first() -> None:
    kept = store(10_000)
    for number in range(9):
        kept.put(bytes([number]), b"x" * 2000)
        kept.get(b"\0")
    assert kept.size <= 10_000
    assert kept.get(b"\0") is not None
    assert kept.get(b"\1") is None
    assert kept.get(b"\x08") is not None


def test_what_is_larger_than_the_store_is_not_kept_and_leaves_nothing_older() -> None:
    kept = store(1000)
    kept.put(b"a", b"1")
    kept.put(b"a", b"x" * 2000)
    assert kept.get(b"a") is None


def test_many_small_things_count_too() -> None:
    kept = store(10_000)
    for number in range(1000):
        kept.put(number.to_bytes(2, "big"), b"")
    assert sum(kept.get(n.to_bytes(2, "big")) is not None for n in range(1000)) < 50
