package dev.lamina.ui.teach;

/** What lies on the plane. The square that is shown hangs on the kind alone, not on where the noise put a point. */
enum DataKind {
    MOONS(-1.6, -1.85, 4.2),
    SPIRALS(-1.25, -1.25, 2.5),
    RINGS(-1.4, -1.4, 2.8),
    BLOBS(-1.8, -1.8, 3.6),
    XOR(-1.25, -1.25, 2.5),
    CURVE(-1.25, -1.25, 2.5),
    OWN(-1.25, -1.25, 2.5);

    private final double left;
    private final double bottom;
    private final double side;

    DataKind(double left, double bottom, double side) {
        this.left = left;
        this.bottom = bottom;
        this.side = side;
    }

    Plane plane() {
        return new Plane(left, bottom, side);
    }

    /** Whether a person chooses how many classes there are. */
    boolean hasClasses() {
        return this == SPIRALS || this == RINGS || this == BLOBS;
    }
}
