package dev.lamina.backend.cpu.kernel;

import java.util.List;

/**
 * Takes a member through its planes of a blocked tensor, chunk by chunk, in either direction. What is done with a chunk
 * is a list of loops, called where C2 sees many kinds of them and so compiles each by itself. Inlined into one method,
 * the reads of three bf16 operands and the loop that uses them exceed what C2 inlines (NodeCountInliningCutoff), and
 * vectors become objects: 7 times the duration.
 */
final class PlaneChunks {
    /** A loop over a chunk: elements that share a block of channels. */
    @FunctionalInterface
    interface Body {
        void run(long element, int length, int block, long scratch);
    }

    private final BlockedShape shape;
    private final Body[] bodies;

    PlaneChunks(BlockedShape shape, List<Body> bodies) {
        this.shape = shape;
        this.bodies = bodies.toArray(Body[]::new);
    }

    void ascending(int member, int size, long scratch) {
        int end = Team.start(shape.planes(), member + 1, size);
        for (int plane = Team.start(shape.planes(), member, size); plane < end; plane++) {
            plane(plane, scratch);
        }
    }

    /** The same, taking up the sums that the loops leave after each plane. */
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
            for (Body body : bodies) {
                body.run((long) plane * elements + from, length, block, scratch);
            }
        }
    }
}
