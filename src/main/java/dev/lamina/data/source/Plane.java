package dev.lamina.data.source;

/** Data whose examples are points of the plane, which can be drawn and are not augmented. */
public final class Plane {
    private Plane() {}

    public static boolean holds(DataSource source) {
        return source instanceof PlanePoints || source instanceof OwnPoints;
    }
}
