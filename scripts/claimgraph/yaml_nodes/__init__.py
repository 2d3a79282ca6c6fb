"""Reads a bounded, plain subset of YAML with the place of every value. Only this package uses PyYAML.

The subset has mappings, lists and scalars. Every scalar is text: YAML 1.1 turns `no`, `12:30` and `0123` into other
things, so scalars are not resolved here and the schema converts numbers. Tags, anchors, aliases, merge keys,
directives, further documents and duplicate keys are refused, because a reader of the file does not see what they do. A
comment directly after a text is reported, since ` #` may have cut the text. Size, depth and number of values are
checked while the parser's events are read, before anything is built.
"""

from claimgraph.yaml_nodes.characters import ESCAPED, MAX_BYTES
from claimgraph.yaml_nodes.document import MAX_DEPTH, MAX_NODES, Document, TrailingComment, Value
from claimgraph.yaml_nodes.reading import read_yaml

__all__ = ["ESCAPED", "MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Document", "TrailingComment", "Value", "read_yaml"]
