package dev.lamina.backend.tornado.kernel;

/** Work items of a work group. */
public final class Lanes {
    /** A power of two that every device can run. */
    public static final int GROUP = 128;

    private Lanes() {}
}
