"""The site of a preview, in a folder of its own, made anew where its checkout has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.incremental.artefacts import Output
from claimgraph.site import building, checking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Preview:
    """A site in a folder of its own that follows its checkout; what did not change is not made again.

    `show` gets the findings of each rebuild.
    """

    def __init__(
        self, root: Path, folder: Path, *, texts: Path | None, show: Callable[[checking.Checked], None]
    ) -> None:
        """Prepare a preview of the checkout at `root` in `folder`, which is empty; nothing is built yet."""
        self._root, self._site, self._scratch = root, folder / "site", folder / "scratch"
        self._texts, self._show = texts, show
        self._checks = checking.CheckCache()
        self._builder = building.Builder(root, Output(self._site), self._scratch, is_recording=True)
        self._site.mkdir()
        self._scratch.mkdir()

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self._site

    def rebuild(self) -> building.Built:
        """Check the checkout and bring the site up to date, findings or not.

        A claim that cannot be read is left out until it can. Raises PublishError and building.BuildError where the
        site cannot be built; it then stays as it was.
        """
        checked = checking.check(self._root, texts=self._texts, cache=self._checks)
        self._show(checked)
        return self._builder.build(checked.examined)
