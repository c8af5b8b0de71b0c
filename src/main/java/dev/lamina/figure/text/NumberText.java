package dev.lamina.figure.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as journals print them: a real minus sign, powers of ten with superscripts, never an "E". */
public final class NumberText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int SMALLEST_PLAIN_EXPONENT = -3;
    private static final int LARGEST_PLAIN_EXPONENT = 4;

    private NumberText() {}

    /** A number with a fixed count of decimals: −0.05. */
    public static String plain(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return withMinus(rounded.toPlainString());
    }

    /** Ten to a whole power: 10⁻⁴. */
    public static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('⁻');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /**
     * A number with all its digits, the way one writes it in a sentence: 0, 0.05, 128, 10⁻⁴, 2.5 × 10⁻⁸. Powers of ten
     * below 0.1 and from 10⁵ are written as powers.
     */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        BigDecimal mantissa = exact.movePointLeft(exponent).stripTrailingZeros();
        boolean power = mantissa.compareTo(BigDecimal.ONE) == 0;
        if (power && (exponent < -1 || exponent > LARGEST_PLAIN_EXPONENT)) {
            return powerOfTen(exponent);
        }
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            return withMinus(exact.toPlainString());
        }
        return withMinus(mantissa.toPlainString()) + " × " + powerOfTen(exponent);
    }

    /** A hyperparameter and its value, for legends: λ = 10⁻⁴. */
    public static String setting(String symbol, double value) {
        return symbol + " = " + of(value);
    }

    private static String withMinus(String digits) {
        return digits.replace('-', '−');
    }
}
