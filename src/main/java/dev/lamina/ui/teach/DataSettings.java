package dev.lamina.ui.teach;

import dev.lamina.data.source.AboveCurve;
import dev.lamina.data.source.Blobs;
import dev.lamina.data.source.DataSource;
import dev.lamina.data.source.Moons;
import dev.lamina.data.source.OwnPoint;
import dev.lamina.data.source.OwnPoints;
import dev.lamina.data.source.Rings;
import dev.lamina.data.source.Spirals;
import dev.lamina.data.source.Xor;
import java.util.List;

/**
 * What is on the plane, as the laboratory's controls say it.
 *
 * @param points to train on; half as many are for testing
 * @param noise from 0 to 0.5, of what is usual for the kind
 * @param own points that a person drew, kept while another kind is looked at
 * @param testFraction share of the own points for testing
 */
record DataSettings(
        DataKind kind,
        int points,
        double noise,
        double labelNoise,
        int classes,
        String formula,
        List<OwnPoint> own,
        double testFraction,
        long seed) {
    static final DataSettings FIRST =
            new DataSettings(DataKind.MOONS, 200, 0.12, 0, 3, "0.5*sin(4*x)", List.of(), 0, 1);

    DataSettings {
        own = List.copyOf(own);
    }

    DataSource source() {
        int test = Math.max(10, Math.floorDiv(points, 2));
        return switch (kind) {
            case MOONS -> new Moons(points, test, noise, labelNoise, seed);
            case SPIRALS -> new Spirals(points, test, classes, noise / 2, labelNoise, seed);
            case RINGS -> new Rings(points, test, classes, noise / 2, labelNoise, seed);
            case BLOBS -> new Blobs(points, test, classes, 2 * noise, labelNoise, seed);
            case XOR -> new Xor(points, test, noise / 2, labelNoise, seed);
            case CURVE -> new AboveCurve(formula, points, test, noise / 2, labelNoise, seed);
            case OWN -> new OwnPoints(own, null, testFraction, 0, labelNoise, seed);
        };
    }

    DataSettings with(DataKind other) {
        return new DataSettings(other, points, noise, labelNoise, classes, formula, own, testFraction, seed);
    }

    DataSettings withPoints(int count) {
        return new DataSettings(kind, count, noise, labelNoise, classes, formula, own, testFraction, seed);
    }

    DataSettings withNoise(double deviation) {
        return new DataSettings(kind, points, deviation, labelNoise, classes, formula, own, testFraction, seed);
    }

    DataSettings withLabelNoise(double share) {
        return new DataSettings(kind, points, noise, share, classes, formula, own, testFraction, seed);
    }

    DataSettings withClasses(int count) {
        return new DataSettings(kind, points, noise, labelNoise, count, formula, own, testFraction, seed);
    }

    DataSettings withFormula(String text) {
        return new DataSettings(kind, points, noise, labelNoise, classes, text, own, testFraction, seed);
    }

    DataSettings withOwn(List<OwnPoint> drawn) {
        return new DataSettings(kind, points, noise, labelNoise, classes, formula, drawn, testFraction, seed);
    }

    DataSettings withSeed(long other) {
        return new DataSettings(kind, points, noise, labelNoise, classes, formula, own, testFraction, other);
    }
}
