from __future__ import annotations
from dataclasses import dataclass, field
from collections.abc import Mapping
@dataclass(frozen=True)
class Branding:
    title: str | None = None
    subtitle: str | None = None
    logo: str | None = None
    accent: str | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
