package dev.lamina.figure.render;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Ink;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** A field as a picture, a pixel for each cell, the highest row on top. */
final class FieldColors {
    /** How much of a name's color is left beside the paper's, so that points of that color stand out. */
    private static final double LIGHT = 0.35;

    private FieldColors() {}

    static BufferedImage of(Mark.Field mark, FigureStyle style) {
        Reading.Field field = mark.field();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                double number = mark.number(row, column);
                if (Double.isFinite(number)) {
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                }
            }
        }
        Ink ink = style.ink();
        BufferedImage image = new BufferedImage(field.columns(), field.rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                Color color = color(
                        mark,
                        mark.number(row, column),
                        least,
                        most,
                        style.theme().background(),
                        ink);
                image.setRGB(column, field.rows() - 1 - row, color.getRGB());
            }
        }
        return image;
    }

    private static Color color(Mark.Field mark, double number, double least, double most, Color paper, Ink ink) {
        if (!Double.isFinite(number)) {
            return ColorRamp.NOT_FINITE;
        }
        if (!mark.field().names().isEmpty()) {
            Color name = ink.color(new Tint.Numbered((int) number));
            return ColorRamp.mixed(paper, name, LIGHT);
        }
        return ColorRamp.VIRIDIS.at(most > least ? (number - least) / (most - least) : 0.5);
    }
}
