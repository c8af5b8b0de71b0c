package dev.lamina.figure.text;

/** Regular type, bold for the letters of panels, slanted for letters of mathematics. */
public enum Weight {
    REGULAR,
    BOLD,
    ITALIC
}
