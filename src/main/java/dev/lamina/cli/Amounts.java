package dev.lamina.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] DECIMAL = {"", "k", "M", "G", "T", "P"};

    private Amounts() {}

    /** 12.3 MiB. */
    static String bytes(long bytes) {
        return scaled((double) bytes, 1024, BINARY);
    }

    /** 41.2 M, as in FLOPs. */
    static String count(double count) {
        return scaled(count, 1000, DECIMAL);
    }

    private static String scaled(double number, int step, String[] units) {
        double value = number;
        int unit = 0;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit])
                .strip();
    }

    /** 1,234,567. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 42 s, 3:07 min, 1:02:03 h. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d h", s / 3600, s / 60 % 60, s % 60);
    }

    /** The same of a time to come, "?" where nobody knows it. */
    static String left(double seconds) {
        return Double.isFinite(seconds) ? duration(seconds) : "?";
    }

    /** 93.4 %, from a fraction. */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
