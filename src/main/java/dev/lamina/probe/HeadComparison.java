package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.FeatureReader;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.NeighborVote;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.nn.layer.NormStatistics;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Map;

/**
 * Accuracy on the test images of three ways to decide on the same features, in this order: the linear classifier, the vote
 * of the k nearest training images, WNLL with the training images as template. Features are what the linear classifier reads, of a WNLL
 * head the output of its buffer block. With the statistics of the batch, batches are of training.batchSize images in their
 * order, of template and queries alike. The standard error is √(p(1 − p)/n), of n images drawn at random. Source: Wang et al. 2018, algorithm 2; METHODS section 1.
 */
@JsonTypeName("head-comparison")
@Origin(formula = "(1/n) Σ [argmax_k u_k(x) = y]", source = "Wang et al. 2018, algorithm 2")
public record HeadComparison(
        @Setting(
                defaultValue = "\"running\"",
                meaning =
                        "what batch normalizations use: running statistics, or each batch's own as in the WNLL paper's"
                                + " released code")
        NormStatistics statistics,

        @Setting(
                defaultValue = "15",
                min = 1,
                max = 1000,
                unit = "points",
                meaning = "nearest training images that vote")
        int voters,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    @Override
    public Probe open(ProbeContext context) {
        return new Comparing(context, statistics, voters);
    }

    private static final class Comparing implements Probe {
        private final ProbeContext context;
        private final NormStatistics statistics;
        private final int voters;
        private final FeatureReader features;
        private final FeatureReader logits;
        private final WnllSettings interpolation;

        Comparing(ProbeContext context, NormStatistics statistics, int voters) {
            this.context = context;
            this.statistics = statistics;
            this.voters = Math.min(voters, context.data().training().size());
            ResolvedNetwork network = context.network();
            if (network.features() == ResolvedNetwork.INPUT) {
                throw new BadInputException(Message.of("probe.allHead").at("head-comparison"));
            }
            boolean buffered = network.head().interpolated().isPresent();
            int layers = buffered ? network.layers().size() - 1 : network.features() + 1;
            this.features = reader(network.firstLayers(layers));
            this.logits = reader(network);
            this.interpolation = network.head()
                    .interpolated()
                    .map(Interpolated::interpolation)
                    .orElse(WnllSettings.DEFAULT);
        }

        private FeatureReader reader(ResolvedNetwork network) {
            return new FeatureReader(
                    context.session(), network, statistics, context.batchSize(), context.interruption());
        }

        @Override
        public Map<Tag, Reading> measure(int epoch) {
            ImageDataset training = context.data().training();
            ImageDataset test = context.data().test();
            Points template = features.read(training, context.normalization());
            Points queries = features.read(test, context.normalization());
            int threads = context.session().threads();
            int[] voted = NeighborVote.classify(
                    template,
                    training.labels(),
                    queries,
                    training.classCount(),
                    voters,
                    threads,
                    _ -> context.interruption().check());
            int[] interpolated = new Interpolator(
                            interpolation, threads, _ -> context.interruption().check())
                    .interpolate(template, training.labels(), queries, training.classCount())
                    .predictions();
            return Map.of(
                    statistics == NormStatistics.BATCH ? Tags.ACCURACY_BY_HEAD_AND_BATCH : Tags.ACCURACY_BY_HEAD,
                    reading(largest(logits.read(test, context.normalization())), voted, interpolated));
        }

        private Reading reading(int[]... predictions) {
            ImageDataset test = context.data().test();
            double[] accuracies = new double[predictions.length];
            double[] errors = new double[accuracies.length];
            int[] examples = new int[accuracies.length];
            for (int i = 0; i < accuracies.length; i++) {
                accuracies[i] = accuracy(predictions[i], test);
                errors[i] = Math.sqrt(accuracies[i] * (1 - accuracies[i]) / test.size());
                examples[i] = test.size();
            }
            int batch = interpolation.queryBatch();
            Message wnll = batch == 0 ? Message.of("probe.wnllOfAll") : Message.of("probe.wnllOf", batch);
            List<String> names = List.of(
                    Message.of("probe.linearHead").toString(),
                    Message.of("probe.nearest", voters).toString(),
                    wnll.toString());
            return new Reading.PerClass(names, accuracies, errors, examples);
        }

        /** argmax of each row, the first of equal ones. */
        private static int[] largest(Points rows) {
            int[] largest = new int[rows.count()];
            int width = rows.dimension();
            for (int n = 0; n < largest.length; n++) {
                for (int k = 1; k < width; k++) {
                    float best = rows.coordinates()[n * width + largest[n]];
                    largest[n] = rows.coordinates()[n * width + k] > best ? k : largest[n];
                }
            }
            return largest;
        }

        private static double accuracy(int[] predictions, ImageDataset images) {
            int correct = 0;
            for (int n = 0; n < predictions.length; n++) {
                correct += predictions[n] == images.label(n) ? 1 : 0;
            }
            return (double) correct / predictions.length;
        }

        @Override
        public void close() {
            features.close();
            logits.close();
        }
    }
}
