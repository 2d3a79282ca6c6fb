"""The bill of materials of the website, in CycloneDX."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from cyclonedx.model.license import License

    from release.manifest import Work
    from release.packages import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What a bill is for: its `name`, `version` and `licence`, and the packages that it `requires` by itself."""

    name: str
    version: str
    licence: str
    requires: frozenset[str]


def bill(
    product: Product,
    packages: Sequence[Package],
    works: Sequence[Work],
    written: Mapping[str, Mapping[str, bytes]],
    at: datetime | None,
) -> str:
    """Return the bill of a product as CycloneDX 1.6 in JSON, which ends in a line feed.

    `written` has the files that the build made of a work, by path, by the work's name. A part of a work, and a work
    that comes out of a package, stands inside it. Of a package, the sums are those of all files that the lock lets be
    installed. Without a time `at` which it was made, the bill names none. The same arguments make the same text: its
    serial number is made of the contents.
    """
    root = Component(
        name=product.name,
        version=product.version,
        type=ComponentType.APPLICATION,
        bom_ref=f"{product.name}@{product.version}",
        licenses=_licences(product.licence),
    )
    components = {package.name: _package(package) for package in packages}
    standing = {work.name: _work(work, written.get(work.name, {})) for work in works}
    alone = [standing[work.name] for work in works if not work.within and not work.package]
    for work in works:
        if work.within or work.package:
            outer = standing[work.within] if work.within else components[work.package]
            outer.components.add(standing[work.name])
    bom = Bom(components=[*components.values(), *alone])
    bom.metadata.component = root
    bom.metadata.timestamp = at  # type: ignore[assignment]  # the schema does without one, too
    needed = {name for package in packages for name in package.requires}
    direct = [components[name] for name in components if name in product.requires or name not in needed]
    bom.register_dependency(root, [*direct, *alone])
    for package in packages:
        bom.register_dependency(components[package.name], [components[name] for name in sorted(package.requires)])
    bom.serial_number = UUID(int=0)
    bom.serial_number = uuid5(NAMESPACE_URL, _text(bom))
    return _text(bom)


def _text(bom: Bom) -> str:
    made = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    return json.dumps(json.loads(made), indent=2, ensure_ascii=False) + "\n"


def _licences(expression: str) -> Iterable[License]:
    return [LicenseFactory().make_from_string(expression)]


def _package(package: Package) -> Component:
    address = PackageURL("pypi", None, package.name, package.version)
    file = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(address)), hashes=[_sum(one) for one in package.sums]
    )
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=str(address),
        purl=address,
        licenses=_licences(package.licence),
        external_references=[file],
    )


def _work(work: Work, written: Mapping[str, bytes]) -> Component:
    files = {**work.files, **{path: sha256(content).hexdigest() for path, content in written.items()}}
    return Component(
        name=work.name,
        version=work.version or None,
        bom_ref=work.origin or f"{work.package}#{work.name}",
        purl=PackageURL.from_string(work.origin) if work.origin else None,
        description=work.about or None,
        licenses=_licences(work.licence),
        components=[
            Component(name=path, type=ComponentType.FILE, bom_ref=path, hashes=[_sum(one)])
            for path, one in files.items()
        ],
    )


def _sum(hexadecimal: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=hexadecimal)
