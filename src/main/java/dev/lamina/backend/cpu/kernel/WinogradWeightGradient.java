package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.Lanes.BYTES;
import static dev.lamina.backend.cpu.kernel.Lanes.COUNT;
import static dev.lamina.backend.cpu.kernel.WinogradGeometry.PAD;
import static dev.lamina.backend.cpu.kernel.WinogradGeometry.POINTS;
import static dev.lamina.backend.cpu.kernel.WinogradScratch.BASE;

/**
 * dw from x and dy in the transformed domain: du[k] = Σ_tiles v[k] d[k]ᵀ, dw = Gᵀ du G. Shared out, by size alone,
 * <ul>
 *   <li>by bands, for few channels: each member sums du over its own tiles, the members' sums are added in order;
 *   <li>by input blocks, for many channels: d is shared, each member makes the v of its own input blocks, and du never
 *       exists as a whole.
 * </ul>
 */
final class WinogradWeightGradient {
    private static final int TILES_PER_BLOCK = 48;
    private static final int CHUNK_FLOATS = 5 << 20;

    private final Team team;
    private final WinogradGeometry g;
    private final WinogradScratch scratch;
    private final long x;
    private final long dy;
    private final long dw;
    private final int outputs;

    private WinogradWeightGradient(Team team, WinogradGeometry g, WinogradScratch scratch, long x, long dy, long dw) {
        this.team = team;
        this.g = g;
        this.scratch = scratch;
        this.x = x;
        this.dy = dy;
        this.dw = dw;
        outputs = g.outputBlocks() * COUNT;
    }

    static Launch launch(Team team, WinogradGeometry g, WinogradScratch scratch, long x, long dy, long dw) {
        WinogradWeightGradient gradient = new WinogradWeightGradient(team, g, scratch, x, dy, dw);
        scratch.provide(gradient.need());
        return gradient.sharesInputs() ? gradient.byInputs() : gradient.byBands();
    }

    /** Counts in what a launch will take. */
    static void reserve(Team team, WinogradGeometry g, WinogradScratch scratch) {
        scratch.reserve(new WinogradWeightGradient(team, g, scratch, 0, 0, 0).need());
    }

    private boolean sharesInputs() {
        return g.isLarge() && g.inputBlocks() >= team.size();
    }

    private WinogradScratch.Need need() {
        Strides s = sharesInputs() ? inputStrides() : bandStrides();
        long shared = sharesInputs() ? s.ds : 0;
        long own = sharesInputs() ? s.vs : (long) s.vs + s.ds;
        return new WinogradScratch.Need(
                POINTS * shared, POINTS * own, POINTS * s.uBytes / Float.BYTES, 6L * g.bandPitch());
    }

    /**
     * How transformed tiles and sums lie in memory.
     * @param tiles   tiles between two blocks of channels
     * @param vs      floats between the points of v
     * @param ds      floats between the points of d
     * @param uBytes  bytes between the points of du
     */
    private record Strides(int tiles, int vs, int ds, long uBytes) {}

    private int bandsPerBlock() {
        return Math.max(1, TILES_PER_BLOCK / g.tileColumns());
    }

    private Strides bandStrides() {
        int tiles = bandsPerBlock() * g.tileColumns();
        return new Strides(
                tiles,
                g.inputBlocks() * tiles * COUNT + PAD,
                g.outputBlocks() * tiles * COUNT + PAD,
                ((long) g.inputBlocks() * g.outputBlocks() * COUNT * COUNT + PAD) * Float.BYTES);
    }

    private Launch byBands() {
        int bandsPerBlock = bandsPerBlock();
        Strides s = bandStrides();
        Team.Body sums = (member, size) -> {
            WinogradScratch.Member own = scratch.member(member);
            WinogradBands.clearBorder(g, own);
            Memory.zero(own.results(), POINTS * s.uBytes);
            int end = Team.start(g.bands(), member + 1, size);
            for (int band = Team.start(g.bands(), member, size); band < end; band += bandsPerBlock) {
                block(own, band, Math.min(bandsPerBlock, end - band), s);
            }
        };
        Team.Body results = (member, size) -> reduce(member, size, s.uBytes);
        return () -> {
            team.run(sums);
            team.run(results);
        };
    }

    private void block(WinogradScratch.Member own, int band, int bands, Strides s) {
        int d = BASE + POINTS * s.vs;
        for (int b = 0; b < g.inputBlocks(); b++) {
            input(own, band, bands, b, BASE + b * s.tiles * COUNT, s.vs);
        }
        for (int b = 0; b < g.outputBlocks(); b++) {
            gradient(own, band, bands, b, own.operands(), d + b * s.tiles * COUNT, s.ds);
        }
        for (int k = 0; k < POINTS; k++) {
            for (int b = 0; b < g.inputBlocks(); b++) {
                int v = BASE + k * s.vs + b * s.tiles * COUNT;
                long u = own.results() + k * s.uBytes + (long) BYTES * b * outputs;
                accumulate(own, bands, v, own.operands(), d + k * s.ds, s.tiles, u);
            }
        }
    }

    private void accumulate(WinogradScratch.Member own, int bands, int v, float[] d, int dx, int tiles, long u) {
        int count = bands * g.tileColumns();
        WinogradOuterProduct.accumulate(
                g.outputBlocks(), count, own.operands(), v, d, dx, tiles * COUNT, u, outputs * 4L);
    }

    /** Adds the members' du in order of members and writes the member's share of input channels of dw. */
    private void reduce(int member, int size, long uBytes) {
        WinogradScratch.Member own = scratch.member(member);
        long sum = scratch.member(0).results();
        int channels = g.inputBlocks() * COUNT;
        int end = Team.start(channels, member + 1, size);
        for (int c = Team.start(channels, member, size); c < end; c++) {
            long at = 4L * c * outputs;
            for (int other = 1; other < size; other++) {
                for (int k = 0; k < POINTS; k++) {
                    long from = scratch.member(other).results() + k * uBytes + at;
                    WinogradWeights.addInto(sum + k * uBytes + at, from, outputs);
                }
            }
            write(own, sum + at, uBytes, c, WinogradWeights.Store.OVERWRITE);
        }
    }

    private void write(WinogradScratch.Member own, long du, long uBytes, int channel, WinogradWeights.Store store) {
        for (int o = 0; o < g.outputBlocks(); o++) {
            long block =
                    ((long) o * g.inputBlocks() + channel / COUNT) * 9 * COUNT * COUNT + (long) channel % COUNT * COUNT;
            WinogradWeights.gradientOut(du + (long) o * BYTES, uBytes, own.work(), dw + block * Float.BYTES, store);
        }
    }

    private int chunkBands() {
        int perBand = POINTS * outputs * g.tileColumns();
        return Math.min(g.bands(), Math.max(1, CHUNK_FLOATS / perBand));
    }

    private Strides inputStrides() {
        int tiles = chunkBands() * g.tileColumns();
        return new Strides(
                tiles,
                tiles * COUNT + PAD,
                g.outputBlocks() * tiles * COUNT + PAD,
                ((long) COUNT * outputs + PAD) * Float.BYTES);
    }

    private Launch byInputs() {
        int chunkBands = chunkBands();
        Strides s = inputStrides();
        Launch[] steps = new Launch[2 * ((g.bands() + chunkBands - 1) / chunkBands)];
        for (int i = 0; i < steps.length; i += 2) {
            int first = i / 2 * chunkBands;
            int bands = Math.min(chunkBands, g.bands() - first);
            Team.Body gradients = (member, size) -> gradients(member, size, first, bands, s);
            Team.Body inputs = (member, size) -> inputs(member, size, first, bands, s);
            steps[i] = () -> team.run(gradients);
            steps[i + 1] = () -> team.run(inputs);
        }
        return () -> {
            for (Launch step : steps) {
                step.run();
            }
        };
    }

    /** The member's share of (band, output block) pairs of a chunk, into the shared d. */
    private void gradients(int member, int size, int first, int bands, Strides s) {
        int end = Team.start(bands * g.outputBlocks(), member + 1, size);
        for (int i = Team.start(bands * g.outputBlocks(), member, size); i < end; i++) {
            int band = i / g.outputBlocks();
            int b = i % g.outputBlocks();
            int d = BASE + (b * s.tiles + band * g.tileColumns()) * COUNT;
            gradient(scratch.member(member), first + band, 1, b, scratch.shared(), d, s.ds);
        }
    }

    /** The member's input blocks over one chunk of bands; the first chunk overwrites dw, later ones add to it. */
    private void inputs(int member, int size, int first, int bands, Strides s) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        WinogradWeights.Store store = first == 0 ? WinogradWeights.Store.OVERWRITE : WinogradWeights.Store.ADD;
        int end = Team.start(g.inputBlocks(), member + 1, size);
        for (int b = Team.start(g.inputBlocks(), member, size); b < end; b++) {
            input(own, first, bands, b, BASE, s.vs);
            Memory.zero(own.results(), POINTS * s.uBytes);
            for (int k = 0; k < POINTS; k++) {
                long u = own.results() + k * s.uBytes;
                accumulate(own, bands, BASE + k * s.vs, scratch.shared(), BASE + k * s.ds, s.tiles, u);
            }
            for (int c = 0; c < COUNT; c++) {
                write(own, own.results() + 4L * c * outputs, s.uBytes, b * COUNT + c, store);
            }
        }
    }

    private void input(WinogradScratch.Member own, int band, int bands, int channels, int vo, int vs) {
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            long plane = x + g.plane(example, g.inputBlocks(), channels);
            int at = vo + i * g.tileColumns() * COUNT;
            WinogradBands.input(g, own, plane, (band + i) % g.tileRows(), own.operands(), at, COUNT, vs);
        }
    }

    private void gradient(WinogradScratch.Member own, int band, int bands, int channels, float[] d, int dx, int ds) {
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            long plane = dy + g.plane(example, g.outputBlocks(), channels);
            int at = dx + i * g.tileColumns() * COUNT;
            WinogradBands.gradient(g, own, plane, (band + i) % g.tileRows(), d, at, ds);
        }
    }
}
