package dev.lamina.backend.cpu.kernel;

import static dev.lamina.backend.cpu.kernel.WinogradGeometry.TILE;

import java.util.Arrays;

/** Moves bands of tiles between blocked tensors and the transformed domain, edges included. */
final class WinogradBands {
    private WinogradBands() {}

    /** Zeros the border columns of the member's band; once per launch, whose width it depends on. */
    static void clearBorder(WinogradGeometry g, WinogradScratch.Member own) {
        int pitch = g.bandPitch();
        for (int r = 0; r < 6; r++) {
            Arrays.fill(own.band, r * pitch, r * pitch + 16, 0f);
            Arrays.fill(own.band, r * pitch + (g.width() + 1) * 16, (r + 1) * pitch, 0f);
        }
    }

    /** v[k][tile] of one band of one plane of pixels (an address): tiles 16 floats, k vs floats apart. */
    static void input(
            WinogradGeometry g, WinogradScratch.Member own, long plane, int tileRow, float[] v, int vo, int vs) {
        long rowBytes = g.rowBytes();
        int top = tileRow * TILE - 1;
        int pitch = g.bandPitch();
        if (top >= 0 && top + 6 <= g.height()) {
            WinogradTile.inputColumns(plane + top * rowBytes, rowBytes, g.width(), own.band, 16, pitch);
        } else {
            for (int r = 0; r < 6; r++) {
                copyRow(g, plane, top + r, own.rows() + r * rowBytes);
            }
            WinogradTile.inputColumns(own.rows(), rowBytes, g.width(), own.band, 16, pitch);
        }
        int columns = g.tileColumns();
        for (int c = 0; c < columns; c++) {
            WinogradTile.inputRows(own.band, c * TILE * 16, pitch, v, vo + c * 16, vs);
        }
    }

    private static void copyRow(WinogradGeometry g, long plane, int row, long to) {
        if (row >= 0 && row < g.height()) {
            Memory.copy(plane + row * g.rowBytes(), to, g.rowBytes());
        } else {
            Memory.zero(to, g.rowBytes());
        }
    }

    /** One band of one plane of pixels from m[k][tile]. */
    static void output(
            WinogradGeometry g, WinogradScratch.Member own, float[] m, int mo, int ms, long plane, int tileRow) {
        long rowBytes = g.rowBytes();
        long at = plane + (long) tileRow * TILE * rowBytes;
        int rows = Math.min(TILE, g.height() - tileRow * TILE);
        int whole = g.width() / TILE;
        for (int c = 0; c < whole; c++) {
            WinogradTile.outputColumns(m, mo + c * 16, ms, own.work);
            WinogradTile.outputRows(own.work, rows, at + c * 256L, rowBytes);
        }
        int rest = g.width() - whole * TILE;
        if (rest > 0) {
            WinogradTile.outputColumns(m, mo + whole * 16, ms, own.work);
            WinogradTile.outputRows(own.work, rows, own.tile(), 256);
            for (int r = 0; r < rows; r++) {
                Memory.copy(own.tile() + r * 256L, at + whole * 256L + r * rowBytes, rest * 64L);
            }
        }
    }

    /** d[k][tile] of one band of one plane of the output gradient. */
    static void gradient(
            WinogradGeometry g, WinogradScratch.Member own, long plane, int tileRow, float[] d, int to, int ds) {
        long rowBytes = g.rowBytes();
        long at = plane + (long) tileRow * TILE * rowBytes;
        int rows = Math.min(TILE, g.height() - tileRow * TILE);
        int columns = g.tileColumns();
        for (int c = 0; c < columns; c++) {
            int width = Math.min(TILE, g.width() - c * TILE);
            if (rows == TILE && width == TILE) {
                WinogradTile.gradientColumns(at + c * 256L, rowBytes, own.work);
            } else {
                Memory.zero(own.tile(), 16 * 64L);
                for (int r = 0; r < rows; r++) {
                    Memory.copy(at + c * 256L + r * rowBytes, own.tile() + r * 256L, width * 64L);
                }
                WinogradTile.gradientColumns(own.tile(), 256, own.work);
            }
            WinogradTile.gradientRows(own.work, d, to + c * 16, ds);
        }
    }
}
