package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.FLOATS;
import static dev.lamina.backend.cpu.kernel.Memory.load;
import static dev.lamina.backend.cpu.kernel.Memory.store;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Composes a tensor out of ranges of channels of others: concatenation, slices of it (its gradient), and the
 * parameter-free shortcut of residual networks. Channels that nothing is copied to become zero. Ranges need not begin
 * at a block: vectors are rotated by the difference.
 */
public final class ChannelGather {
    /** Channels first … first + count − 1 of a tensor go to the result's channels from {@code to} on. */
    public record Range(BlockedTensor from, int first, int count, int to) {}

    /** Result pixel (r·placed, c·placed) is source pixel (r·taken, c·taken), others are zero; one of the two is 1. */
    public record Sampling(int taken, int placed) {
        static final Sampling SAME = new Sampling(1, 1);

        boolean fits(int from, int to) {
            return (from + taken - 1) / taken == (to + placed - 1) / placed;
        }
    }

    /** What one source block gives to one block of the result: lanes rotated, then selected by the mask. */
    private record Piece(
            BlockedTensor from, int block, VectorShuffle<Float> rotation, VectorMask<Float> lanes, boolean whole) {}

    private final Team team;
    private final BlockedTensor out;
    private final Sampling sampling;
    private final List<List<Piece>> pieces = new ArrayList<>();

    private ChannelGather(Team team, List<Range> ranges, BlockedTensor out, Sampling sampling) {
        this.team = team;
        this.out = out;
        this.sampling = sampling;
        for (int block = 0; block < out.shape().blocks(); block++) {
            List<Piece> own = new ArrayList<>();
            for (Range range : ranges) {
                check(range);
                addPieces(range, block, own);
            }
            pieces.add(own);
        }
    }

    /** out = the ranges side by side, zero where there is none. */
    public static Launch launch(Team team, List<Range> ranges, BlockedTensor out, Sampling sampling) {
        ChannelGather gather = new ChannelGather(team, ranges, out, sampling);
        Team.Body body = gather::share;
        return () -> team.run(body);
    }

    /** Channels of the inputs one after the other. */
    public static Launch concatenate(Team team, List<BlockedTensor> inputs, BlockedTensor out) {
        List<Range> ranges = new ArrayList<>();
        int to = 0;
        for (BlockedTensor input : inputs) {
            ranges.add(new Range(input, 0, input.shape().channels(), to));
            to += input.shape().channels();
        }
        return launch(team, ranges, out, Sampling.SAME);
    }

    /** The channels from {@code first} on, as many as out has: the gradient of one input of a concatenation. */
    public static Launch slice(Team team, BlockedTensor from, int first, BlockedTensor out) {
        Range range = new Range(from, first, out.shape().channels(), 0);
        return launch(team, List.of(range), out, Sampling.SAME);
    }

    /**
     * The option A shortcut: y = x[:, :, ::stride, ::stride] with zero channels added evenly in front and behind.
     * Source: He et al., Deep Residual Learning, 2015, section 3.3.
     */
    public static Launch shortcut(Team team, BlockedTensor x, BlockedTensor y, int stride) {
        int front = (y.shape().channels() - x.shape().channels()) / 2;
        Range range = new Range(x, 0, x.shape().channels(), front);
        return launch(team, List.of(range), y, new Sampling(stride, 1));
    }

    /** The gradient of {@link #shortcut}: zero at the pixels it left out. */
    public static Launch shortcutBackward(Team team, BlockedTensor dy, BlockedTensor dx, int stride) {
        int front = (dy.shape().channels() - dx.shape().channels()) / 2;
        Range range = new Range(dy, front, dx.shape().channels(), 0);
        return launch(team, List.of(range), dx, new Sampling(1, stride));
    }

    private void check(Range range) {
        BlockedShape from = range.from.shape();
        BlockedShape to = out.shape();
        boolean pixels = sampling.fits(from.height(), to.height()) && sampling.fits(from.width(), to.width());
        if (!pixels
                || from.batch() != to.batch()
                || range.first < 0
                || range.to < 0
                || range.first + range.count > from.channels()
                || range.to + range.count > to.channels()) {
            throw new IllegalArgumentException(range + " does not fit into " + to + " with sampling " + sampling);
        }
    }

    private static void addPieces(Range range, int block, List<Piece> own) {
        int lanes = Lanes.COUNT;
        int start = Math.max(block * lanes, range.to);
        int end = Math.min((block + 1) * lanes, range.to + range.count);
        int shift = range.first - range.to;
        for (int to = start; to < end; ) {
            int from = to + shift;
            int count = Math.min(end - to, lanes - from % lanes);
            int rotation = Math.floorMod(from - to, lanes);
            long bits = ((1L << count) - 1) << to % lanes;
            own.add(new Piece(
                    range.from,
                    from / lanes,
                    VectorShuffle.iota(FLOATS, rotation, 1, true),
                    VectorMask.fromLong(FLOATS, bits),
                    count == lanes));
            to += count;
        }
    }

    private void share(int member, int size) {
        BlockedShape shape = out.shape();
        long scratch = team.scratch(member);
        int rowElements = shape.width() * Lanes.COUNT;
        int rows = Math.max(1, Stage.CHUNK / rowElements);
        int end = Team.start(shape.planes(), member + 1, size);
        for (int plane = Team.start(shape.planes(), member, size); plane < end; plane++) {
            for (int row = 0; row < shape.height(); row += rows) {
                rows(plane, row, Math.min(rows, shape.height() - row), scratch);
            }
        }
    }

    /** Some rows of a plane of the result: zeros, then every piece. Rows wider than a chunk are taken in parts. */
    private void rows(int plane, int row, int rows, long scratch) {
        BlockedShape shape = out.shape();
        int width = shape.width();
        int part = Math.min(width, Stage.CHUNK / Lanes.COUNT);
        for (int column = 0; column < width; column += part) {
            int columns = Math.min(part, width - column);
            long element = ((long) plane * shape.pixels() + (long) row * width + column) * Lanes.COUNT;
            int length = rows * columns * Lanes.COUNT;
            long to = Stage.write(out, element, scratch, 0);
            List<Piece> own = pieces.get(plane % shape.blocks());
            if (sampling.placed > 1 || own.size() != 1 || !own.get(0).whole) {
                Memory.zero(to, (long) length * Float.BYTES);
            }
            for (int i = 0; i < own.size(); i++) {
                for (int r = 0; r < rows; r++) {
                    row(own.get(i), plane, row + r, column, columns, to + (long) r * columns * BYTES, scratch);
                }
            }
            Stage.wrote(out, element, length, scratch, 0);
        }
    }

    private void row(Piece piece, int plane, int row, int column, int columns, long to, long scratch) {
        BlockedShape from = piece.from.shape();
        long sourcePlane = (long) (plane / out.shape().blocks()) * from.blocks() + piece.block;
        int taken = sampling.taken;
        int placed = sampling.placed;
        if (placed == 1) {
            copy(piece, sourcePlane, taken * row, taken * column, columns, taken, to, BYTES, scratch);
        } else if (row % placed == 0) {
            int first = (column + placed - 1) / placed;
            int end = (column + columns + placed - 1) / placed;
            long start = to + ((long) placed * first - column) * BYTES;
            copy(piece, sourcePlane, row / placed, first, end - first, 1, start, placed * BYTES, scratch);
        }
    }

    private static void copy(
            Piece piece, long plane, int row, int column, int count, int step, long to, int toStep, long scratch) {
        BlockedShape shape = piece.from.shape();
        long element = (plane * shape.pixels() + (long) row * shape.width() + column) * Lanes.COUNT;
        int pixels = Math.min((count - 1) * step + 1, shape.width() - column);
        for (int i = 0; i < count; ) {
            int some = Math.min(count - i, Math.max(1, Stage.CHUNK / Lanes.COUNT / step));
            int length = Math.min((some - 1) * step + 1, pixels - i * step) * Lanes.COUNT;
            long from = Stage.read(piece.from, element + (long) i * step * Lanes.COUNT, length, scratch, 1);
            if (piece.whole) {
                move(from, step * BYTES, to + (long) i * toStep, toStep, some);
            } else {
                merge(piece, from, step * BYTES, to + (long) i * toStep, toStep, some);
            }
            i += some;
        }
    }

    private static void move(long from, int fromStep, long to, int toStep, int count) {
        for (int i = 0; i < count; i++) {
            store(load(from + (long) i * fromStep), to + (long) i * toStep);
        }
    }

    private static void merge(Piece piece, long from, int fromStep, long to, int toStep, int count) {
        VectorShuffle<Float> rotation = piece.rotation;
        VectorMask<Float> lanes = piece.lanes;
        for (int i = 0; i < count; i++) {
            FloatVector old = load(to + (long) i * toStep);
            store(old.blend(load(from + (long) i * fromStep).rearrange(rotation), lanes), to + (long) i * toStep);
        }
    }
}
