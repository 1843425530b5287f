"""The zip archive of what we write."""

import io
import zipfile

from generator.archive import assemble, entry


def test_an_archive_is_the_same_every_time_and_any_program_opens_it() -> None:
    parts = {"ก/ข.xml": b"x" * 100_000, "empty": b""}
    data = assemble(entry(name, content) for name, content in parts.items())
    assert data == assemble(entry(name, content) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.filename: archive.read(info) for info in archive.infolist()} == parts
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
