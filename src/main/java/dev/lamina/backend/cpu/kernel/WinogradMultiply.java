package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.WinogradGeometry.POINTS;
import static dev.lamina.backend.cpu.kernel.WinogradScratch.BASE;

/**
 * y = conv(x, w) in the transformed domain, for forward and (with turned weights) for backward data. Two ways to share
 * the work out, chosen by size alone:
 * <ul>
 *   <li>by bands, for few channels: u of all groups is shared, each member transforms and multiplies its own tiles;
 *   <li>by groups of output channels, for many channels: v is shared, each member makes the u of its own groups and
 *       uses it for all tiles, so that the large u is written and read once and never all at once.
 * </ul>
 */
final class WinogradMultiply {
    /** Transforms the weights of one group; forward or backward. */
    @FunctionalInterface
    interface WeightTransform {
        void apply(WinogradGeometry g, WinogradScratch.Member own, long w, int group, float[] u, int uo, int us);
    }

    private static final int TILES_PER_BLOCK = 48;
    private static final int CHUNK_FLOATS = 5 << 20;
    private static final int LARGE_BLOCKS = 16 * 16;

    private final WinogradGeometry g;
    private final WinogradScratch scratch;
    private final WeightTransform transform;
    private final long x;
    private final long w;
    private final long y;
    private final int bandsPerBlock;
    /** Tiles of a block, rounded up to whole steps of the product. */
    private final int capacity;
    /** Floats between the points of u; the extra vector here and below keeps points out of the same cache sets. */
    private final int us;
    /** Bytes between the points of m, and between its output blocks. */
    private final long mBytes;

    private final long blockBytes;

    private WinogradMultiply(
            WinogradGeometry g, WinogradScratch scratch, WeightTransform transform, long x, long w, long y) {
        this.g = g;
        this.scratch = scratch;
        this.transform = transform;
        this.x = x;
        this.w = w;
        this.y = y;
        bandsPerBlock = Math.max(1, TILES_PER_BLOCK / g.tileColumns());
        int step = WinogradProduct.tileStep(g.group());
        capacity = (bandsPerBlock * g.tileColumns() + step - 1) / step * step;
        us = g.inputBlocks() * 256 * g.group() + 16;
        blockBytes = capacity * 64L;
        mBytes = g.group() * blockBytes + 64;
    }

    static Launch launch(
            Team team, WinogradGeometry g, WinogradScratch scratch, WeightTransform transform, long x, long w, long y) {
        WinogradMultiply multiply = new WinogradMultiply(g, scratch, transform, x, w, y);
        scratch.provide(multiply.need(team));
        return multiply.sharesGroups(team) ? multiply.byGroups(team) : multiply.byBands(team);
    }

    /** Counts in what a launch will take. */
    static void reserve(Team team, WinogradGeometry g, WinogradScratch scratch) {
        scratch.reserve(new WinogradMultiply(g, scratch, WinogradWeights::forward, 0, 0, 0).need(team));
    }

    private boolean sharesGroups(Team team) {
        return g.inputBlocks() * g.outputBlocks() >= LARGE_BLOCKS && g.groups() >= team.size();
    }

    private WinogradScratch.Need need(Team team) {
        boolean groups = sharesGroups(team);
        long sharedPerPoint = groups ? chunkStride() : (long) g.groups() * us;
        long memberPerPoint = groups ? us : bandStride();
        return new WinogradScratch.Need(
                POINTS * sharedPerPoint, POINTS * memberPerPoint, POINTS * mBytes / Float.BYTES, 6L * g.bandPitch());
    }

    /** Floats between the points of v of one block of bands. */
    private int bandStride() {
        return g.inputBlocks() * capacity * 16 + 16;
    }

    private int blocksPerChunk() {
        int perTile = POINTS * g.inputBlocks() * 16;
        int blocks = (g.bands() + bandsPerBlock - 1) / bandsPerBlock;
        return Math.min(blocks, Math.max(1, CHUNK_FLOATS / perTile / capacity));
    }

    /** Floats between the points of v of one chunk of blocks of bands. */
    private int chunkStride() {
        return g.inputBlocks() * blocksPerChunk() * capacity * 16 + 16;
    }

    private Launch byBands(Team team) {
        int vs = bandStride();
        Team.Body weights = (member, size) -> {
            int end = Team.start(g.groups(), member + 1, size);
            for (int group = Team.start(g.groups(), member, size); group < end; group++) {
                transform.apply(g, scratch.member(member), w, group, scratch.shared(), weights(group), us);
            }
        };
        Team.Body tiles = (member, size) -> bands(member, size, vs);
        return () -> {
            team.run(weights);
            team.run(tiles);
        };
    }

    /** Where the u of a group begins, if all groups are kept. */
    private int weights(int group) {
        return BASE + group * POINTS * us;
    }

    private void bands(int member, int size, int vs) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        int end = Team.start(g.bands(), member + 1, size);
        for (int band = Team.start(g.bands(), member, size); band < end; band += bandsPerBlock) {
            int bands = Math.min(bandsPerBlock, end - band);
            for (int b = 0; b < g.inputBlocks(); b++) {
                input(own, band, bands, b, own.operands(), BASE + b * capacity * 16, vs);
            }
            for (int group = 0; group < g.groups(); group++) {
                multiply(
                        own,
                        group,
                        band,
                        bands,
                        own.operands(),
                        BASE,
                        capacity * 16,
                        vs,
                        scratch.shared(),
                        weights(group));
            }
        }
    }

    private Launch byGroups(Team team) {
        int chunkBands = blocksPerChunk() * bandsPerBlock;
        int chunkTiles = blocksPerChunk() * capacity;
        int vs = chunkStride();
        Launch[] steps = new Launch[2 * ((g.bands() + chunkBands - 1) / chunkBands)];
        for (int i = 0; i < steps.length; i += 2) {
            int first = i / 2 * chunkBands;
            int bands = Math.min(chunkBands, g.bands() - first);
            Team.Body inputs = (member, size) -> inputs(member, size, first, bands, chunkTiles, vs);
            Team.Body groups = (member, size) -> groups(member, size, first, bands, chunkTiles, vs);
            steps[i] = () -> team.run(inputs);
            steps[i + 1] = () -> team.run(groups);
        }
        return () -> {
            for (Launch step : steps) {
                step.run();
            }
        };
    }

    /** The member's share of (block of bands, input block) pairs of a chunk, into the shared v. */
    private void inputs(int member, int size, int first, int bands, int chunkTiles, int vs) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        int blocks = (bands + bandsPerBlock - 1) / bandsPerBlock;
        int end = Team.start(blocks * g.inputBlocks(), member + 1, size);
        for (int i = Team.start(blocks * g.inputBlocks(), member, size); i < end; i++) {
            int block = i / g.inputBlocks();
            int channels = i % g.inputBlocks();
            int from = block * bandsPerBlock;
            int at = BASE + (channels * chunkTiles + block * capacity) * 16;
            input(own, first + from, Math.min(bandsPerBlock, bands - from), channels, scratch.shared(), at, vs);
        }
    }

    private void groups(int member, int size, int first, int bands, int chunkTiles, int vs) {
        WinogradScratch.Member own = scratch.member(member);
        int end = Team.start(g.groups(), member + 1, size);
        for (int group = Team.start(g.groups(), member, size); group < end; group++) {
            transform.apply(g, own, w, group, own.operands(), BASE, us);
            for (int from = 0, block = 0; from < bands; from += bandsPerBlock, block++) {
                int count = Math.min(bandsPerBlock, bands - from);
                int at = BASE + block * capacity * 16;
                multiply(
                        own,
                        group,
                        first + from,
                        count,
                        scratch.shared(),
                        at,
                        chunkTiles * 16,
                        vs,
                        own.operands(),
                        BASE);
            }
        }
    }

    private void input(WinogradScratch.Member own, int band, int bands, int channels, float[] v, int vo, int vs) {
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            long plane = x + g.plane(example, g.inputBlocks(), channels);
            WinogradBands.input(g, own, plane, (band + i) % g.tileRows(), v, vo + i * g.tileColumns() * 16, vs);
        }
    }

    /** One group of output blocks of one block of bands: 36 products, then the output transform. */
    private void multiply(
            WinogradScratch.Member own,
            int group,
            int band,
            int bands,
            float[] v,
            int vo,
            int blockStride,
            int vs,
            float[] u,
            int uo) {
        int tiles = bands * g.tileColumns();
        int inputs = g.inputBlocks();
        long m = own.results();
        for (int k = 0; k < POINTS; k++) {
            int at = vo + k * vs;
            int weights = uo + k * us;
            WinogradProduct.multiply(
                    g.group(), tiles, v, at, blockStride, u, weights, m + k * mBytes, blockBytes, inputs);
        }
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            for (int b = 0; b < g.group(); b++) {
                long plane = y + g.plane(example, g.outputBlocks(), group * g.group() + b);
                long from = m + b * blockBytes + (long) i * g.tileColumns() * 64;
                WinogradBands.output(g, own, from, mBytes, plane, (band + i) % g.tileRows());
            }
        }
    }
}
