package dev.lamina.probe;

import dev.lamina.batch.FeatureReader;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import java.util.Arrays;

/** Scores u of WNLL where the points asked for and the test points are one set of unlabelled points, and its neighbors. */
final class WnllSetScores implements ClassScores {
    private final ProbeContext context;
    private final FeatureReader features;
    private final Interpolator interpolator;
    private final Points training;
    private final Points test;

    WnllSetScores(ProbeContext context, WnllSettings settings, Points training, Points test) {
        this.context = context;
        this.features = WnllScores.untilHead(context);
        this.interpolator = new Interpolator(
                settings.withQueryBatch(0),
                context.session().threads(),
                _ -> context.interruption().check());
        this.training = training;
        this.test = test;
    }

    @Override
    public float[] of(Points inputs) {
        float[] all = together(inputs.followedBy(test));
        return Arrays.copyOf(all, inputs.count() * context.network().classes());
    }

    @Override
    public float[] ofTraining(Points points) {
        int classes = context.network().classes();
        float[] scores = new float[points.count() * classes];
        for (int i = 0; i < points.count(); i++) {
            scores[i * classes + context.data().training().label(i)] = 1;
        }
        return scores;
    }

    @Override
    public float[] ofTest(Points points) {
        return together(points);
    }

    private float[] together(Points queries) {
        return WnllScores.floats(interpolator
                .interpolate(
                        features.read(training),
                        context.data().training().labels(),
                        features.read(queries),
                        context.network().classes())
                .scores());
    }

    @Override
    public void close() {
        features.close();
    }
}
