"""What the names mean that the template of a book may use."""

from collections.abc import Mapping
from typing import Final

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "BookContext": {
        "document_title": "ชื่อเรื่องของเอกสาร (ใช้ในคุณสมบัติของไฟล์)",
        "draft": "มีแผนฉบับร่างในเล่มหรือไม่",
        "title": "แผนปฏิบัติราชการประจำปี พ.ศ. ปี",
        "scope": "สำนักงานเขต จำนวน เขต หากแบ่งเล่มตามกลุ่ม มีชื่อกลุ่มเขตด้วย",
        "volume": "เล่มที่ เลข ใน จำนวน เล่ม ว่างเมื่อมีเล่มเดียว",
        "groups": "สารบัญ แยกตามกลุ่มเขต หากไม่เรียงตามกลุ่ม มีกลุ่มเดียวที่ไม่มีชื่อ ขณะพิมพ์ใบคั่นไม่มีเลย",
        "sheets": "ใบคั่น ขณะพิมพ์สารบัญไม่มีเลย",
    },
    "BookGroup": {
        "heading": "ชื่อเต็มของกลุ่มเขต หรือว่าง",
        "page": "เลขหน้าของใบคั่นกลุ่ม ว่างเมื่อไม่มีใบคั่นกลุ่ม",
        "entries": "เขตในกลุ่มนี้",
    },
    "BookEntry": {
        "number": "ลำดับในเล่ม",
        "office": "สำนักงานเขต ชื่อเขต ตามด้วย (ร่าง) เมื่อแผนเป็นร่าง",
        "page": "เลขหน้าของเล่มที่เขตนี้เริ่ม",
    },
    "BookSheet": {"name": "ชื่อสำนักงานเขตหรือกลุ่มเขต", "above": "แผนปฏิบัติราชการประจำปี พ.ศ. ปี"},
}
"""What each name means, by the dataclass that has it."""
