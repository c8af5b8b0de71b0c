package dev.lamina.graph.edit;

/** The sizes by which cards are laid out, in pixels at zoom 1. */
public final class CardSize {
    public static final double WIDTH = 178;
    public static final double HEIGHT = 84;
    /** Between neighboring cards. */
    public static final double GAP_X = 40;

    public static final double GAP_Y = 30;
    /** Between an opened block's frame and the cards in it. */
    public static final double FRAME_PADDING = 20;

    public static final double FRAME_TITLE = 30;
    /** Room below a row for the arcs of its shortcut connections. */
    public static final double ARC = 16;

    private CardSize() {}
}
