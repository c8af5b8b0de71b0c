package dev.lamina.program.compile;

/** Which statistics batch normalizations use, and whether dropout drops. */
enum NormMode {
    /** The batch's own statistics; dropout masks are inputs of the program. */
    TRAINING,
    /** The running statistics; dropout does nothing. */
    TEST
}
