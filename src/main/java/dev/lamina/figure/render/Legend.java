package dev.lamina.figure.render;

import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.text.TextLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of curves with a sample of each, set in rows: as wide as its column allows.
 *
 * @param entries with their places relative to the legend's upper left corner
 * @param height of all rows
 */
record Legend(List<Entry> entries, double width, double height) {
    /** Length of the sample line, gap to its text, gap to the next entry and height of a row, in type sizes. */
    private static final double SAMPLE = 2.6;

    private static final double TEXT_GAP = 0.4;
    private static final double ENTRY_GAP = 1.3;
    private static final double ROW = 1.35;

    /** One name; x is the sample's left end, y the middle of the row. */
    record Entry(TextLine name, SeriesLook look, double x, double y) {
        double sampleEnd() {
            return x + SAMPLE * name.size();
        }

        double textStart() {
            return sampleEnd() + TEXT_GAP * name.size();
        }

        double end() {
            return textStart() + name.width();
        }
    }

    static final Legend NONE = new Legend(List.of(), 0, 0);

    /** One name below the other. */
    static Legend column(List<TextLine> names, List<SeriesLook> looks) {
        return of(names, looks, 0);
    }

    /** Fills rows from left to right; several rows stand in columns below each other. */
    static Legend of(List<TextLine> names, List<SeriesLook> looks, double availableWidth) {
        if (names.isEmpty()) {
            return NONE;
        }
        double size = names.stream().mapToDouble(TextLine::size).max().orElse(0);
        double widest = names.stream().mapToDouble(TextLine::width).max().orElse(0);
        double total =
                names.stream().mapToDouble(n -> entryWidth(n.width(), size)).sum() - ENTRY_GAP * size;
        boolean oneRow = total <= availableWidth;
        double column = entryWidth(widest, size);
        int fitting = (int) Math.max(1, (availableWidth + ENTRY_GAP * size) / column);
        int rows = oneRow ? 1 : Math.ceilDiv(names.size(), fitting);
        int perRow = Math.ceilDiv(names.size(), rows);
        List<Entry> entries = new ArrayList<>();
        double x = 0;
        double width = 0;
        for (int i = 0; i < names.size(); i++) {
            int row = i / perRow;
            x = i % perRow == 0 ? 0 : x;
            Entry entry = new Entry(names.get(i), looks.get(i), x, (row + 0.5) * ROW * size);
            entries.add(entry);
            width = Math.max(width, entry.end());
            x += oneRow ? entryWidth(entry.name().width(), size) : column;
        }
        return new Legend(List.copyOf(entries), width, rows * ROW * size);
    }

    /** The longest name that fits into a legend of a width, in type of a size. */
    static double roomForName(double width, double size) {
        return width - (SAMPLE + TEXT_GAP) * size;
    }

    private static double entryWidth(double textWidth, double size) {
        return textWidth + (SAMPLE + TEXT_GAP + ENTRY_GAP) * size;
    }
}
