package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static dev.lamina.backend.cpu.kernel.WinogradGeometry.PAD;
import static dev.lamina.backend.cpu.kernel.WinogradGeometry.POINTS;
import static dev.lamina.backend.cpu.kernel.WinogradGeometry.TILE;
import static dev.lamina.backend.cpu.kernel.WinogradProduct.OVERHANG;
import static dev.lamina.backend.cpu.kernel.WinogradScratch.BASE;
import static dev.lamina.backend.cpu.kernel.WinogradSlice.SLICE;

/**
 * y = conv(x, w) in the transformed domain, for forward and (with turned weights) for backward data. Two ways to share
 * the work out, chosen by size alone:
 * <ul>
 *   <li>by bands, for few channels: u of all groups is shared, each member transforms and multiplies its own tiles;
 *   <li>by groups of output channels, for many channels: v is shared, each member makes the u of its own groups and
 *       uses it for all tiles, so that the large u is written and read once and never all at once.
 * </ul>
 * v is [point][slice of channels][tile][SLICE], u [point][group][input channel][group's outputs], m [point][tile][outputs].
 */
final class WinogradMultiply {
    /** Transforms the weights of one group; forward or backward. */
    @FunctionalInterface
    interface WeightTransform {
        void apply(WinogradGeometry g, WinogradScratch.Member own, long w, int group, float[] u, int uo, int us);
    }

    private static final int TILES_PER_BLOCK = 48;
    private static final int CHUNK_FLOATS = 5 << 20;

    private final WinogradGeometry g;
    private final WinogradScratch scratch;
    private final WeightTransform transform;
    private final long x;
    private final long w;
    private final long y;
    private final Finish finish;
    private final Sizes s;

    private WinogradMultiply(
            WinogradGeometry g,
            WinogradScratch scratch,
            WeightTransform transform,
            long x,
            long w,
            long y,
            Finish finish,
            Sizes s) {
        this.g = g;
        this.scratch = scratch;
        this.transform = transform;
        this.x = x;
        this.w = w;
        this.y = y;
        this.finish = finish;
        this.s = s;
    }

    static Launch launch(
            Team team,
            WinogradGeometry g,
            WinogradScratch scratch,
            WeightTransform transform,
            long x,
            long w,
            long y,
            Finish finish) {
        Sizes s = Sizes.of(team, g);
        scratch.provide(s.need());
        WinogradMultiply multiply = new WinogradMultiply(g, scratch, transform, x, w, y, finish, s);
        return s.byGroups ? multiply.byGroups(team) : multiply.byBands(team);
    }

    /** Counts in what a launch will take. */
    static void reserve(Team team, WinogradGeometry g, WinogradScratch scratch) {
        scratch.reserve(Sizes.of(team, g).need());
    }

    /**
     * How the work is cut and lies in memory.
     *
     * @param byGroups       or by bands
     * @param bandsPerBlock  bands whose tiles are multiplied together
     * @param chunkBands     bands whose v exists at once
     * @param groupFloats    the weights of a group at one point
     * @param sliceFloats    between the slices of v
     * @param vs             floats between the points of v
     * @param us             floats between the points of u
     * @param mBytes         between the tiles of m
     * @param kBytes         between the points of m
     * @param bandFloats     six rows of pixels with their border
     */
    private record Sizes(
            boolean byGroups,
            int bandsPerBlock,
            int chunkBands,
            int groupFloats,
            int sliceFloats,
            int vs,
            int us,
            long mBytes,
            long kBytes,
            long bandFloats) {
        static Sizes of(Team team, WinogradGeometry g) {
            boolean byGroups = g.isLarge() && g.groups() >= team.size();
            int bandsPerBlock = Math.max(1, TILES_PER_BLOCK / g.tileColumns());
            int chunkBands = byGroups ? blocksPerChunk(g, bandsPerBlock) * bandsPerBlock : bandsPerBlock;
            int groups = byGroups ? 1 : g.groups(); // whose u and m exist at once
            int inputs = g.inputBlocks() * COUNT;
            int outputs = groups * g.group() * COUNT;
            int sliceFloats = (chunkBands * g.tileColumns() + OVERHANG) * SLICE;
            int tiles = bandsPerBlock * g.tileColumns() + OVERHANG;
            return new Sizes(
                    byGroups,
                    bandsPerBlock,
                    chunkBands,
                    inputs * g.group() * COUNT,
                    sliceFloats,
                    (inputs + SLICE - 1) / SLICE * sliceFloats + PAD,
                    inputs * outputs + PAD,
                    (long) outputs * Float.BYTES,
                    ((long) tiles * outputs + PAD) * Float.BYTES,
                    6L * g.bandPitch());
        }

        private static int blocksPerChunk(WinogradGeometry g, int bandsPerBlock) {
            int blocks = (g.bands() + bandsPerBlock - 1) / bandsPerBlock;
            int blockFloats = POINTS * g.inputBlocks() * COUNT * bandsPerBlock * g.tileColumns();
            return Math.clamp(CHUNK_FLOATS / blockFloats, 1, blocks);
        }

        WinogradScratch.Need need() {
            long v = POINTS * (long) vs;
            long u = POINTS * (long) us;
            long m = POINTS * kBytes / Float.BYTES;
            return byGroups
                    ? new WinogradScratch.Need(v, u, m, bandFloats)
                    : new WinogradScratch.Need(u, v, m, bandFloats);
        }
    }

    private Launch byBands(Team team) {
        Team.Body weights = (member, size) -> {
            int end = Team.start(g.groups(), member + 1, size);
            for (int group = Team.start(g.groups(), member, size); group < end; group++) {
                int uo = BASE + group * s.groupFloats;
                transform.apply(g, scratch.member(member), w, group, scratch.shared(), uo, s.us);
            }
        };
        Team.Body tiles = this::bands;
        return () -> {
            team.run(weights);
            team.run(tiles);
        };
    }

    private void bands(int member, int size) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        int end = Team.start(g.bands(), member + 1, size);
        for (int band = Team.start(g.bands(), member, size); band < end; band += s.bandsPerBlock) {
            int bands = Math.min(s.bandsPerBlock, end - band);
            for (int i = 0; i < bands; i++) {
                input(own, band + i, i, own.operands());
            }
            multiply(own, g.groups(), bands, own.operands(), BASE, scratch.shared());
            output(own, 0, g.outputBlocks(), band, bands);
        }
    }

    private Launch byGroups(Team team) {
        Launch[] steps = new Launch[2 * ((g.bands() + s.chunkBands - 1) / s.chunkBands)];
        for (int i = 0; i < steps.length; i += 2) {
            int first = i / 2 * s.chunkBands;
            int bands = Math.min(s.chunkBands, g.bands() - first);
            Team.Body inputs = (member, size) -> inputs(member, size, first, bands);
            Team.Body groups = (member, size) -> groups(member, size, first, bands);
            steps[i] = () -> team.run(inputs);
            steps[i + 1] = () -> team.run(groups);
        }
        return () -> {
            for (Launch step : steps) {
                step.run();
            }
        };
    }

    /** The member's share of the bands of a chunk, into the shared v. */
    private void inputs(int member, int size, int first, int bands) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        int end = Team.start(bands, member + 1, size);
        for (int band = Team.start(bands, member, size); band < end; band++) {
            input(own, first + band, band, scratch.shared());
        }
    }

    private void groups(int member, int size, int first, int bands) {
        WinogradScratch.Member own = scratch.member(member);
        int end = Team.start(g.groups(), member + 1, size);
        for (int group = Team.start(g.groups(), member, size); group < end; group++) {
            transform.apply(g, own, w, group, own.operands(), BASE, s.us);
            for (int from = 0; from < bands; from += s.bandsPerBlock) {
                int count = Math.min(s.bandsPerBlock, bands - from);
                int vo = BASE + from * g.tileColumns() * SLICE;
                multiply(own, 1, count, scratch.shared(), vo, own.operands());
                output(own, group * g.group(), g.group(), first + from, count);
            }
        }
    }

    /** One band into v, whose band number {@code at} it becomes. */
    private void input(WinogradScratch.Member own, int band, int at, float[] v) {
        long planes = x + g.plane(band / g.tileRows(), g.inputBlocks(), 0);
        int vo = BASE + at * g.tileColumns() * SLICE;
        for (int b = 0; b < g.inputBlocks(); b++) {
            int channel = b * COUNT;
            int to = vo + channel / SLICE * s.sliceFloats + channel % SLICE;
            WinogradBands.input(g, own, planes + b * g.planeBytes(), band % g.tileRows(), v, to, SLICE, s.vs);
        }
    }

    /** The 36 products of the tiles of some bands with the u of some groups, into the member's m. */
    private void multiply(WinogradScratch.Member own, int groups, int bands, float[] v, int vo, float[] u) {
        int tiles = bands * g.tileColumns();
        int inputs = g.inputBlocks() * COUNT;
        for (int k = 0; k < POINTS; k++) {
            for (int group = 0; group < groups; group++) {
                int vk = vo + k * s.vs;
                int uk = BASE + k * s.us + group * s.groupFloats;
                long m = own.results() + k * s.kBytes + (long) group * g.group() * BYTES;
                WinogradProduct.multiply(g.group(), tiles, v, vk, s.sliceFloats, u, uk, m, s.mBytes, inputs);
            }
        }
    }

    /** Some output blocks of some bands from the member's m. */
    private void output(WinogradScratch.Member own, int first, int blocks, int band, int bands) {
        for (int i = 0; i < bands; i++) {
            long planes = y + g.plane((band + i) / g.tileRows(), g.outputBlocks(), first);
            long m = own.results() + (long) i * g.tileColumns() * s.mBytes;
            for (int b = 0; b < blocks; b++) {
                long plane = planes + b * g.planeBytes();
                long from = m + (long) b * BYTES;
                int row = (band + i) % g.tileRows();
                WinogradBands.output(g, own, from, s.mBytes, s.kBytes, plane, row);
                long written = plane - y + (long) row * TILE * g.rowBytes();
                finish.apply(written / Float.BYTES, Math.min(TILE, g.height() - row * TILE) * g.width() * COUNT);
            }
        }
    }
}
