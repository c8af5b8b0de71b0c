package dev.lamina.ui.editor;

import java.util.Locale;

/** Large counts in three digits. */
final class ShortNumber {
    private static final String[] POWERS = {"", " K", " M", " G", " T", " P", " E"};

    private ShortNumber() {}

    /** 61,706 as "61.7 K", by powers of 1000. */
    static String short3(long count) {
        return scaled(count, 1000, POWERS);
    }

    /** Bytes by powers of 1024, as "312 MiB". */
    static String bytes(long count) {
        return scaled(count, 1024, new String[] {" B", " KiB", " MiB", " GiB", " TiB", " PiB", " EiB"});
    }

    private static String scaled(long count, int base, String[] powers) {
        double value = count;
        int power = 0;
        while (Math.abs(value) >= 999.5 && power < powers.length - 1) {
            value /= base;
            power++;
        }
        int digits = power == 0 || Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value) + powers[power];
    }
}
