"""The site of a preview, in a folder of its own, made anew where its checkout has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.checking import whole
from claimgraph.checking.kept import kept_cache, kept_check
from claimgraph.incremental.artefacts import Output
from claimgraph.incremental.store import Store
from claimgraph.site import building
from claimgraph.site.kept import kept_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Preview:
    """A site in a folder of its own that follows its checkout; what did not change is not made again.

    `show` gets the findings of each rebuild.
    """

    def __init__(self, root: Path, folder: Path, *, texts: Path | None, show: Callable[[whole.Checked], None]) -> None:
        """Prepare a preview of the checkout at `root` in `folder`, which is empty; nothing is built yet.

        It begins with what earlier runs checked, and with the files of the last build.
        """
        self._root, self._site, self._scratch = root, folder / "site", folder / "scratch"
        self._texts, self._show = texts, show
        self._site.mkdir()
        self._scratch.mkdir()
        self._store = Store(root)
        self._checks = kept_cache(self._store) if texts is None else whole.CheckCache()
        known = kept_site(self._store)
        output = known.output(self._site) if known is not None else Output(self._site)
        self._builder = building.Builder(root, output, self._scratch)
        self._is_first = True

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self._site

    def rebuild(self) -> building.Built:
        """Check the checkout and bring the site up to date, findings or not.

        A claim that cannot be read is left out until it can. Raises PublishError and building.BuildError where the
        site cannot be built; it then stays as it was.
        """
        checked = self._checked()
        self._show(checked)
        return self._builder.build(checked.examined)

    def _checked(self) -> whole.Checked:
        """Check the checkout; what the first check found is kept for later runs."""
        is_first, self._is_first = self._is_first, False
        if is_first and self._texts is None:
            return kept_check(self._root, self._store, self._checks)
        return whole.check(self._root, texts=self._texts, cache=self._checks)
