"""What a document may load: a fixed table of our own files, and nothing else (safety.md H13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from desens.printing.fonts import FACES

#: Addresses of the table begin so; relative addresses resolve to none of them.
SCHEME = "print:"
_SHEETS = Path(__file__).resolve().parents[2] / "static" / "print"


@dataclass(frozen=True, kw_only=True)
class Asset:
    """A file of ours and its media type."""

    path: Path
    content_type: str


def assets() -> dict[str, Asset]:
    """Address of each file that may be loaded: our style sheets and our fonts."""
    sheets = sorted(_SHEETS.glob("*.css"))
    table = {SCHEME + sheet.name: Asset(path=sheet, content_type="text/css") for sheet in sheets}
    for face in FACES:
        table[SCHEME + face.path.name] = Asset(path=face.path, content_type="font/otf")
    return table


class TableFetcher(URLFetcher):
    """Answers from the table, and from `pictures`, PNG files by address; anything else stops the rendering.

    WeasyPrint swallows every Exception of a fetcher and prints without the resource;
    FatalURLFetchingError is a BaseException, so that nothing is printed at all. While it draws an
    SVG it swallows even that, hence `refused`, which the renderer reads when the document is done.
    """

    def __init__(self, pictures: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self.table, self.pictures = assets(), pictures or {}
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url in self.pictures:
            return URLFetcherResponse(url, self.pictures[url], {"Content-Type": "image/png"})
        asset = self.table.get(url)
        if asset is None:
            self.refused.append(url)
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, asset.path.read_bytes(), {"Content-Type": asset.content_type})
