"""PDFs of blank pages for the tests of printing, and folders of them with their manifest. Knows no printer."""

import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf

A4 = (595, 842)


def pdf(pages: int, name: str = "") -> bytes:
    """Return a PDF of blank pages that differs by its `name`."""
    target = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=A4)
        made.docinfo["/Title"] = name
        made.save(target, deterministic_id=True)
    return target.getvalue()


def entry(folder: Path, key: str, title: str, count: int, **differing: Any) -> dict[str, Any]:
    """Write a document and its PDF into a folder, and return what a manifest says of them."""
    word = f"docx {key}".encode()
    (folder / f"{key}.docx").write_bytes(word)
    (folder / f"{key}.pdf").write_bytes(printed := pdf(count, key))
    made = {"kind": "plan", "key": key, "title": title, "workbook": f"{key}.xlsx", "docx": f"{key}.docx"}
    made |= {"pdf": f"{key}.pdf", "pages": count, "draft": False, "sha256": sha256(word).hexdigest()}
    made["pdf_sha256"] = sha256(printed).hexdigest()
    return made | differing


def write_manifest(folder: Path, documents: list[dict[str, Any]], earlier: list[dict[str, Any]] | None = None) -> None:
    """Write the manifest of a folder."""
    content = {"earlier": earlier or [], "documents": documents}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
