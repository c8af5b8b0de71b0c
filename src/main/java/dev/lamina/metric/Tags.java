package dev.lamina.metric;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tags that Lamina's probes and training loop use, in the order in which they are listed and drawn. Whoever measures
 * one thing more adds a constant here and to {@link #ALL}; its names on screen are the texts {@code tag.ID}, its title and
 * the sentence that explains it those of {@link Tag#title} and {@link Tag#meaning}.
 */
public final class Tags {
    private static final String ACCURACY_CHART = "accuracy";
    private static final String BOUND_CHART = "gbr";
    private static final String LOSS_CHART = "loss";
    private static final String GBR_PAPER = "Li, Chen, Yang, ";
    private static final String MEAN_LOSS = "(1/n) Σ ℓ(z(x), y)";

    public static final Tag TRAIN_ACCURACY =
            accuracy("trainAccuracy", "training").at(ACCURACY_CHART, Side.LEFT, 0);
    public static final Tag VALIDATION_ACCURACY =
            accuracy("validationAccuracy", "validation").at(ACCURACY_CHART, Side.LEFT, 2);
    public static final Tag TEST_ACCURACY = accuracy("testAccuracy", "test").at(ACCURACY_CHART, Side.LEFT, 1);
    /** With WNLL in place of the linear classifier, the training set as template. */
    public static final Tag WNLL_VALIDATION_ACCURACY =
            wnll("wnllValidationAccuracy", "WNLL validation").at(ACCURACY_CHART, Side.LEFT, 7);

    public static final Tag WNLL_TEST_ACCURACY =
            wnll("wnllTestAccuracy", "WNLL test").at(ACCURACY_CHART, Side.LEFT, 6);
    /** Generalization-bound regularizer with respect to the normalized pixels, f the logits. */
    public static final Tag GBR = gbr("gbr", "GBR", 3);
    /** The same, f the softmax probability of the label's class. */
    public static final Tag GBR_OF_LABEL_PROBABILITY =
            gbr("gbrOfLabelProbability", "GBR of the label's probability", 6);
    /** The same, f the last layer's output before the normalization that follows it. */
    public static final Tag GBR_BEFORE_NORMALIZATION =
            gbr("gbrBeforeNormalization", "GBR before the last normalization", 7);
    /** GBR of each function that it can be of; a run measures one of them. */
    public static final List<Tag> GBRS = List.of(GBR, GBR_OF_LABEL_PROBABILITY, GBR_BEFORE_NORMALIZATION);
    /** Standard error of the estimated GBR; 0 where the Jacobian was exact. */
    public static final Tag GBR_STANDARD_ERROR = Tag.of("gbrStandardError", "standard error of GBR")
            .in("normalized pixels")
            .logarithmic()
            .by("s(‖Jᵀv‖² K) / √n", GBR_PAPER + "eq. 18");

    public static final Tag LOG10_NORM_PRODUCT = Tag.of("log10NormProduct", "log₁₀ norm product")
            .storedAsLogarithm()
            .at(BOUND_CHART, Side.LEFT, 4)
            .by("log₁₀ Π ‖Wⁱ‖_F²", GBR_PAPER + "eq. 17");
    public static final Tag LOG10_WEIGHT_DECAY_BOUND = Tag.of("log10WeightDecayBound", "log₁₀ weight-decay bound")
            .storedAsLogarithm()
            .at(BOUND_CHART, Side.LEFT, 5)
            .by("log₁₀ ((Σ ‖Wⁱ‖_F²) / L)^L", GBR_PAPER + "eq. 17");
    /** The loss of one batch, at every step. */
    public static final Tag BATCH_LOSS =
            Tag.of("batchLoss", "loss").on("batch").at(LOSS_CHART, Side.LEFT, 5).by(MEAN_LOSS, "");
    /** The value of the minimized function, without weight decay, averaged over the epoch's training images. */
    public static final Tag TRAIN_LOSS = Tag.of("trainLoss", "loss")
            .on("training")
            .at(LOSS_CHART, Side.LEFT, 0)
            .by(MEAN_LOSS, "");

    public static final Tag VALIDATION_LOSS = Tag.of("validationLoss", "loss")
            .on("validation")
            .at(LOSS_CHART, Side.LEFT, 2)
            .by(MEAN_LOSS, "");
    public static final Tag TEST_LOSS =
            Tag.of("testLoss", "loss").on("test").at(LOSS_CHART, Side.LEFT, 1).by(MEAN_LOSS, "");
    /** By layer, of the weights in an epoch's last step; −∞ where nothing moved. */
    public static final Tag UPDATE_RATIO = Tag.of("log10UpdateRatios", "log₁₀ update ratio")
            .storedAsLogarithm()
            .at("updates", Side.LEFT, 0)
            .by("log₁₀ (‖Δw‖ / ‖w‖)", "Karpathy, Li, CS231n");

    public static final Tag LEARNING_RATE = Tag.of("learningRate", "learning rate")
            .logarithmic()
            .at("learning-rate", Side.LEFT, 0)
            .by("w ← w − η v", "");
    public static final Tag IMAGES_PER_SECOND = Tag.of("imagesPerSecond", "throughput")
            .in("images/s")
            .at("throughput", Side.LEFT, 2)
            .by("n / t", "");
    public static final Tag EPOCH_SECONDS =
            Tag.of("epochSeconds", "time per epoch").in("s").by("t", "");

    /** Mean over the channels of a layer's α. */
    public static final Tag ALPHA =
            Tag.of("alpha", "α").at("alpha", Side.LEFT, 0).by("(1/C) Σ_c α_c", "Li, Fan, Li, Wu, Ming 2018, eq. 7");
    /** Mean over the channels of a layer's β. */
    public static final Tag BETA =
            Tag.of("beta", "β").at("beta", Side.LEFT, 0).by("(1/C) Σ_c β_c", "Li, Fan, Li, Wu, Ming 2018, eq. 7");

    /** Of several heads on the same features, see {@code probe.HeadComparison}. */
    public static final Tag ACCURACY_BY_HEAD = accuracy("accuracyByHead", "test");

    /** The same, each batch normalized by its own statistics. */
    public static final Tag ACCURACY_BY_HEAD_AND_BATCH =
            accuracy("accuracyByHeadAndBatch", "test").called("accuracy, BN by batch");

    public static final Tag CONFUSION =
            Tag.of("confusion", "confusion matrix").in("images").by("n_yk = #{x : argmax_j z_j(x) = k}", "");
    public static final Tag GBR_BY_CLASS = Tag.of("gbrByClass", "GBR by class")
            .in("normalized pixels")
            .logarithmic()
            .by("(1/n_k) Σ_{y = k} ‖∂f(x)/∂x‖_F²", GBR_PAPER + "eqs. 2 and 18");
    public static final Tag FEATURE_MAPS = Tag.of("featureMaps", "feature maps").by("a_c(x)", "");
    public static final Tag FILTERS = Tag.of("filters", "filters").by("W_c", "");
    public static final Tag SENSITIVITY = Tag.of("sensitivity", "sensitivity map")
            .in("normalized pixels")
            .by("Σ_k Σ_c (∂z_k/∂x_ci)²", GBR_PAPER + "eq. 2");

    /** Over the plane of two inputs. */
    public static final Tag DECISION = Tag.of("decision", "decision").by("argmax_k z_k", "");

    /** Over the plane of two inputs; 0 where two classes meet. */
    public static final Tag MARGIN = Tag.of("margin", "margin of logits").by("z₍₁₎ − z₍₂₎", "");

    public static final Tag GBR_FIELD = Tag.of("gbrField", "GBR over the plane")
            .in("normalized pixels")
            .logarithmic()
            .by("‖∂f(x)/∂x‖_F²", GBR_PAPER + "eq. 2");

    /** A picture for each class, the top row first: probabilities, logits where hinges are trained, or u of WNLL. */
    public static final Tag CLASS_SCORES =
            Tag.of("classScores", "scores of the classes").by("p_k, z_k, u_k", "");

    /** In the order of the training points, each in the group of its prediction. */
    public static final Tag PREDICTED_TRAINING =
            Tag.of("predictedTraining", "predictions").on("training").by("argmax_k z_k", "");

    public static final Tag PREDICTED_TEST =
            Tag.of("predictedTest", "predictions").on("test").by("argmax_k z_k", "");

    /** Over the plane of two inputs; two pictures, the top row first. */
    public static final Tag LEAD_GRADIENT = Tag.of("leadGradient", "gradient of the lead")
            .in("normalized pixels")
            .by("∂(z₍₁₎ − z₍₂₎)/∂x", "");

    /** Over the plane of two inputs; a picture for each hidden unit, the top row first. */
    public static final Tag UNIT_RESPONSES =
            Tag.of("unitResponses", "responses of hidden units").by("a_j(x)", "");

    public static final Tag PRINCIPAL_FEATURES =
            Tag.of("principalFeatures", "principal features").by("(f − f̄)ᵀ v₁, (f − f̄)ᵀ v₂", "Pearson 1901");

    /** Every tag, in the order of charts and listings. */
    public static final List<Tag> ALL = List.of(
            TRAIN_ACCURACY,
            VALIDATION_ACCURACY,
            TEST_ACCURACY,
            WNLL_VALIDATION_ACCURACY,
            WNLL_TEST_ACCURACY,
            GBR,
            GBR_OF_LABEL_PROBABILITY,
            GBR_BEFORE_NORMALIZATION,
            GBR_STANDARD_ERROR,
            LOG10_NORM_PRODUCT,
            LOG10_WEIGHT_DECAY_BOUND,
            BATCH_LOSS,
            TRAIN_LOSS,
            VALIDATION_LOSS,
            TEST_LOSS,
            UPDATE_RATIO,
            ALPHA,
            BETA,
            ACCURACY_BY_HEAD,
            ACCURACY_BY_HEAD_AND_BATCH,
            CONFUSION,
            GBR_BY_CLASS,
            FEATURE_MAPS,
            FILTERS,
            SENSITIVITY,
            DECISION,
            MARGIN,
            GBR_FIELD,
            CLASS_SCORES,
            PREDICTED_TRAINING,
            PREDICTED_TEST,
            LEAD_GRADIENT,
            UNIT_RESPONSES,
            PRINCIPAL_FEATURES,
            LEARNING_RATE,
            IMAGES_PER_SECOND,
            EPOCH_SECONDS);

    private static final Map<String, Tag> BY_ID = ALL.stream().collect(Collectors.toMap(Tag::id, Function.identity()));

    private Tags() {}

    private static Tag gbr(String id, String quantity, int color) {
        return Tag.of(id, quantity)
                .in("normalized pixels")
                .logarithmic()
                .at(BOUND_CHART, Side.LEFT, color)
                .by("(1/n) Σ ‖∂f(x)/∂x‖_F²", GBR_PAPER + "eqs. 2 and 18");
    }

    private static Tag accuracy(String id, String part) {
        return Tag.of(id, "accuracy").on(part).inPercent().by("(1/n) Σ [argmax_k z_k(x) = y]", "");
    }

    private static Tag wnll(String id, String part) {
        return accuracy(id, part).by("(1/n) Σ [argmax_k u_k(x) = y], u ∈ WNLL", "Wang et al. 2018, alg. 2");
    }

    /** The tag of an id; one that nobody defined here, as of a newer program, is a pure number of that name. */
    public static Tag of(String id) {
        return BY_ID.getOrDefault(id, Tag.of(id, id));
    }

    /** What the entries of a list of numbers are, one of which is measured for each. */
    public static String entry(Tag tag) {
        return tag.equals(ACCURACY_BY_HEAD) || tag.equals(ACCURACY_BY_HEAD_AND_BATCH) ? "head" : "class";
    }

    /** Those that a live chart shows. */
    public static List<Tag> inChart(String chart) {
        return ALL.stream()
                .filter(tag -> tag.place().filter(p -> p.chart().equals(chart)).isPresent())
                .toList();
    }
}
