package dev.lamina;

/** Starts Lamina. */
public final class Lamina {
    private Lamina() {}

    public static void main(String[] args) {}
}
