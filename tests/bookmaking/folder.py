"""A folder of plans as `generate build` leaves it, drawn without Word and LibreOffice."""

import json
from pathlib import Path
from typing import Any

from generator.manifest import MANIFEST
from generator.model.districts import find_district
from generator.outcome import digest
from tests.pdf.pdfs import pdf


def plan(folder: Path, district: str, pages: int = 3, year: int = 2568, **changed: Any) -> dict[str, Any]:
    """Write the files of a plan and return what the list beside it says; `changed` says something else."""
    found = find_district(district)
    assert found is not None
    key = f"{found.code}-{year}"
    folder.mkdir(exist_ok=True)
    (folder / f"{key}.docx").write_bytes(key.encode())
    (folder / f"{key}.pdf").write_bytes(pdf(pages, headings=[("ส่วนที่ ๑", 0), (" ตาราง ก", pages - 1)]))
    listed = {
        "kind": "plan",
        "key": key,
        "workbook": f"../inputs/{found.code}-{found.name}.xlsx",
        "docx": f"{key}.docx",
        "pdf": f"{key}.pdf",
        "draft": False,
        "sha256": digest(key.encode()),
        "pdf_sha256": digest((folder / f"{key}.pdf").read_bytes()),
    }
    if changed.get("pdf", listed["pdf"]) is None:
        (folder / f"{key}.pdf").unlink()
    return {**listed, **changed}


def write_list(folder: Path, *documents: dict[str, Any], earlier: tuple[dict[str, Any], ...] = ()) -> Path:
    """Write the list of a folder; return the folder."""
    content = {"documents": documents, "earlier": earlier}
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return folder
