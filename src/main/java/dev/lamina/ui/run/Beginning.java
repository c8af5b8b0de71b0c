package dev.lamina.ui.run;

/** How far a run goes before it waits. */
public enum Beginning {
    TO_THE_END,
    ONE_STEP,
    ONE_EPOCH
}
