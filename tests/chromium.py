"""What Chromium is started with, and what it complains of while a test uses it."""

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Response

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FIRST_REFUSAL = 400


class Complaints:
    """What a page says is wrong: script errors, refused content, files that are not there."""

    def __init__(self, page: Page) -> None:
        self.heard: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", self._script)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 403 or 404 is for the test to judge; the rest is heard of below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.heard.append(message.text)

    def _script(self, error: Error) -> None:
        self.heard.append(str(error))

    def _response(self, response: Response) -> None:
        # What a script asks for, it answers for itself: the test sees what it tells.
        is_a_file = response.request.resource_type not in ("document", "fetch")
        if response.status >= FIRST_REFUSAL and is_a_file:
            self.heard.append(f"{response.status} for {response.url}")


def paste(field: Locator, text: str) -> None:
    """Paste as the browser does when the clipboard holds a block of cells."""
    field.focus()
    field.evaluate(
        """(field, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            field.dispatchEvent(new ClipboardEvent("paste",
                { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )
