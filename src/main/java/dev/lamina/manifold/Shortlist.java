package dev.lamina.manifold;

import java.util.Arrays;

/**
 * The points that may be among the k nearest of one point, known by bounds of their distances: whatever is farther at
 * least than k others are at most is left out. {@link #settle} computes the distances of those that are left. The nearest
 * found so depend on the points alone, not on the order of the offers nor on how tight the bounds are. Safe for threads.
 */
final class Shortlist {
    private static final int ROOM = 32;
    /** After a tidying-up that leaves less room than this, distances decide. */
    private static final int LEAST_ROOM = 8;

    private final Points points;
    private final int point;
    /** Ascending: the k smallest upper bounds. */
    private final float[] upper;

    private final int[] indices;
    private final float[] lower;
    private int size;
    /** No point behind this one can enter. */
    private int last = Integer.MAX_VALUE;

    Shortlist(Points points, int point, int k) {
        this.points = points;
        this.point = point;
        upper = new float[k];
        Arrays.fill(upper, Float.POSITIVE_INFINITY);
        indices = new int[k + ROOM];
        lower = new float[k + ROOM];
    }

    /** Offers another point, once, by bounds of its distance; the distance beyond which none can enter any more. */
    synchronized float offer(int index, float least, float most) {
        float threshold = upper[upper.length - 1];
        if (!(least <= threshold) || index > last) {
            return threshold;
        }
        if (size == indices.length) {
            tidy();
            if (size > indices.length - LEAST_ROOM) {
                settle();
            }
        }
        indices[size] = index;
        lower[size] = least;
        size++;
        insert(most);
        return upper[upper.length - 1];
    }

    private void insert(float most) {
        int place = upper.length - 1;
        if (!(most < upper[place])) {
            return;
        }
        while (place > 0 && most < upper[place - 1]) {
            upper[place] = upper[place - 1];
            place--;
        }
        upper[place] = most;
    }

    private void tidy() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (lower[i] <= upper[upper.length - 1]) {
                indices[kept] = indices[i];
                lower[kept] = lower[i];
                kept++;
            }
        }
        size = kept;
    }

    /**
     * Keeps the k nearest of those offered, of equally near ones the lower number; fewer where fewer have a distance that
     * is a number.
     */
    synchronized NearestList settle() {
        tidy();
        int[] ordered = Arrays.copyOf(indices, size);
        Arrays.sort(ordered);
        float[] distances = points.squaredDistances(point, ordered);
        NearestList nearest = new NearestList(upper.length);
        for (int i = 0; i < size; i++) {
            nearest.offer(distances[i], ordered[i]);
        }
        size = nearest.size();
        System.arraycopy(nearest.indices, 0, indices, 0, size);
        System.arraycopy(nearest.distances, 0, lower, 0, size);
        System.arraycopy(nearest.distances, 0, upper, 0, size);
        if (size == upper.length && upper[size - 1] == 0) {
            last = indices[size - 1];
        }
        return nearest;
    }
}
