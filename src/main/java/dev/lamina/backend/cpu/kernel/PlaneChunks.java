package dev.lamina.backend.cpu.kernel;

/** Takes a member through its planes of a blocked tensor, chunk by chunk, in either direction. */
final class PlaneChunks {
    /** What is done with a chunk: elements that share a block of channels. */
    @FunctionalInterface
    interface Body {
        void run(long element, int length, int block, long scratch);
    }

    private final BlockedShape shape;
    private final Body body;

    PlaneChunks(BlockedShape shape, Body body) {
        this.shape = shape;
        this.body = body;
    }

    void ascending(int member, int size, long scratch) {
        int end = Team.start(shape.planes(), member + 1, size);
        for (int plane = Team.start(shape.planes(), member, size); plane < end; plane++) {
            plane(plane, scratch);
        }
    }

    /** The same, taking up the sums that the body leaves after each plane. */
    void ascending(int member, int size, long scratch, ChannelSums sums) {
        sums.begin(member, scratch);
        int end = Team.start(shape.planes(), member + 1, size);
        for (int plane = Team.start(shape.planes(), member, size); plane < end; plane++) {
            plane(plane, scratch);
            sums.add(member, plane % shape.blocks(), scratch);
        }
    }

    /** Backwards through the planes: those a pass before read last are still in the cache. */
    void descending(int member, int size, long scratch) {
        int first = Team.start(shape.planes(), member, size);
        for (int plane = Team.start(shape.planes(), member + 1, size) - 1; plane >= first; plane--) {
            plane(plane, scratch);
        }
    }

    private void plane(int plane, long scratch) {
        int elements = shape.planeElements();
        int block = plane % shape.blocks();
        for (int from = 0; from < elements; from += Stage.CHUNK) {
            int length = Math.min(Stage.CHUNK, elements - from);
            body.run((long) plane * elements + from, length, block, scratch);
        }
    }
}
