package dev.lamina.probe;

import dev.lamina.batch.FeatureReader;
import dev.lamina.manifold.OneMorePoint;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import java.util.Arrays;

/**
 * Scores u of WNLL on the features before the last layer, the training points being the template and the test points the
 * unlabelled ones; of any other point as it would be labelled if it came alone ({@link OneMorePoint}).
 */
final class WnllScores implements ClassScores {
    private static final int BATCH_SIZE = 4096;

    private final FeatureReader features;
    private final ProbeContext context;
    private final WnllSettings settings;
    private final Points training;
    private final Points test;
    private OneMorePoint solved;

    WnllScores(ProbeContext context, WnllSettings settings, Points training, Points test) {
        this.context = context;
        this.settings = settings;
        this.training = training;
        this.test = test;
        this.features = untilHead(context);
        this.solved = solve();
    }

    /** The layers before the last one: those that WNLL interpolates on. */
    static FeatureReader untilHead(ProbeContext context) {
        return new FeatureReader(
                context.session(),
                context.network().firstLayers(context.network().layers().size() - 1),
                BATCH_SIZE,
                context.interruption());
    }

    @Override
    public void renew() {
        solved = solve();
    }

    private OneMorePoint solve() {
        return OneMorePoint.of(
                features.read(training),
                context.data().training().labels(),
                features.read(test),
                context.network().classes(),
                settings,
                _ -> context.interruption().check());
    }

    @Override
    public float[] of(Points inputs) {
        return floats(solved.scoresOf(features.read(inputs)));
    }

    @Override
    public float[] ofTraining(Points points) {
        return floats(Arrays.copyOf(
                solved.scores(), training.count() * context.network().classes()));
    }

    @Override
    public float[] ofTest(Points points) {
        double[] all = solved.scores();
        return floats(
                Arrays.copyOfRange(all, training.count() * context.network().classes(), all.length));
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Override
    public void close() {
        features.close();
    }
}
