package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.SymbolLookup;

/**
 * A fixed number of threads that run one body together, the caller among them. One launch runs at a time; a body must
 * not start another launch on the same team. Work is shared out by member number alone, hence deterministically.
 */
public sealed interface Team extends AutoCloseable permits InlineTeam, OpenMpTeam, PoolTeam {
    /** What every member runs. */
    @FunctionalInterface
    interface Body {
        void run(int member, int size);
    }

    /** Bytes of working memory every member owns, see {@link #scratch}. */
    long SCRATCH_BYTES = 1 << 16;

    /** The number of members, the caller included. */
    int size();

    /**
     * Runs the body once for every member number and returns when all have finished.
     * What a member throws is thrown here again once every member has stopped; the lowest member's error wins.
     */
    void run(Body body);

    /** The address of a member's own 64-byte aligned working memory; its content lasts no longer than one body. */
    long scratch(int member);

    /** Lets the threads go; closing twice is harmless. */
    @Override
    void close();

    /** One member, the caller's thread. */
    static Team inline() {
        return new InlineTeam();
    }

    /**
     * OpenMP's own threads, so that oneDNN's primitives and our kernels share one set of spinning threads.
     * @param openMp finds GOMP_parallel, omp_get_thread_num and omp_get_num_threads (libgomp, or a compatible runtime)
     */
    static Team openMp(SymbolLookup openMp, int size) {
        return size == 1 ? inline() : new OpenMpTeam(openMp, size);
    }

    /** Threads of our own: daemons that spin for a short while after each launch and then park. */
    static Team pool(int size) {
        return size == 1 ? inline() : new PoolTeam(size);
    }

    /** The first of the items 0..items−1 that a member takes; the next member's first is where it ends. */
    static int start(int items, int member, int size) {
        return (int) ((long) items * member / size);
    }

    /** {@link #start(int, int, int)} for long counts, rounded down to a multiple of a grain. */
    static long start(long items, long grain, int member, int size) {
        return member == size ? items : items / grain * member / size * grain;
    }
}
