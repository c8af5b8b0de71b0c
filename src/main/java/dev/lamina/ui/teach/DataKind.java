package dev.lamina.ui.teach;

import dev.lamina.data.source.AboveCurve;
import dev.lamina.data.source.Blobs;
import dev.lamina.data.source.DataSource;
import dev.lamina.data.source.Moons;
import dev.lamina.data.source.OwnPoints;
import dev.lamina.data.source.Rings;
import dev.lamina.data.source.Spirals;
import dev.lamina.data.source.Xor;

/** What lies on the plane. The square that is shown hangs on the kind alone, not on where the noise put a point. */
enum DataKind {
    MOONS(new Plane(-1.6, -1.85, 4.2)),
    SPIRALS(new Plane(-1.25, -1.25, 2.5)),
    RINGS(new Plane(-1.4, -1.4, 2.8)),
    BLOBS(new Plane(-1.8, -1.8, 3.6)),
    XOR(new Plane(-1.25, -1.25, 2.5)),
    CURVE(new Plane(-1.25, -1.25, 2.5)),
    OWN(new Plane(-1.25, -1.25, 2.5));

    private final Plane plane;

    DataKind(Plane plane) {
        this.plane = plane;
    }

    Plane plane() {
        return plane;
    }

    /** Whether a person chooses how many classes there are. */
    boolean hasClasses() {
        return this == SPIRALS || this == RINGS || this == BLOBS;
    }

    DataSource source(DataSettings d) {
        int test = Math.max(10, Math.floorDiv(d.points(), 2));
        return switch (this) {
            case MOONS -> new Moons(d.points(), test, d.noise(), d.labelNoise(), d.seed());
            case SPIRALS -> new Spirals(d.points(), test, d.classes(), d.noise() / 2, d.labelNoise(), d.seed());
            case RINGS -> new Rings(d.points(), test, d.classes(), d.noise() / 2, d.labelNoise(), d.seed());
            case BLOBS -> new Blobs(d.points(), test, d.classes(), 2 * d.noise(), d.labelNoise(), d.seed());
            case XOR -> new Xor(d.points(), test, d.noise() / 2, d.labelNoise(), d.seed());
            case CURVE -> new AboveCurve(d.formula(), d.points(), test, d.noise() / 2, d.labelNoise(), d.seed());
            case OWN -> new OwnPoints(d.own(), null, d.testFraction(), 0, d.labelNoise(), d.seed());
        };
    }
}
