package dev.lamina.figure.color;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.awt.Color;

/**
 * How people see colors. The three deficiencies are complete (severity 1), by their matrices on linear RGB; gray is what a
 * printer without color makes of them. Source: Machado, Oliveira, Fernandes, IEEE TVCG 15 (2009) 1291, table 1.
 */
public enum ColorVision {
    @JsonProperty("normal")
    NORMAL(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),
    @JsonProperty("protan")
    PROTAN(new double[] {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}),
    @JsonProperty("deutan")
    DEUTAN(new double[] {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}),
    @JsonProperty("tritan")
    TRITAN(new double[] {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}),
    @JsonProperty("gray")
    GRAY(new double[] {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722});

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
    private final double[] matrix;

    ColorVision(double[] matrix) {
        this.matrix = matrix;
    }

    /** A color as it appears. */
    public Color seen(Color color) {
        if (this == NORMAL) {
            return color;
        }
        double r = Luminance.linear(color.getRed());
        double g = Luminance.linear(color.getGreen());
        double b = Luminance.linear(color.getBlue());
        return new Color(row(0, r, g, b), row(1, r, g, b), row(2, r, g, b));
    }

    private int row(int i, double r, double g, double b) {
        return Luminance.channel(matrix[3 * i] * r + matrix[3 * i + 1] * g + matrix[3 * i + 2] * b);
    }
}
