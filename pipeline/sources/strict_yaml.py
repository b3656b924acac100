"""YAML in which a key stands once.

Belongs here: reading configuration strictly. Does not belong here: what the keys mean.
"""

from collections.abc import Hashable

import yaml


class _OneKeyOnce(yaml.SafeLoader):
    """PyYAML's safe loader keeps the last of equal keys; a lost entry must not pass unseen."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise yaml.constructor.ConstructorError(None, None, "key is a list", key_node.start_mark)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {key!r} is given twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def load_yaml(text: str) -> object:
    """Reads one YAML document.

    Raises:
        yaml.YAMLError: Text that is no YAML, or a mapping with a key given twice.
    """
    return yaml.load(text, Loader=_OneKeyOnce)  # noqa: S506 - a SafeLoader by inheritance
