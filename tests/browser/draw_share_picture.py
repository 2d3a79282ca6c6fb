"""Draws `docs/assets/share.png`, which other sites show beside a link to this one.

Run it again where the name of the site or its colours change, and look at what it drew:

    python -m tests.browser.draw_share_picture
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml
from playwright.sync_api import sync_playwright

from tests.bring_chromium import find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

ROOT: Final = Path(__file__).parents[2]
PICTURE: Final = ROOT / "docs/assets/share.png"
SIZE: Final[ViewportSize] = {"width": 1200, "height": 630}
"""What most sites show whole, in pixels of CSS."""

PAGE: Final = """
<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 84px 96px; background: #1c3145;
  color: #f6f1e4; font-family: Georgia, "DejaVu Serif", serif; display: flex; flex-direction: column; }}
svg {{ width: 132px; height: 132px; margin: -14px 0 0 -14px; }}
h1 {{ font-size: 84px; line-height: 1.1; margin: 40px 0 0; font-weight: 600; }}
p {{ font: 34px/1.4 "DejaVu Sans", Arial, sans-serif; margin: 30px 0 0; color: #e9e2d0; max-width: 26em; }}
</style>{icon}<h1>{name}</h1><p>{description}</p>
"""


def main() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\ntheme:")[0]
    site = yaml.safe_load(settings)
    icon = (ROOT / "docs/assets/favicon.svg").read_text("utf-8")
    html = PAGE.format(icon=icon, name=escape(site["site_name"]), description=escape(site["site_description"].strip()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE)
        page.set_content(html)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"Drawn: {PICTURE} ({PICTURE.stat().st_size:,} bytes)")


if __name__ == "__main__":
    main()
