package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.TiledConvolutions;
import java.util.List;

/** A convolution or one of its adjoints as a tiled product. */
final class TiledConvolutionLowering {
    /** Work groups that fill a large device a few times over. */
    private static final long ENOUGH_GROUPS = 1024;
    /** A split shorter than this costs more in sums than it gains. */
    private static final long LEAST_DEPTH = 256;

    private TiledConvolutionLowering() {}

    /** Whether tiles would not be all but empty. */
    static boolean suits(ConvolutionSizes s, int mode) {
        return productRows(s, mode) >= TiledConvolutions.SIDE / 2;
    }

    /** a and b are the factors as {@link TiledConvolutions} names them. */
    static List<KernelTask> lower(ConvolutionSizes s, int mode, int a, int b, int bias, int y, Addresses addresses) {
        int splits = mode == TiledConvolutions.WEIGHTS ? splits(s) : 1;
        if (splits == 1) {
            return List.of(product(s, mode, a, b, bias, y, 1));
        }
        int n = s.outputs() * productColumns(s, mode);
        int partial = addresses.scratch((long) n * splits);
        return List.of(
                product(s, mode, a, b, bias, partial, splits),
                KernelTask.elements(
                        n,
                        (graph, name, context, m) -> graph.task(
                                name, TiledConvolutions::laminaSumSplits, context, m, partial, y, splits, n)));
    }

    private static KernelTask product(ConvolutionSizes s, int mode, int a, int b, int bias, int y, int splits) {
        return KernelTask.blocks(
                tilesAcross(s, mode),
                tilesDown(s, mode),
                (long) s.window().groups() * splits,
                TiledConvolutions.SIDE,
                (graph, name, context, m) -> graph.task(
                        name,
                        TiledConvolutions::laminaTiledConvolution,
                        context,
                        m,
                        mode,
                        a,
                        b,
                        bias,
                        y,
                        s.batch(),
                        s.inputs(),
                        s.height(),
                        s.width(),
                        s.outputs(),
                        s.rows(),
                        s.columns(),
                        s.window().kernelSize(),
                        s.window().stride(),
                        s.window().padding(),
                        s.window().dilation(),
                        s.window().groups(),
                        splits));
    }

    private static int splits(ConvolutionSizes s) {
        int mode = TiledConvolutions.WEIGHTS;
        long depth = (long) s.batch() * s.rows() * s.columns();
        long groups = tilesAcross(s, mode) * tilesDown(s, mode) * s.window().groups();
        return (int) Math.max(1, Math.min(ENOUGH_GROUPS / groups, depth / LEAST_DEPTH));
    }

    private static long tilesAcross(ConvolutionSizes s, int mode) {
        return ((long) productColumns(s, mode) + TiledConvolutions.COLUMNS - 1) / TiledConvolutions.COLUMNS;
    }

    private static long tilesDown(ConvolutionSizes s, int mode) {
        int tile = TiledConvolutions.tileRows(productRows(s, mode));
        return (productRows(s, mode) + (long) tile - 1) / tile;
    }

    private static int productRows(ConvolutionSizes s, int mode) {
        return (mode == TiledConvolutions.DATA ? s.inputs() : s.outputs())
                / s.window().groups();
    }

    private static int productColumns(ConvolutionSizes s, int mode) {
        return switch (mode) {
            case TiledConvolutions.FORWARD -> s.batch() * s.rows() * s.columns();
            case TiledConvolutions.DATA -> s.batch() * s.height() * s.width();
            default ->
                s.inputs()
                        / s.window().groups()
                        * s.window().kernelSize()
                        * s.window().kernelSize();
        };
    }
}
