package dev.lamina.manifold;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The shortlists of all queries, filled by scans of tiles and settled in the end. */
final class NeighborSearch {
    private static final int LANES = ProductShape.LANES;

    private final Points points;
    private final int firstQuery;
    private final int k;
    private final DistanceBounds distances;
    private final Shortlist[] shortlists;
    /** Lower bounds without the queries' own part; beyond the last point a vector of infinities. */
    private final float[] low;
    /**
     * What {@code low(other) − 2c} must not exceed to enter a shortlist. Threads use it without waiting for each other: the
     * true one only falls, so that one behind its time lets too many through to the shortlist, which looks again, never too
     * few.
     */
    private final float[] limit;

    NeighborSearch(Points points, int firstQuery, int k) {
        this.points = points;
        this.firstQuery = firstQuery;
        this.k = k;
        distances = DistanceBounds.of(points);
        shortlists = new Shortlist[points.count() - firstQuery];
        Arrays.setAll(shortlists, q -> new Shortlist(points, firstQuery + q, k));
        low = Arrays.copyOf(distances.low(), points.count() + LANES);
        Arrays.fill(low, points.count(), low.length, Float.POSITIVE_INFINITY);
        limit = new float[points.count() + LANES];
        Arrays.fill(limit, 0, points.count(), Float.POSITIVE_INFINITY);
        Arrays.fill(limit, points.count(), limit.length, Float.NEGATIVE_INFINITY);
    }

    /** Takes over the nearest of the first points among themselves; their distances are rounded once. */
    void know(NeighborGraph known) {
        for (int i = 0; i < known.count(); i++) {
            for (int j = i * k; j < (i + 1) * k; j++) {
                float distance = known.squaredDistances()[j];
                enter(i, known.neighbors()[j], Math.nextDown(distance), Math.nextUp(distance));
            }
        }
    }

    private void enter(int query, int candidate, float least, float most) {
        limit[query] = shortlists[query - firstQuery].offer(candidate, least, most) - low[query];
    }

    Scan scan() {
        return new Scan();
    }

    /** One thread's part. */
    final class Scan {
        private final InnerProducts products = new InnerProducts(points, distances.center());

        void of(Tiles.Run run) {
            products.take(run.firstPoint(), run.points());
            for (int row = 0; row < run.rows(); row += ProductShape.STRIP) {
                int rows = Math.min(ProductShape.STRIP, run.rows() - row);
                float[] inner = products.multiply(run.firstRow() + row, rows);
                for (int r = 0; r < rows; r++) {
                    row(inner, r * ProductShape.PANEL, run.firstRow() + row + r, run);
                }
            }
        }

        /** Most vectors hold no pair that enters a shortlist: they are compared with the wider of the limits, once. */
        private void row(float[] inner, int offset, int row, Tiles.Run run) {
            float rowLow = low[row];
            float rowLimit = run.mutual() ? limit[row] : Float.NEGATIVE_INFINITY;
            for (int j = 0; j < run.points(); j += LANES) {
                int point = run.firstPoint() + j;
                VectorMask<Float> near = near(inner, offset + j, rowLow, rowLimit, point);
                if (near.anyTrue()) {
                    offer(near.toLong(), inner, offset + j, row, point, run.mutual());
                    rowLimit = run.mutual() ? limit[row] : Float.NEGATIVE_INFINITY;
                }
            }
        }

        private VectorMask<Float> near(float[] inner, int at, float rowLow, float rowLimit, int point) {
            FloatVector ofPoints =
                    FloatVector.fromArray(ProductShape.SPECIES, limit, point).sub(rowLow);
            FloatVector ofRow = FloatVector.broadcast(ProductShape.SPECIES, rowLimit)
                    .sub(FloatVector.fromArray(ProductShape.SPECIES, low, point));
            return FloatVector.fromArray(ProductShape.SPECIES, inner, at)
                    .mul(-2)
                    .compare(VectorOperators.LE, ofPoints.max(ofRow));
        }

        private void offer(long lanes, float[] inner, int at, int row, int point, boolean mutual) {
            for (long left = lanes; left != 0; left &= left - 1) {
                int lane = Long.numberOfTrailingZeros(left);
                int other = point + lane;
                if (other != row) {
                    float c = 2 * inner[at + lane];
                    float least = low[row] + low[other] - c;
                    float most = distances.high()[row] + distances.high()[other] - c;
                    enter(other, row, least, most);
                    if (mutual) {
                        enter(row, other, least, most);
                    }
                }
            }
        }
    }

    NeighborGraph settle(int threads) {
        int[] neighbors = new int[shortlists.length * k];
        float[] squaredDistances = new float[shortlists.length * k];
        AtomicInteger next = new AtomicInteger();
        Workers.run(threads, () -> {
            for (int q = next.getAndIncrement(); q < shortlists.length; q = next.getAndIncrement()) {
                NearestList nearest = shortlists[q].settle();
                System.arraycopy(nearest.indices, 0, neighbors, q * k, k);
                System.arraycopy(nearest.distances, 0, squaredDistances, q * k, k);
            }
        });
        return new NeighborGraph(shortlists.length, k, neighbors, squaredDistances);
    }
}
