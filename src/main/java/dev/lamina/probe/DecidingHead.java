package dev.lamina.probe;

/** Which head of a WNLL head is attacked and decides; any other head is the linear one. */
public enum DecidingHead {
    /** The linear classifier, by its own loss. */
    LINEAR,
    /** WNLL, by the surrogate of its gradient; see {@link WnllGradientSign}. */
    WNLL
}
