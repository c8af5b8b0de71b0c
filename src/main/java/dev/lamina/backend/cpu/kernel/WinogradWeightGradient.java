package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.WinogradGeometry.POINTS;

import java.util.Arrays;

/**
 * dw from x and dy in the transformed domain: du[k] = Σ_tiles v[k] d[k]ᵀ, dw = Gᵀ du G. Shared out, by size alone,
 * <ul>
 *   <li>by bands, for few channels: each member sums du over its own tiles, the members' sums are added in order;
 *   <li>by input blocks, for many channels and small planes: d is shared, each member makes the v of its own input
 *       blocks, and du never exists as a whole.
 * </ul>
 */
final class WinogradWeightGradient {
    private static final int TILES_PER_BLOCK = 48;
    private static final int CHUNK_FLOATS = 5 << 20;
    private static final int LARGE_WEIGHTS = 16 * 16 * 256;

    private final Team team;
    private final WinogradGeometry g;
    private final WinogradScratch scratch;
    private final long x;
    private final long dy;
    private final long dw;

    private WinogradWeightGradient(Team team, WinogradGeometry g, WinogradScratch scratch, long x, long dy, long dw) {
        this.team = team;
        this.g = g;
        this.scratch = scratch;
        this.x = x;
        this.dy = dy;
        this.dw = dw;
    }

    static Launch launch(Team team, WinogradGeometry g, WinogradScratch scratch, long x, long dy, long dw) {
        WinogradWeightGradient gradient = new WinogradWeightGradient(team, g, scratch, x, dy, dw);
        boolean large = (long) g.inputBlocks() * g.outputBlocks() * 256 >= LARGE_WEIGHTS;
        return large && g.inputBlocks() >= team.size() ? gradient.byInputs() : gradient.byBands();
    }

    private Launch byBands() {
        int bandsPerBlock = Math.max(1, TILES_PER_BLOCK / g.tileColumns());
        int tiles = bandsPerBlock * g.tileColumns();
        int vs = g.inputBlocks() * tiles * 16 + 16;
        int ds = g.outputBlocks() * tiles * 16 + 16;
        int us = g.inputBlocks() * g.outputBlocks() * 256 + 16;
        scratch.reserve(g, 0, POINTS * (us + vs + ds));
        Team.Body sums = (member, size) -> {
            WinogradScratch.Member own = scratch.member(member);
            WinogradBands.clearBorder(g, own);
            Arrays.fill(own.memory, 0, POINTS * us, 0f);
            int end = Team.start(g.bands(), member + 1, size);
            for (int band = Team.start(g.bands(), member, size); band < end; band += bandsPerBlock) {
                block(own, band, Math.min(bandsPerBlock, end - band), tiles, us, vs, ds);
            }
        };
        Team.Body results = (member, size) -> reduce(member, size, us);
        return () -> {
            team.run(sums);
            team.run(results);
        };
    }

    private void block(WinogradScratch.Member own, int band, int bands, int capacity, int us, int vs, int ds) {
        int vo = POINTS * us;
        int to = vo + POINTS * vs;
        for (int b = 0; b < g.inputBlocks(); b++) {
            input(own, band, bands, b, own.memory, vo + b * capacity * 16, vs);
        }
        for (int b = 0; b < g.outputBlocks(); b++) {
            gradient(own, band, bands, b, own.memory, to + b * capacity * 16, ds);
        }
        int outputs = g.outputBlocks() * 16;
        for (int k = 0; k < POINTS; k++) {
            for (int b = 0; b < g.inputBlocks(); b++) {
                WinogradOuterProduct.accumulate(
                        g.outputBlocks(),
                        bands * g.tileColumns(),
                        own.memory,
                        vo + k * vs + b * capacity * 16,
                        own.memory,
                        to + k * ds,
                        capacity * 16,
                        own.memory,
                        k * us + b * 16 * outputs,
                        outputs);
            }
        }
    }

    /** Adds the members' du in order of members and writes the member's share of input channels of dw. */
    private void reduce(int member, int size, int us) {
        WinogradScratch.Member own = scratch.member(member);
        float[] sum = scratch.member(0).memory;
        int channels = g.inputBlocks() * 16;
        int outputs = g.outputBlocks() * 16;
        int end = Team.start(channels, member + 1, size);
        for (int c = Team.start(channels, member, size); c < end; c++) {
            for (int other = 1; other < size; other++) {
                for (int k = 0; k < POINTS; k++) {
                    int at = k * us + c * outputs;
                    WinogradWeights.addInto(sum, at, scratch.member(other).memory, at, outputs);
                }
            }
            write(own, sum, c * outputs, us, c, WinogradWeights.Store.OVERWRITE);
        }
    }

    private void write(
            WinogradScratch.Member own, float[] du, int at, int us, int channel, WinogradWeights.Store store) {
        for (int o = 0; o < g.outputBlocks(); o++) {
            long block = ((long) o * g.inputBlocks() + channel / 16) * 9 * 256 + channel % 16 * 16L;
            WinogradWeights.gradientOut(du, at + o * 16, us, own.work, dw + block * Float.BYTES, store);
        }
    }

    private Launch byInputs() {
        int perBand = POINTS * g.outputBlocks() * 16 * g.tileColumns();
        int chunkBands = Math.min(g.bands(), Math.max(1, CHUNK_FLOATS / perBand));
        int capacity = chunkBands * g.tileColumns();
        int ds = g.outputBlocks() * capacity * 16 + 16;
        int vs = capacity * 16 + 16;
        int us = 16 * g.outputBlocks() * 16 + 16;
        scratch.reserve(g, POINTS * ds, POINTS * (us + vs));
        Launch[] steps = new Launch[2 * ((g.bands() + chunkBands - 1) / chunkBands)];
        for (int i = 0; i < steps.length; i += 2) {
            int first = i / 2 * chunkBands;
            int bands = Math.min(chunkBands, g.bands() - first);
            Team.Body gradients = (member, size) -> {
                int end = Team.start(bands * g.outputBlocks(), member + 1, size);
                for (int j = Team.start(bands * g.outputBlocks(), member, size); j < end; j++) {
                    int band = j / g.outputBlocks();
                    int b = j % g.outputBlocks();
                    int at = (b * capacity + band * g.tileColumns()) * 16;
                    gradient(scratch.member(member), first + band, 1, b, scratch.shared(), at, ds);
                }
            };
            Team.Body inputs = (member, size) -> inputs(member, size, first, bands, capacity, us, vs, ds);
            steps[i] = () -> team.run(gradients);
            steps[i + 1] = () -> team.run(inputs);
        }
        return () -> {
            for (Launch step : steps) {
                step.run();
            }
        };
    }

    /** The member's input blocks over one chunk of bands; the first chunk overwrites dw, later ones add to it. */
    private void inputs(int member, int size, int first, int bands, int capacity, int us, int vs, int ds) {
        WinogradScratch.Member own = scratch.member(member);
        WinogradBands.clearBorder(g, own);
        WinogradWeights.Store store = first == 0 ? WinogradWeights.Store.OVERWRITE : WinogradWeights.Store.ADD;
        int outputs = g.outputBlocks() * 16;
        int end = Team.start(g.inputBlocks(), member + 1, size);
        for (int b = Team.start(g.inputBlocks(), member, size); b < end; b++) {
            input(own, first, bands, b, own.memory, POINTS * us, vs);
            Arrays.fill(own.memory, 0, POINTS * us, 0f);
            for (int k = 0; k < POINTS; k++) {
                WinogradOuterProduct.accumulate(
                        g.outputBlocks(),
                        bands * g.tileColumns(),
                        own.memory,
                        POINTS * us + k * vs,
                        scratch.shared(),
                        k * ds,
                        capacity * 16,
                        own.memory,
                        k * us,
                        outputs);
            }
            for (int c = 0; c < 16; c++) {
                write(own, own.memory, c * outputs, us, b * 16 + c, store);
            }
        }
    }

    private void input(WinogradScratch.Member own, int band, int bands, int channels, float[] v, int vo, int vs) {
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            long plane = g.plane(example, g.inputBlocks(), channels);
            int at = vo + i * g.tileColumns() * 16;
            WinogradBands.input(g, own, x + plane, (band + i) % g.tileRows(), v, at, vs);
        }
    }

    private void gradient(WinogradScratch.Member own, int band, int bands, int channels, float[] d, int to, int ds) {
        for (int i = 0; i < bands; i++) {
            int example = (band + i) / g.tileRows();
            long plane = g.plane(example, g.outputBlocks(), channels);
            int at = to + i * g.tileColumns() * 16;
            WinogradBands.gradient(g, own, dy + plane, (band + i) % g.tileRows(), d, at, ds);
        }
    }
}
