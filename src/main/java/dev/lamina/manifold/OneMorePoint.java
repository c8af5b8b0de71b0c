package dev.lamina.manifold;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * How WNLL would label one more point x, the scores u of all others left as they are:
 *
 * <pre>
 *   u(x) = Σ_y c(x,y) u(y) / Σ_y c(x,y),   c(x,y) = w(x,y) + w(y,x) + μ·1[y labelled] w(y,x)
 * </pre>
 *
 * w(x,y) counts where y is among the neighbors of x, w(y,x) where x would be among those of y, with the scale of y as it is
 * without x. It is the row of x in the system of {@link WeightedNonlocalLaplacian}; what is left out is what x changes
 * about the others: the neighbor it pushes out, their scales where it is among the nearest, μ. WNLL labels sets, so that
 * points asked for together get other answers. Prepared once, for one thread at a time.
 */
public final class OneMorePoint {
    private final Points known;
    /** Coordinate j of all points together, [dimension, count], so that distances to all are summed side by side. */
    private final float[] byCoordinate;

    private final WnllSettings settings;
    private final int labelled;
    private final int classes;
    private final double extraWeight;
    private final double[] scores;
    private final float[] squaredReach;
    private final double[] squaredScales;

    private OneMorePoint(
            Points known, NeighborGraph graph, int[] labels, int classes, WnllSettings settings, Interpolation solved) {
        this.known = known;
        this.settings = settings;
        this.labelled = labels.length;
        this.classes = classes;
        this.extraWeight = settings.extraWeight(known.count(), labels.length);
        this.byCoordinate = transposed(known);
        this.scores = new double[known.count() * classes];
        for (int i = 0; i < labels.length; i++) {
            scores[i * classes + labels[i]] = 1;
        }
        System.arraycopy(solved.scores(), 0, scores, labels.length * classes, solved.scores().length);
        this.squaredReach = new float[known.count()];
        this.squaredScales = new double[known.count()];
        for (int y = 0; y < known.count(); y++) {
            squaredReach[y] = graph.squaredDistances()[(y + 1) * graph.k() - 1];
            squaredScales[y] =
                    Math.max(graph.squaredDistances()[y * graph.k() + settings.scaleIndex()], Float.MIN_NORMAL);
        }
    }

    /**
     * Labels the points that are there; one more is asked for afterwards.
     *
     * @param template labelled points
     * @param rest unlabelled points, one at least
     * @param progress as in {@link Interpolator}
     */
    public static OneMorePoint of(
            Points template, int[] labels, Points rest, int classes, WnllSettings settings, DoubleConsumer progress) {
        Points known = template.followedBy(rest);
        NeighborGraph graph = ExactNeighbors.find(known, settings.graphNeighbors(), 1, progress);
        Interpolation solved =
                WeightedNonlocalLaplacian.interpolate(graph, labels, classes, settings, () -> progress.accept(1));
        return new OneMorePoint(known, graph, labels, classes, settings, solved);
    }

    /** u of all points that are there, [template and rest, classes]; shared. */
    public double[] scores() {
        return scores;
    }

    /** u of each of these if it came alone, [count, classes]; each row sums to 1 and lies in [0, 1]. */
    public double[] scoresOf(Points queries) {
        double[] answers = new double[queries.count() * classes];
        float[] squaredDistances = new float[known.count()];
        for (int q = 0; q < queries.count(); q++) {
            distances(queries, q, squaredDistances);
            add(squaredDistances, answers, q * classes);
        }
        return answers;
    }

    private void distances(Points queries, int q, float[] squares) {
        Arrays.fill(squares, 0);
        for (int j = 0; j < known.dimension(); j++) {
            float coordinate = queries.coordinates()[q * known.dimension() + j];
            int from = j * squares.length;
            for (int y = 0; y < squares.length; y++) {
                float difference = coordinate - byCoordinate[from + y];
                squares[y] += difference * difference;
            }
        }
    }

    private void add(float[] squares, double[] answers, int at) {
        NearestList nearest = new NearestList(settings.graphNeighbors());
        double total = 0;
        for (int y = 0; y < squares.length; y++) {
            nearest.offer(squares[y], y);
            if (squares[y] < squaredReach[y]) {
                double ofNeighbor = settings.kernel().weight(squares[y], squaredScales[y]);
                total += add(y, y < labelled ? (1 + extraWeight) * ofNeighbor : ofNeighbor, answers, at);
            }
        }
        double squaredScale = Math.max(nearest.distances[settings.scaleIndex()], Float.MIN_NORMAL);
        for (int i = 0; i < nearest.size(); i++) {
            double weight = settings.kernel().weight(nearest.distances[i], squaredScale);
            total += add(nearest.indices[i], weight, answers, at);
        }
        for (int c = 0; c < classes; c++) {
            answers[at + c] /= total;
        }
    }

    private double add(int y, double weight, double[] answers, int at) {
        for (int c = 0; c < classes; c++) {
            answers[at + c] += weight * scores[y * classes + c];
        }
        return weight;
    }

    private static float[] transposed(Points points) {
        float[] transposed = new float[points.coordinates().length];
        for (int i = 0; i < points.count(); i++) {
            for (int j = 0; j < points.dimension(); j++) {
                transposed[j * points.count() + i] = points.coordinates()[i * points.dimension() + j];
            }
        }
        return transposed;
    }
}
