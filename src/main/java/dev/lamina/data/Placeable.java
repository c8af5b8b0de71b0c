package dev.lamina.data;

/** An image that is moved as a whole: in its pixels, or in numbers that say what is to be done with them. */
public sealed interface Placeable permits BatchImage, Placement {
    /** Moves the content down and to the right (up and left if negative); what comes free is black. */
    void shift(int down, int right);

    /** Mirrors left and right. */
    void mirror();
}
