package dev.lamina.data;

/** Pixels from start to before end, along one axis. */
record Span(int start, int end) {
    /** So many pixels around a center, less what lies outside of [0, limit). */
    static Span around(int center, int length, int limit) {
        int first = center - length / 2;
        return new Span(Math.max(0, first), Math.min(limit, first + length));
    }

    int length() {
        return end - start;
    }
}
