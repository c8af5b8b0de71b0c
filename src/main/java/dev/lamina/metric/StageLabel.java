package dev.lamina.metric;

/**
 * Where a run that is trained in several ways stands.
 *
 * @param id kebab-case: "linear", "wnll"
 * @param alternation from 1
 */
public record StageLabel(String id, int alternation) {}
