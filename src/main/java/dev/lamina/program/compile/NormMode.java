package dev.lamina.program.compile;

import dev.lamina.nn.layer.NormStatistics;

/** Which statistics batch normalizations use, and whether dropout drops. */
enum NormMode {
    /** The batch's own statistics; dropout masks are inputs of the program. */
    TRAINING,
    /** The batch's own statistics, but the running ones stay and dropout does nothing. */
    BATCH_TEST,
    /** The running statistics; dropout does nothing. */
    TEST;

    static NormMode test(NormStatistics statistics) {
        return switch (statistics) {
            case RUNNING -> TEST;
            case BATCH -> BATCH_TEST;
        };
    }
}
