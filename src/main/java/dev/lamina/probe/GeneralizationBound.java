package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.Interruption;
import dev.lamina.data.Batch;
import dev.lamina.data.BatchIterator;
import dev.lamina.data.Batches;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The generalization-bound regularizer (Li, Chen, Yang, eq. 2), estimated on samples (eq. 18):
 *   GBR = (1/n) Σ_x ‖∂f(x)/∂x‖_F²,   f as {@link GbrFunction} says
 * The network is in test mode and x are normalized pixels, not augmented.
 *   exact:    ‖J‖_F² = Σ_k ‖Jᵀe_k‖², one backward pass to the input for each class k
 *   estimate: ‖J‖_F² ≈ (K/p) Σ_j ‖Jᵀv_j‖², v_j uniform on the unit sphere and new for each image and epoch; unbiased
 * Worked example: one linear layer y = Wx has GBR = ‖W‖_F² whatever the images.
 */
public final class GeneralizationBound implements Probe {
    /** As in events. */
    public static final String ID = "gbr";

    private static final int MOST_EXACT_CLASSES = 16;
    private static final int BATCH_SIZE = 64;

    private final GbrSettings settings;
    private final int classes;
    private final List<String> classNames;
    private final GbrMethod method;
    private final Batches batches;
    private final Seeds seeds;
    private final JacobianProducts products;

    /**
     * Prepares the program.
     *
     * @param images the probe images, see {@link ProbeImages}
     * @throws UnsupportedOperationException naming the layer, if the backend lacks an operation
     */
    public GeneralizationBound(
            Session session,
            ResolvedNetwork network,
            GbrSettings settings,
            ImageDataset images,
            Normalization normalization,
            Seeds seeds,
            Interruption interruption) {
        this.settings = settings;
        this.classes = network.classes();
        this.classNames = images.classNames();
        this.method = method(settings, classes);
        this.batches = Batches.inOrder(images, normalization, BATCH_SIZE);
        this.seeds = seeds;
        this.products = new JacobianProducts(
                session, network, settings.function().layer(network), directions(settings, classes), interruption);
        products.prepare(Math.min(BATCH_SIZE, images.size()));
    }

    /** On probe images of the run, with its own settings. */
    public static GeneralizationBound of(ProbeContext context, int images) {
        return of(context, context.gbr(), images);
    }

    static GeneralizationBound of(ProbeContext context, GbrSettings settings, int images) {
        return new GeneralizationBound(
                context.session(),
                context.network(),
                settings,
                ProbeImages.choose(context.data().training(), images, context.seeds()),
                context.normalization(),
                context.seeds(),
                context.interruption());
    }

    private static GbrMethod method(GbrSettings settings, int classes) {
        if (settings.function() == GbrFunction.LABEL_PROBABILITY) {
            return GbrMethod.EXACT;
        }
        return switch (settings.method()) {
            case AUTO -> classes <= MOST_EXACT_CLASSES ? GbrMethod.EXACT : GbrMethod.ESTIMATE;
            case EXACT, ESTIMATE -> settings.method();
        };
    }

    /** What measures a batch. */
    public static Program program(ResolvedNetwork network, GbrSettings settings) {
        int wanted = directions(settings, network.classes());
        return JacobianProducts.program(
                network, settings.function().layer(network), Math.min(BATCH_SIZE, settings.images()), wanted);
    }

    private static int directions(GbrSettings settings, int classes) {
        if (settings.function() == GbrFunction.LABEL_PROBABILITY) {
            return 1;
        }
        return method(settings, classes) == GbrMethod.EXACT ? classes : settings.projectionsOrStandard();
    }

    @Override
    public Map<Tag, Reading> measure(int epoch) {
        JacobianNorms norms = new JacobianNorms(classes);
        forEachBatch(epoch, (squares, _) -> add(squares, norms));
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        readings.put(settings.function().tag(), new Reading.Scalar(norms.mean()));
        readings.put(Tags.GBR_STANDARD_ERROR, new Reading.Scalar(norms.standardError()));
        return readings;
    }

    /** The same for the images of each class that the probe images have, in the order of the classes. */
    public Reading.PerClass measureByClass(int epoch) {
        Map<Integer, JacobianNorms> norms = new TreeMap<>();
        forEachBatch(epoch, (squares, labels) -> {
            for (int n = 0; n < squares[0].length; n++) {
                add(column(squares, n), norms.computeIfAbsent(labels[n], _ -> new JacobianNorms(classes)));
            }
        });
        return new Reading.PerClass(
                norms.keySet().stream().map(classNames::get).toList(),
                norms.values().stream().mapToDouble(JacobianNorms::mean).toArray(),
                norms.values().stream()
                        .mapToDouble(JacobianNorms::standardError)
                        .toArray(),
                norms.values().stream().mapToInt(JacobianNorms::images).toArray());
    }

    /** Receives ‖Jᵀv‖² for each direction and example, [directions][N], and the labels. */
    @FunctionalInterface
    private interface BatchNorms {
        void accept(double[][] squares, int[] labels);
    }

    private void forEachBatch(int epoch, BatchNorms norms) {
        Batch batch = batches.allocate();
        BatchIterator iterator = batches.epoch(1);
        while (iterator.next(batch)) {
            HostTensor images = BatchTensors.images(batch);
            double[][] squares = switch (settings.function()) {
                case LABEL_PROBABILITY -> labelProbability(images, batch.labels());
                case LOGITS, BEFORE_NORMALIZATION ->
                    method == GbrMethod.EXACT
                            ? products.squaredNorms(images, classes, JacobianProducts.OF_LOGITS)
                            : projections(images, batch.examples(), epoch);
            };
            norms.accept(squares, batch.labels());
        }
    }

    private void add(double[][] squares, JacobianNorms norms) {
        if (method == GbrMethod.EXACT) {
            norms.addExact(squares);
        } else {
            norms.addProjections(squares);
        }
    }

    private static double[][] column(double[][] squares, int example) {
        double[][] column = new double[squares.length][1];
        for (int d = 0; d < squares.length; d++) {
            column[d][0] = squares[d][example];
        }
        return column;
    }

    /** ∂p_y/∂z_k = p_y (δ_yk − p_k) as the one direction, found by a first pass. */
    private double[][] labelProbability(HostTensor images, int[] labels) {
        float[] logits = products.logits(images).values();
        return products.squaredNorms(images, 1, (n, _, v, offset) -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, logits[offset + k]);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(logits[offset + k] - largest);
            }
            double ofLabel = Math.exp(logits[offset + labels[n]] - largest) / sum;
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(logits[offset + k] - largest) / sum;
                v[offset + k] = (float) (ofLabel * ((k == labels[n] ? 1 : 0) - probability));
            }
        });
    }

    private double[][] projections(HostTensor images, int[] examples, int epoch) {
        int count = settings.projectionsOrStandard();
        return products.squaredNorms(
                images,
                count,
                (n, j, v, offset) -> fillUnitVector(seeds.stream("gbr projection", epoch, examples[n], j), v, offset));
    }

    /** A Gaussian vector divided by its length is uniform on the sphere (Muller 1959). */
    private void fillUnitVector(RandomGenerator random, float[] v, int offset) {
        double[] gaussian = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            gaussian[k] = random.nextGaussian();
            sum += gaussian[k] * gaussian[k];
        }
        double length = Math.sqrt(sum);
        for (int k = 0; k < classes; k++) {
            v[offset + k] = (float) (gaussian[k] / length);
        }
    }

    @Override
    public void close() {
        products.close();
    }
}
