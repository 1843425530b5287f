"""The KR workbook as a whole: which sheets it has, and what was read from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.form import Family, Form, Rows
from generator.model.kr.agency import Agency
from generator.model.kr.attachment import PREFIX, Attachment, AttachmentCard, AttachmentRow
from generator.model.kr.definition import Definition
from generator.model.kr.key_result import KR_CODE, KeyResult
from generator.model.kr.practice import Example, Standard
from generator.model.kr.settings import Settings


@dataclass(frozen=True, kw_only=True)
class KrBook:
    """All facts of one KR workbook."""

    settings: Settings
    key_results: Sequence[KeyResult]
    definitions: Sequence[Definition]
    agencies: Sequence[Agency]
    standards: Sequence[Standard]
    examples: Sequence[Example]
    attachments: Sequence[Attachment]

    @classmethod
    def of(cls, rows: Rows) -> "KrBook":
        """Return the book that these rows make."""
        return cls(
            settings=rows.of(Settings)[0],
            key_results=rows.of(KeyResult),
            definitions=rows.of(Definition),
            agencies=rows.of(Agency),
            standards=rows.of(Standard),
            examples=rows.of(Example),
            attachments=tuple(
                Attachment(
                    kr=page.key,
                    card=page.rows.of(AttachmentCard)[0],
                    headers=page.headers,
                    rows=page.rows.of(AttachmentRow),
                    totals=tuple(row for row in page.totals if isinstance(row, AttachmentRow)),
                    header_place=page.header_place,
                )
                for page in rows.pages
            ),
        )


KR_FORM: Final = Form(
    kind="kr",
    version=1,
    title="แบบกรอกข้อมูลรายละเอียด KR",
    sheets=(Settings, KeyResult, Definition, Agency, Standard, Example),
    main=KeyResult,
    family=Family(PREFIX, KR_CODE, AttachmentCard, AttachmentRow),
)
