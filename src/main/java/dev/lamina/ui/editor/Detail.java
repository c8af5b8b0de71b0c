package dev.lamina.ui.editor;

/** How much a card says, by the zoom: what could not be read is left out, and the rest is larger. */
enum Detail {
    /** Everything. */
    WHOLE,
    /** Icon and name. */
    NAME,
    /** A block of its kind's color with the name of its stage. */
    BLOCK;

    private static final double WHOLE_FROM = 0.7;
    private static final double NAME_FROM = 0.35;

    static Detail at(double zoom) {
        return zoom >= WHOLE_FROM ? WHOLE : zoom >= NAME_FROM ? NAME : BLOCK;
    }
}
