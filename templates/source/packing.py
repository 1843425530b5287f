"""Saves a template so that the same program writes the same bytes on every machine."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx.document import Document as DocumentType


def save(document: DocumentType, path: Path) -> None:
    """Write a document: fixed dates, fixed order, no thumbnail, parts not compressed.

    Deflate differs from library to library; stored parts are the same everywhere, and templates are small.
    """
    properties = document.core_properties
    properties.created = properties.modified = datetime(2024, 10, 1, tzinfo=UTC).replace(tzinfo=None)
    properties.revision = 1
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as written:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            written.writestr(info, content)
