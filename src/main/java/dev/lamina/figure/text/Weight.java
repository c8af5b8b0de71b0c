package dev.lamina.figure.text;

/** Regular type, and bold for the letters of panels. */
public enum Weight {
    REGULAR,
    BOLD
}
