package dev.lamina.backend.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Between plain row-major float32 [N, C, H, W] and blocked tensors of either precision. */
public final class Layout {
    private Layout() {}

    /** Blocked from plain, padding channels zero. */
    public static Launch toBlocked(Team team, MemorySegment plain, BlockedTensor blocked) {
        BlockedShape shape = blocked.shape();
        FlatTensor.of(plain, (long) shape.batch() * shape.channels() * shape.pixels());
        Operand operand = Operand.of(blocked, 0);
        List<PlaneChunks.Body> loops = new ArrayList<>();
        loops.add((element, length, block, scratch) -> {
            long to = operand.at(element, scratch);
            int lanes = shape.lanes(block);
            if (lanes < Lanes.COUNT) {
                Memory.zero(to, length * 4L);
            }
            long from = plain.address() + plainOffset(shape, element, block);
            for (int lane = 0; lane < lanes; lane++) {
                long channel = from + lane * (long) shape.pixels() * Float.BYTES;
                copy(channel, Float.BYTES, to + lane * 4L, Lanes.BYTES, length / Lanes.COUNT);
            }
        });
        loops.addAll(Operand.writing(blocked, 0));
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> team.run(body);
    }

    /** Plain from blocked. */
    public static Launch toPlain(Team team, BlockedTensor blocked, MemorySegment plain) {
        BlockedShape shape = blocked.shape();
        FlatTensor.of(plain, (long) shape.batch() * shape.channels() * shape.pixels());
        Operand operand = Operand.of(blocked, 0);
        List<PlaneChunks.Body> loops = new ArrayList<>(Operand.reading(blocked, 0));
        loops.add((element, length, block, scratch) -> {
            long from = operand.at(element, scratch);
            long to = plain.address() + plainOffset(shape, element, block);
            for (int lane = 0; lane < shape.lanes(block); lane++) {
                long channel = to + lane * (long) shape.pixels() * Float.BYTES;
                copy(from + lane * 4L, Lanes.BYTES, channel, Float.BYTES, length / Lanes.COUNT);
            }
        });
        PlaneChunks chunks = new PlaneChunks(shape, loops);
        Team.Body body = (member, size) -> chunks.ascending(member, size, team.scratch(member));
        return () -> team.run(body);
    }

    /** Byte offset in the plain tensor of the first channel of a block at the pixel of a blocked element. */
    private static long plainOffset(BlockedShape shape, long element, int block) {
        long example = element / shape.planeElements() / shape.blocks();
        long pixel = element % shape.planeElements() / Lanes.COUNT;
        return ((example * shape.channels() + (long) block * Lanes.COUNT) * shape.pixels() + pixel) * Float.BYTES;
    }

    private static void copy(long from, int fromStride, long to, int toStride, int pixels) {
        for (int i = 0; i < pixels; i++) {
            Memory.set(to + (long) i * toStride, Memory.get(from + (long) i * fromStride));
        }
    }
}
