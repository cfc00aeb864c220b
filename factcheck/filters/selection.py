"""Which rules speak about an article, and how loud: the command line, the settings of its path, the configuration."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from factcheck.config_keys import ALL
from factcheck.messages import message
from factcheck.model import DocumentReport, Finding
from factcheck.typed import NamedTuple

COMMAND_LINE = "the command line"
"""The name of the nearest layer."""


class Layer(NamedTuple):
    """What one place says of rules; `name` is how a reason calls it: "--ignore", "factcheck.toml"."""

    name: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


class Decision(NamedTuple):
    """Whether a rule speaks, and why."""

    speaks: bool
    reason: str


class _Say(NamedTuple):
    """One word of a layer about rules; the greatest of those that fit a rule decides."""

    precision: tuple[int, int]
    nearness: int
    quiet: bool
    selector: str
    layer: str


def decide(rule: str, layers: Sequence[Layer]) -> Decision:
    """Whether `rule` speaks; `layers` are from the farthest (the configuration) to the nearest (the command line).

    The nearest layer that selects rules is the selection; each layer's `ignore` counts. Where both fit a rule the more
    exact word wins (a name before wrong-*, that before all), then the nearer layer, then ignore.
    """
    word = max(_about(rule, layers), default=None)
    if word is not None:
        return Decision(not word.quiet, _why(word))
    chosen = _selecting(layers)
    if chosen is not None:
        return Decision(False, message("not among the rules selected by {layer}", layer=_named(layers[chosen].name)))
    return Decision(True, message("every rule speaks unless it is ignored"))


def loudness(rule: str, severity: str, layers: Iterable[Layer]) -> str:
    """The severity that `layers` (farthest first) give to a finding of `rule`, its own where they give none."""
    fitting = [
        (_precision(selector), place, word)
        for place, layer in enumerate(layers)
        for selector, word in layer.severity
        if _fits(selector, rule)
    ]
    return max(fitting)[2] if fitting else severity


def selected(report: DocumentReport, layers: Sequence[Layer]) -> DocumentReport:
    """`report` with the findings that its layers let speak, each as loud as they say."""
    if not any(layer[1:] != ((), (), ()) for layer in layers):
        return report
    findings = tuple(_loud(finding, layers) for finding in report.findings if decide(finding.rule, layers).speaks)
    return report._replace(findings=findings)


def _why(word: _Say) -> str:
    if word.quiet:
        return message("ignored as '{selector}' by {layer}", selector=word.selector, layer=_named(word.layer))
    return message("selected as '{selector}' by {layer}", selector=word.selector, layer=_named(word.layer))


def _named(layer: str) -> str:
    return message("the command line") if layer == COMMAND_LINE else layer


def _loud(finding: Finding, layers: Sequence[Layer]) -> Finding:
    return finding._replace(severity=loudness(finding.rule, finding.severity, layers))


def _selecting(layers: Sequence[Layer]) -> int | None:
    return next((place for place in reversed(range(len(layers))) if layers[place].select), None)


def _about(rule: str, layers: Sequence[Layer]) -> Iterator[_Say]:
    chosen = _selecting(layers)
    for place, layer in enumerate(layers):
        selects = layer.select if place == chosen else ()
        for selector, quiet in (
            *((word, False) for word in selects),
            *((word, True) for word in layer.ignore),
        ):
            if _fits(selector, rule):
                yield _Say(_precision(selector), place, quiet, selector, layer.name)


def _fits(selector: str, rule: str) -> bool:
    return selector == ALL or fnmatchcase(rule, selector)


def _precision(selector: str) -> tuple[int, int]:
    """Grows from `all` over patterns, the longer the more exact, to names."""
    if selector == ALL:
        return (0, 0)
    return (1 if "*" in selector or "?" in selector or "[" in selector else 2, len(selector))
