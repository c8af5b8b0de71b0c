package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** y[n, c] = mean over the pixels of x[n, c], y plain float32 [N, C]; backward dx = dy[n, c] / pixels everywhere. */
public final class GlobalAveragePool {
    private GlobalAveragePool() {}

    public static Launch forward(Team team, BlockedTensor x, MemorySegment y) {
        BlockedShape shape = x.shape();
        FlatTensor.of(y, (long) shape.batch() * shape.channels());
        int elements = shape.planeElements();
        Team.Body body = (member, size) -> {
            long scratch = team.scratch(member);
            long sum = Stage.sums(scratch);
            int end = Team.start(shape.planes(), member + 1, size);
            for (int plane = Team.start(shape.planes(), member, size); plane < end; plane++) {
                Memory.zero(sum, BYTES);
                for (int from = 0; from < elements; from += Stage.CHUNK) {
                    int length = Math.min(Stage.CHUNK, elements - from);
                    long at = Stage.read(x, (long) plane * elements + from, length, scratch, 0);
                    ChannelLoops.sum(at, length, sum);
                }
                Memory.store(Memory.load(sum).mul(1f / shape.pixels()), sum);
                Memory.copy(sum, y.address() + plainOffset(shape, plane), lanes(shape, plane) * 4L);
            }
        };
        return () -> team.run(body);
    }

    public static Launch backward(Team team, MemorySegment dy, BlockedTensor dx) {
        BlockedShape shape = dx.shape();
        FlatTensor.of(dy, (long) shape.batch() * shape.channels());
        Operand operand = Operand.of(dx, 0);
        List<PlaneChunks.Body> loops = new ArrayList<>();
        loops.add((element, length, block, scratch) -> {
            int plane = (int) (element / shape.planeElements());
            long value = Stage.sums(scratch);
            Memory.zero(value, BYTES);
            Memory.copy(dy.address() + plainOffset(shape, plane), value, lanes(shape, plane) * 4L);
            spread(value, 1f / shape.pixels(), operand.at(element, scratch), length);
        });
        loops.addAll(Operand.writing(dx, 0));
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> team.run(body);
    }

    private static long plainOffset(BlockedShape shape, int plane) {
        int block = plane % shape.blocks();
        return ((long) (plane / shape.blocks()) * shape.channels() + (long) block * Lanes.COUNT) * Float.BYTES;
    }

    private static int lanes(BlockedShape shape, int plane) {
        return shape.lanes(plane % shape.blocks());
    }

    private static void spread(long value, float factor, long dx, int length) {
        FloatVector v = Memory.load(value).mul(factor);
        int end = length * Float.BYTES;
        for (int i = 0; i < end; i += BYTES) {
            Memory.store(v, dx + i);
        }
    }
}
