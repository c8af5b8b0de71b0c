package dev.lamina.ui.chart;

import dev.lamina.figure.text.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as charts and read-outs show them. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);

    private Numbers() {}

    /** Four significant digits at most: 0.0125, 97.5, 1.2·10⁶. */
    public static String shortText(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent > 5) {
            return minus(rounded.scaleByPowerOfTen(-exponent).toPlainString()) + "·" + powerOfTen(exponent);
        }
        return minus(rounded.toPlainString());
    }

    /** The value of a logarithm to base 10, which may be beyond the largest double. */
    public static String ofLogarithm(double log10) {
        if (!Double.isFinite(log10) || Math.abs(log10) < 4) {
            return shortText(Math.pow(10, log10));
        }
        double whole = Math.floor(log10);
        return shortText(Math.pow(10, log10 - whole)) + "·" + powerOfTen((int) whole);
    }

    /** 10⁻³. */
    static String powerOfTen(int exponent) {
        return NumberText.powerOfTen(exponent);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
