package dev.lamina.ui.teach;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Reading;
import java.awt.image.BufferedImage;

/** Where two laboratories decide for different classes: stripes of both their colors; elsewhere a pale one. */
record Disagreement(Theme theme, Reading.ImageStack left, Reading.ImageStack right) implements PixelView.Picture {
    private static final int STRIPE = 5;
    private static final double PALE = 0.12;
    private static final double STRONG = 0.8;

    @Override
    public void paint(BufferedImage image) {
        int side = image.getWidth();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int one = decision(left, x, y, side);
                int other = decision(right, x, y, side);
                boolean first = Math.floorMod(x + y, 2 * STRIPE) < STRIPE;
                image.setRGB(x, y, color(first ? one : other, one == other ? PALE : STRONG));
            }
        }
    }

    private int color(int label, double share) {
        return ColorRamp.mixed(theme.background(), theme.color(new Tint.Numbered(label)), share)
                .getRGB();
    }

    /** Of the cell in which a pixel lies. */
    private static int decision(Reading.ImageStack scores, int x, int y, int side) {
        int column = Math.floorDiv(x * scores.width(), side);
        int row = Math.floorDiv(y * scores.height(), side);
        int cells = scores.width() * scores.height();
        int best = 0;
        for (int k = 1; k < scores.captions().size(); k++) {
            int cell = row * scores.width() + column;
            best = scores.values()[k * cells + cell] > scores.values()[best * cells + cell] ? k : best;
        }
        return best;
    }

    /** Share of the plane on which they disagree. */
    double share() {
        int side = Math.max(left.width(), right.width());
        int different = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                different += decision(left, x, y, side) != decision(right, x, y, side) ? 1 : 0;
            }
        }
        return (double) different / side / side;
    }
}
