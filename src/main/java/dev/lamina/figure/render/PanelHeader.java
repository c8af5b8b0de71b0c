package dev.lamina.figure.render;

import dev.lamina.figure.text.TextLine;

/**
 * What stands above a panel's frame: its letter and title on the first row, the legend on the same row or, below a
 * title, on the next; last, right above the frame, the labels of bands.
 *
 * @param bandRow height kept for labels of bands, 0 where there are none
 */
record PanelHeader(TextLine letter, TextLine title, Legend legend, double bandRow) {
    private static final double ROW = 1.35;
    private static final double GAP = 0.3;
    private static final double EMPTY = 0.5;
    private static final double TITLE_GAP = 0.6;

    /** Height above the frame; without content half a line, into which the topmost tick label reaches. */
    double height(double size) {
        boolean named = letter.width() > 0 || title.width() > 0;
        double first = named ? ROW * size : 0;
        double rows = title.width() > 0 ? first + legend.height() : Math.max(first, legend.height());
        double gap = rows > 0 && bandRow == 0 ? GAP * size : EMPTY * size;
        return rows + Math.max(gap, bandRow);
    }

    /** The legend's top below the header's top. */
    double legendTop(double size) {
        return title.width() > 0 ? ROW * size : 0;
    }

    /** The left end of the title after the letter. */
    double titleStart(double size) {
        return letter.width() > 0 ? letter.width() + TITLE_GAP * size : 0;
    }

    /** How far the legend must stay from the cell's left edge so as not to run into the letter beside it. */
    double legendStart(double size) {
        return title.width() > 0 || letter.width() == 0 ? 0 : letter.width() + 2 * TITLE_GAP * size;
    }
}
