package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.WinogradGeometry.TILE;

/** Moves bands of tiles between planes of pixels (addresses) and the transformed domain, edges included. */
final class WinogradBands {
    private static final int PIXEL = Lanes.BYTES;

    private WinogradBands() {}

    /** Zeros the border columns of the member's band; once per launch, whose width it depends on. */
    static void clearBorder(WinogradGeometry g, WinogradScratch.Member own) {
        int pitch = g.bandPitch() * Float.BYTES;
        int right = (g.width() + 1) * PIXEL;
        for (int r = 0; r < 6; r++) {
            Memory.zero(own.band() + (long) r * pitch, PIXEL);
            Memory.zero(own.band() + (long) r * pitch + right, pitch - right);
        }
    }

    /** v[k][tile] of one band: tiles pitch floats, k vs floats apart. */
    static void input(
            WinogradGeometry g,
            WinogradScratch.Member own,
            long plane,
            int tileRow,
            float[] v,
            int vo,
            int pitch,
            int vs) {
        long rowBytes = g.rowBytes();
        int top = tileRow * TILE - 1;
        int rowPitch = g.bandPitch() * Float.BYTES;
        long source = plane + top * rowBytes;
        if (top < 0 || top + 6 > g.height()) {
            source = own.rows();
            for (int r = 0; r < 6; r++) {
                copyRow(g, plane, top + r, source + r * rowBytes);
            }
        }
        WinogradTile.inputColumns(source, rowBytes, g.width(), own.band() + PIXEL, rowPitch);
        int columns = g.tileColumns();
        for (int c = 0; c < columns; c++) {
            WinogradTile.inputRows(own.band() + (long) c * (long) TILE * PIXEL, rowPitch, v, vo + c * pitch, vs);
        }
    }

    private static void copyRow(WinogradGeometry g, long plane, int row, long to) {
        if (row >= 0 && row < g.height()) {
            Memory.copy(plane + row * g.rowBytes(), to, g.rowBytes());
        } else {
            Memory.zero(to, g.rowBytes());
        }
    }

    /** One band from m[k][tile]: tiles tileBytes, k kBytes apart. */
    static void output(
            WinogradGeometry g,
            WinogradScratch.Member own,
            long m,
            long tileBytes,
            long kBytes,
            long plane,
            int tileRow) {
        long rowBytes = g.rowBytes();
        long at = plane + (long) tileRow * TILE * rowBytes;
        int rows = Math.min(TILE, g.height() - tileRow * TILE);
        int whole = g.width() / TILE;
        long work = own.work();
        for (int c = 0; c < whole; c++) {
            WinogradTile.outputColumns(m + c * tileBytes, kBytes, work);
            WinogradTile.outputRows(work, rows, at + (long) c * (long) TILE * PIXEL, rowBytes);
        }
        int rest = g.width() - whole * TILE;
        if (rest > 0) {
            WinogradTile.outputColumns(m + whole * tileBytes, kBytes, work);
            WinogradTile.outputRows(work, rows, own.tile(), (long) TILE * PIXEL);
            for (int r = 0; r < rows; r++) {
                long to = at + (long) whole * (long) TILE * PIXEL + r * rowBytes;
                Memory.copy(own.tile() + (long) r * (long) TILE * PIXEL, to, (long) rest * PIXEL);
            }
        }
    }

    /** d[k][tile] of one band of the output gradient: tiles one vector, k ds floats apart. */
    static void gradient(
            WinogradGeometry g, WinogradScratch.Member own, long plane, int tileRow, float[] d, int dx, int ds) {
        long rowBytes = g.rowBytes();
        long at = plane + (long) tileRow * TILE * rowBytes;
        int rows = Math.min(TILE, g.height() - tileRow * TILE);
        int columns = g.tileColumns();
        long work = own.work();
        for (int c = 0; c < columns; c++) {
            int width = Math.min(TILE, g.width() - c * TILE);
            long tile = at + (long) c * (long) TILE * PIXEL;
            if (rows == TILE && width == TILE) {
                WinogradTile.gradientColumns(tile, rowBytes, work);
            } else {
                Memory.zero(own.tile(), (long) TILE * (long) TILE * PIXEL);
                for (int r = 0; r < rows; r++) {
                    Memory.copy(tile + r * rowBytes, own.tile() + (long) r * (long) TILE * PIXEL, (long) width * PIXEL);
                }
                WinogradTile.gradientColumns(own.tile(), (long) TILE * PIXEL, work);
            }
            WinogradTile.gradientRows(work, d, dx + c * Lanes.COUNT, ds);
        }
    }
}
