"""The only module that uses MkDocs, which is the default publisher."""

from __future__ import annotations

import logging
import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import PathSpec

from claimgraph.publish.engine import PublishError, Result, remove
from claimgraph.templating.template_code import Compiled

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.theme import Theme

    from claimgraph.publish.engine import Task

_UNUSED: Final = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "search",
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/images/favicon.png",
    "assets/**/*.map",
)
"""Files that MkDocs and the theme put into the output and no page of this site uses."""

_PLUGINS: Final = frozenset({"search", "material/search"})
"""The plugins that read nothing but pages. Hooks count as plugins, too."""

_BEYOND: Final = "!ENV"
"""What settings read an environment variable with."""

_COMPILED: Final = Compiled()


class _Settings(BytesIO):
    """The settings as a file that stands where the map's own do, since MkDocs reads paths in them from there."""

    def __init__(self, task: Task) -> None:
        super().__init__(task.settings.read_bytes())
        self.name = str(task.own_settings)


class _Messages(logging.Handler):
    """Keeps the warnings of MkDocs, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def with_mkdocs(task: Task) -> Result:
    """Run MkDocs once, quietly."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger, messages = logging.getLogger("mkdocs"), _Messages()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(messages)
    try:
        config = load_config(
            config_file=_Settings(task), docs_dir=str(task.docs), site_dir=str(task.output), strict=task.strict
        )
        config.extra["slots"] = dict(task.slots)
        unlisted = PathSpec().run_validation("\n".join(task.unlisted))
        config.not_in_nav = unlisted if config.not_in_nav is None else config.not_in_nav + unlisted
        config.theme.dirs.insert(0, str(task.overrides))
        _hasten_templates(config.theme)
        build(config)
    except (Exception, SystemExit) as error:  # MkDocs lets through what its plugins and templates raise, and exits
        raise PublishError(*dict.fromkeys((*messages.texts, str(error)))) from error
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate
    search_index = (task.output / "search" / "search_index.json").read_text("utf-8")
    remove(task.output, *_UNUSED)
    return Result(
        site_name=config.site_name,
        site_url=config.site_url or None,
        repository=config.extra.get("repository"),
        claim_files=config.extra.get("claim_files"),
        search_index=search_index,
        warnings=tuple(messages.texts),
        is_of_files_alone=set(config.plugins) <= _PLUGINS and _BEYOND not in task.settings.read_text("utf-8"),
    )


class Templates(FileSystemLoader):
    """The templates and other files of a theme, without hidden folders.

    MkDocs skips hidden files, but only after it has listed them all: Material has 14,000 icons in such a folder.
    """

    def list_templates(self) -> list[str]:
        """Return the sorted paths of all files below the theme's folders."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, names, files in os.walk(top):
                names[:] = [name for name in names if not name.startswith(".")]
                found.update(Path(folder, file).relative_to(top).as_posix() for file in files)
        return sorted(found)


def _hasten_templates(theme: Theme) -> None:
    """Have a theme's templates compiled once in this process, not for every build, and its icons not listed."""
    environment = theme.get_env

    def get_env() -> Environment:
        made = environment()
        made.bytecode_cache = _COMPILED
        made.loader = Templates(theme.dirs)
        return made

    theme.get_env = get_env  # type: ignore[method-assign]
