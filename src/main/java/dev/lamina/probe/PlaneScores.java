package dev.lamina.probe;

import dev.lamina.batch.BatchTensors;
import dev.lamina.data.ImageDataset;
import dev.lamina.manifold.Points;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scores of the classes over the plane, and what they make of the training and test points. */
final class PlaneScores implements Probe {
    /** How a WNLL head is asked, which labels sets. */
    enum WnllQueries {
        ONE_BY_ONE,
        TOGETHER
    }

    private final ProbeContext context;
    private final PlaneGrid grid;
    private final ClassScores scores;
    private final Points training;
    private final Points test;

    PlaneScores(ProbeContext context, PlaneGrid grid, WnllQueries queries) {
        this.context = context;
        this.grid = grid;
        this.training = inputs(context.data().training());
        this.test = inputs(context.data().test());
        this.scores = context.network()
                .head()
                .interpolated()
                .<ClassScores>map(i -> switch (queries) {
                    case ONE_BY_ONE -> new WnllScores(context, i.interpolation(), training, test);
                    case TOGETHER -> new WnllSetScores(context, i.interpolation(), training, test);
                })
                .orElseGet(() -> new LogitScores(context));
    }

    private Points inputs(ImageDataset points) {
        return new Points(
                points.size(),
                2,
                BatchTensors.all(points, context.normalization()).values());
    }

    @Override
    public Map<Tag, Reading> measure(int epoch) {
        scores.renew();
        float[] ofGrid = scores.of(grid.inputs());
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        readings.put(Tags.CLASS_SCORES, grid.pictures(context.data().training().classNames(), ofGrid));
        readings.put(Tags.PREDICTED_TRAINING, predicted(context.data().training(), scores.ofTraining(training)));
        readings.put(Tags.PREDICTED_TEST, predicted(context.data().test(), scores.ofTest(test)));
        return readings;
    }

    /** Of the first of equal scores. */
    private static Reading.Points predicted(ImageDataset points, float[] scores) {
        int classes = points.classCount();
        int[] groups = new int[points.size()];
        double[] x = new double[groups.length];
        double[] y = new double[groups.length];
        float[] place = new float[2];
        for (int i = 0; i < groups.length; i++) {
            for (int k = 1; k < classes; k++) {
                groups[i] = scores[i * classes + k] > scores[i * classes + groups[i]] ? k : groups[i];
            }
            points.copyTo(i, place, 0);
            x[i] = place[0];
            y[i] = place[1];
        }
        return new Reading.Points("x₁", "x₂", points.classNames(), groups, x, y);
    }

    @Override
    public void close() {
        scores.close();
    }
}
