"""The words of a document in reading order, as an e-mail or a text snapshot shows them."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "div", "dl", "dt", "dd", "figcaption", "figure",
     "footer", "h1", "h2", "h3", "h4", "h5", "header", "li", "main", "ol", "p", "section", "table",
     "caption", "tr", "ul"),
)  # fmt: skip
_SILENT = frozenset(("head", "style", "title", "desc", "svg"))
_CELLS = frozenset(("td", "th"))
_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "– "}
_SPACE = re.compile(r"[ \t\r\n\u00a0]+")


def plain(html: str) -> str:
    """Give one line for each paragraph, item and table row; cells are parted by ` | `."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects words into lines as blocks begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._silence = 0
        self._cells = 0

    def text(self) -> str:
        """Give all lines, with an empty one before each heading."""
        self._break()
        lines: list[str] = []
        for line in self._lines:
            if line.startswith("#") and lines:
                lines.append("")
            lines.append(line)
        return "\n".join(lines) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins, a cell where a cell does."""
        del attrs  # the words do not hang on them
        if tag in _SILENT:
            self._silence += 1
        elif tag == "br":
            self._words.append(" / ")
        elif tag in _CELLS:
            self._cells += 1
            if self._cells > 1:
                self._words.append(" | ")
        elif tag in _BLOCKS and self._cells:
            self._words.append("" if self._is_bare() else " / ")
        elif tag in _BLOCKS:
            self._break()
            self._mark = _MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """End the line where a block ends."""
        if tag in _SILENT:
            self._silence -= 1
        elif tag == "tr":
            self._cells = 0
            self._break()
        elif tag in _BLOCKS and not self._cells:
            self._break()

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if not self._silence:
            self._words.append(data)

    def _is_bare(self) -> bool:
        """Tell whether nothing is said yet in this cell."""
        said = "".join(self._words).strip()
        return not said or said.endswith("|")

    def _break(self) -> None:
        line = _SPACE.sub(" ", "".join(self._words)).strip()
        if line:
            self._lines.append(self._mark + line)
            self._mark = ""
        self._words.clear()
