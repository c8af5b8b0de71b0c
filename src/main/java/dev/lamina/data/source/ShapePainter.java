package dev.lamina.data.source;

import java.util.random.RandomGenerator;

/**
 * Draws one image of the set "shapes": a background that runs from one color to another, a few specks, one figure of
 * random color, place, size and turn, and pixel noise. An edge pixel's color is mixed by its distance from the edge.
 * Only arithmetic that gives the same bits on every machine (StrictMath for sines).
 * @param noise the standard deviation of the pixel noise, as part of the full range
 */
record ShapePainter(double noise) {
    static final int SIDE = 32;
    private static final double LEAST_CONTRAST = 0.4;

    /** [3·32·32] unsigned bytes; the same generator state gives the same image. */
    byte[] paint(Figure figure, RandomGenerator random) {
        Color from = Color.random(random, 0.1, 0.95);
        Color to = nearby(from, random);
        Color ink = contrasting(from, to, random);
        Color[] canvas = background(from, to, random);
        for (int specks = random.nextInt(4); specks > 0; specks--) {
            double radius = random.nextDouble(0.8, 2.2);
            Placement speck = new Placement(random.nextDouble(SIDE), random.nextDouble(SIDE), radius, 0);
            draw(Figure.CIRCLE, speck, Color.random(random, 0.1, 0.95), canvas);
        }
        draw(figure, placement(figure, random), ink, canvas);
        return bytes(canvas, random);
    }

    /** A figure's center and radius in pixels and its turn in radians. */
    private record Placement(double x, double y, double radius, double angle) {}

    private static Placement placement(Figure figure, RandomGenerator random) {
        double radius = random.nextDouble(7.5, 13);
        double room = SIDE / 2.0 - 0.8 * radius;
        double x = SIDE / 2.0 + random.nextDouble(-room, room);
        double y = SIDE / 2.0 + random.nextDouble(-room, room);
        return new Placement(x, y, radius, figure.angle(random.nextDouble()));
    }

    private static Color nearby(Color color, RandomGenerator random) {
        return color.mix(Color.random(random, 0.1, 0.95), 0.35);
    }

    private static Color contrasting(Color from, Color to, RandomGenerator random) {
        Color ink = Color.random(random, 0.1, 1);
        while (Math.min(ink.distance(from), ink.distance(to)) < LEAST_CONTRAST) {
            ink = Color.random(random, 0.1, 1);
        }
        return ink;
    }

    private static Color[] background(Color from, Color to, RandomGenerator random) {
        double angle = 2 * Math.PI * random.nextDouble();
        double alongX = StrictMath.cos(angle) / SIDE;
        double alongY = StrictMath.sin(angle) / SIDE;
        Color[] canvas = new Color[SIDE * SIDE];
        for (int i = 0; i < canvas.length; i++) {
            int row = i / SIDE;
            double share = 0.5 + (i % SIDE - SIDE / 2.0) * alongX + (row - SIDE / 2.0) * alongY;
            canvas[i] = from.mix(to, Math.clamp(share, 0, 1));
        }
        return canvas;
    }

    private static void draw(Figure figure, Placement at, Color ink, Color[] canvas) {
        double cosine = StrictMath.cos(at.angle) / at.radius;
        double sine = StrictMath.sin(at.angle) / at.radius;
        for (int i = 0; i < canvas.length; i++) {
            int row = i / SIDE;
            double dx = i % SIDE + 0.5 - at.x;
            double dy = row + 0.5 - at.y;
            double distance = at.radius * figure.distance(cosine * dx + sine * dy, cosine * dy - sine * dx);
            double coverage = Math.clamp(0.5 - distance, 0, 1);
            if (coverage > 0) {
                canvas[i] = canvas[i].mix(ink, coverage);
            }
        }
    }

    private byte[] bytes(Color[] canvas, RandomGenerator random) {
        byte[] bytes = new byte[3 * canvas.length];
        for (int i = 0; i < canvas.length; i++) {
            bytes[i] = noisy(canvas[i].red(), random);
            bytes[canvas.length + i] = noisy(canvas[i].green(), random);
            bytes[2 * canvas.length + i] = noisy(canvas[i].blue(), random);
        }
        return bytes;
    }

    private byte noisy(double value, RandomGenerator random) {
        return (byte) Math.clamp(Math.round(255 * (value + noise * nearlyNormal(random.nextLong()))), 0, 255);
    }

    /** The sum of eight uniform bytes, brought to mean 0 and variance 1: close to normal, and the same bits everywhere. */
    private static double nearlyNormal(long bits) {
        long pairs = (bits & 0x00FF00FF00FF00FFL) + (bits >>> 8 & 0x00FF00FF00FF00FFL);
        long sum = (pairs * 0x0001000100010001L) >>> 48;
        return (sum - 8 * 127.5) / Math.sqrt(8 * (256.0 * 256.0 - 1) / 12);
    }
}
