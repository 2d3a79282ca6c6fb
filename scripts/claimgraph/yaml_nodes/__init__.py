"""The one door to PyYAML: a bounded, plain subset of YAML, read with the place of every value.

Only mappings, lists and scalars are read. Every scalar is text: YAML 1.1 turns `no`, `12:30` and `0123` into other
things, so no scalar is resolved here and the schema converts what it wants as a number. Tags, anchors, aliases, merge
keys, directives, further documents and duplicate keys are refused, because a reader of the file does not see what they
do. A comment that directly follows a text is told, since ` #` may have cut it. Size, depth and number of values are
bounded while the parser's events are read, before anything is built.
"""

from claimgraph.yaml_nodes.characters import MAX_BYTES
from claimgraph.yaml_nodes.document import MAX_DEPTH, MAX_NODES, Document, Remark, Value
from claimgraph.yaml_nodes.reading import read_yaml

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Document", "Remark", "Value", "read_yaml"]
