package dev.lamina.ui.teach;

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
}
