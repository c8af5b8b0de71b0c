package dev.lamina.figure.color;

import java.awt.Color;

/** A color in CIELAB under D65. Source: CIE 15:2018; sRGB by IEC 61966-2-1. */
public record Lab(double lightness, double a, double b) {
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double KNEE = 216.0 / 24389;
    private static final double POWER_25_7 = Math.pow(25, 7);

    public static Lab of(Color color) {
        double r = Luminance.linear(color.getRed());
        double g = Luminance.linear(color.getGreen());
        double b = Luminance.linear(color.getBlue());
        double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
        double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double f(double t) {
        return t > KNEE ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /**
     * CIEDE2000 color difference: about 1 can just be seen, 10 is plain at a glance.
     *   ΔE = √((ΔL′/S_L)² + (ΔC′/S_C)² + (ΔH′/S_H)² + R_T (ΔC′/S_C)(ΔH′/S_H))
     * Source: Sharma, Wu, Dalal, Color Res. Appl. 30 (2005) 21, whose test data it meets; k_L = k_C = k_H = 1.
     */
    public double difference(Lab other) {
        double meanChroma = (Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2;
        double g = 0.5 * (1 - Math.sqrt(seventh(meanChroma)));
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double c1 = Math.hypot(a1, b);
        double c2 = Math.hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        double dL = other.lightness - lightness;
        double dC = c2 - c1;
        double turn = c1 * c2 == 0 ? 0 : shortest(h2 - h1);
        double dH = 2 * Math.sqrt(c1 * c2) * sin(turn / 2);
        double meanL = (lightness + other.lightness) / 2;
        double meanC = (c1 + c2) / 2;
        double meanH = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
        double t = 1
                - 0.17 * cos(meanH - 30)
                + 0.24 * cos(2 * meanH)
                + 0.32 * cos(3 * meanH + 6)
                - 0.20 * cos(4 * meanH - 63);
        double square = (meanL - 50) * (meanL - 50);
        double l = dL / (1 + 0.015 * square / Math.sqrt(20 + square));
        double c = dC / (1 + 0.045 * meanC);
        double h = dH / (1 + 0.015 * meanC * t);
        double spread = 30 * Math.exp(-Math.pow((meanH - 275) / 25, 2));
        double rotation = -2 * Math.sqrt(seventh(meanC)) * sin(2 * spread);
        return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double seventh(double chroma) {
        double power = Math.pow(chroma, 7);
        return power / (power + POWER_25_7);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double shortest(double turn) {
        return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        if (Math.abs(h1 - h2) <= 180) {
            return sum / 2;
        }
        return (sum < 360 ? sum + 360 : sum - 360) / 2;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
