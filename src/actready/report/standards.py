# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the standards ask beyond what WeasyPrint writes: the mark of PDF/UA-1, and header scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pydyf
    from weasyprint import Document
    from weasyprint.pdf.metadata import DocumentMetadata

#: PDF/A allows foreign metadata only together with a description of its schema.
_PDF_UA: Final = b"""<rdf:Description rdf:about="" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema\
</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/\
</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property>\
<rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal\
</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that is followed\
</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
</pdfaExtension:schemas></rdf:Description>"""
_END: Final = b"</rdf:RDF>"


def announce_pdf_ua(metadata: DocumentMetadata) -> None:
    """Add the identification of PDF/UA-1 (ISO 14289-1, clause 5) to the metadata of PDF/A.

    WeasyPrint writes one variant only, and its option for more metadata makes a second RDF block,
    in which no reader looks for it.
    """
    generate = metadata.generate_rdf_metadata

    def with_pdf_ua(variant: str, version: int, conformance: str) -> bytes:
        data: bytes = generate(variant, version, conformance)
        return data.replace(_END, _PDF_UA + _END)

    metadata.generate_rdf_metadata = with_pdf_ua


def finish(_document: Document, pdf: pydyf.PDF) -> None:
    """Complete a PDF before it is written."""
    _give_headers_a_scope(pdf)
    _name_each_attachment_once(pdf)


def _name_each_attachment_once(pdf: pydyf.PDF) -> None:
    """WeasyPrint lists a file once for its name and once more for its object."""
    files = pdf.catalog["AF"]
    files[:] = dict.fromkeys(files)


def _give_headers_a_scope(pdf: pydyf.PDF) -> None:
    """Say of each table header whether it heads a column or a row (ISO 14289-1, clause 7.5)."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            scope = "Column" if _in_table_head(element, pdf) else "Row"
            _add_scope(element, scope)


def _in_table_head(element: pydyf.Dictionary, pdf: pydyf.PDF) -> bool:
    row = _parent(element, pdf)
    return bool(_parent(row, pdf).get("S") == "/THead")


def _parent(element: pydyf.Dictionary, pdf: pydyf.PDF) -> pydyf.Dictionary:
    number = int(element["P"].split()[0])
    parent: pydyf.Dictionary = pdf.objects[number]
    return parent


def _add_scope(element: pydyf.Dictionary, scope: str) -> None:
    import pydyf

    attributes = element.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
    attributes["Scope"] = f"/{scope}"
