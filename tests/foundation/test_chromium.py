"""The real browser of the tests: it sees the app, the frozen clock, and what goes wrong."""

from playwright.sync_api import BrowserContext, Page

from tests.chromium import Complaints


def test_chromium_reaches_the_app(live_server: str, page: Page) -> None:
    response = page.goto("/healthz")
    assert response is not None
    assert response.url == f"{live_server}/healthz"
    assert page.inner_text("body").strip() == "alive"


def test_what_goes_wrong_on_a_page_is_heard(context: BrowserContext, live_server: str) -> None:
    page = context.new_page()
    complaints = Complaints(page)
    page.goto(f"{live_server}/healthz")
    page.evaluate("new Promise(on => setTimeout(() => { setTimeout(on); throw Error('broken') }))")
    page.evaluate(
        "new Promise(on => { const it = new Image(); it.onerror = on; it.src = '/no-such-file' })"
    )
    page.evaluate("console.error('refused')")
    assert complaints.heard == ["broken", f"404 for {live_server}/no-such-file", "refused"]
