package dev.lamina.probe;

import dev.lamina.batch.FeatureReader;
import dev.lamina.data.ImageDataset;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Points;
import dev.lamina.nn.head.LargeMarginSoftmax;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.StageOutline.Interpolated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the network of a session takes images for, in test mode and as its head decides: by the classifier's logits z, or by
 * WNLL's interpolation u with the training images as template. Images that WNLL labels at once are nodes of one graph, so
 * that a prediction hangs on those asked with it (Wang et al. 2018, algorithm 2).
 */
public record Predictor(ProbeContext context) {
    /** What the scores of a prediction are. */
    public enum Score {
        /** softmax(z), within [0, 1], summing to 1. */
        PROBABILITY,
        /** z of a linear support vector machine: how far on the class's side of its border, in margins. */
        MARGIN,
        /** u / Σu, within [0, 1], summing to 1. */
        INTERPOLATION
    }

    /** Of its head. */
    public Score score() {
        if (context.network().head().interpolated().isPresent()) {
            return Score.INTERPOLATION;
        }
        return switch (context.network().head().loss()) {
            case Loss.CrossEntropy _, LargeMarginSoftmax _ -> Score.PROBABILITY;
            case Loss.Hinge _ -> Score.MARGIN;
        };
    }

    /** Of each image in their order; the set's labels are not looked at. */
    public List<Prediction> predict(ImageDataset images) {
        if (images.size() == 0) {
            return List.of();
        }
        return switch (score()) {
            case INTERPOLATION -> interpolated(images);
            case MARGIN -> logits(images);
            case PROBABILITY ->
                logits(images).stream()
                        .map(prediction -> new Prediction(softmax(prediction.scores())))
                        .toList();
        };
    }

    private List<Prediction> logits(ImageDataset images) {
        try (FeatureReader reader =
                new FeatureReader(context.session(), context.network(), context.batchSize(), context.interruption())) {
            Points logits = reader.read(images, context.normalization());
            int classes = logits.dimension();
            List<Prediction> predictions = new ArrayList<>();
            for (int n = 0; n < logits.count(); n++) {
                double[] z = new double[classes];
                for (int k = 0; k < classes; k++) {
                    z[k] = logits.coordinates()[n * classes + k];
                }
                predictions.add(new Prediction(z));
            }
            return predictions;
        }
    }

    private List<Prediction> interpolated(ImageDataset images) {
        Interpolated stage = context.network().head().interpolated().orElseThrow();
        try (WnllEvaluator evaluator = new WnllEvaluator(
                context.session(),
                context.network(),
                stage,
                context.normalization(),
                context.batchSize(),
                context.interruption())) {
            Interpolation u = evaluator.interpolate(context.data().training(), images);
            List<Prediction> predictions = new ArrayList<>();
            for (int from = 0; from < u.scores().length; from += u.classes()) {
                predictions.add(new Prediction(Arrays.copyOfRange(u.scores(), from, from + u.classes())));
            }
            return predictions;
        }
    }

    /** Shifted by the largest, so that nothing overflows. */
    private static double[] softmax(double[] z) {
        double shift = Arrays.stream(z).max().orElseThrow();
        double[] e = Arrays.stream(z).map(value -> Math.exp(value - shift)).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(value -> value / sum).toArray();
    }
}
