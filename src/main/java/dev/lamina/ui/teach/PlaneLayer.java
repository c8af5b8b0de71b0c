package dev.lamina.ui.teach;

/** What can be laid over the plane. */
enum PlaneLayer {
    REGIONS,
    POINTS,
    TEST_POINTS,
    MARGIN,
    GBR_FIELD,
    ARROWS;

    /** Whether it takes the Jacobian. */
    boolean needsGradients() {
        return this == MARGIN || this == GBR_FIELD || this == ARROWS;
    }
}
