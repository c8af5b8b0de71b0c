package dev.lamina.experiment.pixels;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.Precision;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.experiment.Backends;
import dev.lamina.experiment.RunTags;
import dev.lamina.manifold.Interpolation;
import dev.lamina.manifold.Interpolator;
import dev.lamina.manifold.NeighborVote;
import dev.lamina.manifold.PLaplacian;
import dev.lamina.manifold.Points;
import dev.lamina.message.Message;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Classifiers on raw pixels (pixel/255): softmax regression, k nearest neighbors, linear support vector machine
 * (squared hinge, C = 1), graph p-Laplacian, WNLL. The training set is the template, the test set the queries. Source: Wang et al.
 * 2018, table 1; METHODS section 1.3.
 */
public record RawPixelComparison(
        TrainTest data, TrainTest whole, RawPixelSettings settings, RawPixelListener listener) {
    private static final String BACKEND = "cpu";

    /** @throws BadInputException if there are too few examples */
    public RawPixelComparison {
        int fewest = Math.max(settings.voters(), settings.wnll().graphNeighbors());
        if (data.training().size() < fewest) {
            throw new BadInputException(Message.of("experiment.fewTemplates", fewest)
                    .at("--template " + data.training().size()));
        }
    }

    private boolean asPublished() {
        return data.training().size() == whole.training().size()
                && data.test().size() == whole.test().size();
    }

    /** What to tell a person before anything is computed. */
    public Optional<Message> warning() {
        return new Interpolator(settings.wnll(), 1, _ -> {})
                .warning(data.training().size(), data.training().classCount());
    }

    /** Hands out one row after the other. */
    public void run(Consumer<RawPixelRow> rows) {
        rows.accept(softmaxRegression());
        // ½‖w‖² + C Σ loss, divided by C n: C = 1 is a weight decay of 1/n beside the mean loss.
        double decay = 1.0 / data.training().size();
        rows.accept(linear(
                Message.of("experiment.linearSvm"),
                new SvmHead(true, HingePower.SQUARED),
                decay,
                OptionalDouble.empty()));
        rows.accept(nearestNeighbors());
        rows.accept(pLaplacian());
        rows.accept(wnll());
    }

    /** The linear classifier of softmax cross-entropy alone. */
    public RawPixelRow softmaxRegression() {
        return linear(
                Message.of("experiment.softmaxRegression"), new SoftmaxHead(true, 0), 0, Published.softmax(source()));
    }

    /** The vote of the nearest neighbors alone. */
    public RawPixelRow nearestNeighbors() {
        return neighbors(points(data.training()), points(data.test()));
    }

    /** The graph p-Laplacian alone, all queries at once. */
    public RawPixelRow pLaplacian() {
        Message method = Message.of("experiment.pLaplacian", settings.exponent());
        var clock = new MethodClock(method, listener);
        int[] predictions = PLaplacian.classify(
                points(data.training()),
                data.training().labels(),
                points(data.test()),
                data.training().classCount(),
                settings.wnll(),
                settings.exponent(),
                settings.threads(),
                clock);
        return row(method, accuracy(predictions), OptionalDouble.empty(), clock, RunTags.queries(0));
    }

    /** The interpolation alone. */
    public RawPixelRow wnll() {
        return wnll(points(data.training()), points(data.test()), Published.wnll(source()));
    }

    private String source() {
        return data.training().provenance().source();
    }

    private RawPixelRow linear(Message method, Head head, double weightDecay, OptionalDouble published) {
        var clock = new MethodClock(method, listener);
        SessionSettings session = new SessionSettings(settings.threads(), Precision.F32, ConvolutionAlgorithm.AUTO);
        try (Session opened = Backends.create(BACKEND).open(session)) {
            var classifier = new LinearClassifier(data, head, weightDecay, settings);
            double accuracy = classifier.testAccuracy(opened, clock);
            return row(method, accuracy, published, clock, Message.of("experiment.epochs", classifier.epochs()));
        }
    }

    private RawPixelRow neighbors(Points template, Points queries) {
        Message method = Message.of("experiment.nearestNeighbors", settings.voters());
        var clock = new MethodClock(method, listener);
        int[] predictions = NeighborVote.classify(
                template,
                data.training().labels(),
                queries,
                data.training().classCount(),
                settings.voters(),
                settings.threads(),
                clock);
        return row(method, accuracy(predictions), OptionalDouble.empty(), clock, Message.of("experiment.majority"));
    }

    private RawPixelRow wnll(Points template, Points queries, OptionalDouble published) {
        Message method = Message.verbatim("WNLL");
        var clock = new MethodClock(method, listener);
        Interpolation u = new Interpolator(settings.wnll(), settings.threads(), clock)
                .interpolate(
                        template,
                        data.training().labels(),
                        queries,
                        data.training().classCount());
        List<Message> notes = new ArrayList<>();
        notes.add(Message.verbatim(
                settings.wnll().kernel().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        notes.add(RunTags.queries(settings.wnll().queryBatch()));
        notes.add(Message.of("experiment.iterations", u.iterations()));
        if (u.disconnected() > 0) {
            notes.add(Message.of("experiment.outOfReach", u.disconnected()));
        }
        if (u.neighborRecall() < 1) {
            notes.add(Message.of("experiment.approximate", u.neighborRecall()));
        }
        return row(method, accuracy(u.predictions()), published, clock, Message.of("experiment.notes", notes));
    }

    private RawPixelRow row(
            Message method, double accuracy, OptionalDouble published, MethodClock clock, Message note) {
        return new RawPixelRow(
                method, accuracy, asPublished() ? published : OptionalDouble.empty(), clock.seconds(), note);
    }

    private double accuracy(int[] predictions) {
        int correct = 0;
        for (int i = 0; i < predictions.length; i++) {
            correct += predictions[i] == data.test().label(i) ? 1 : 0;
        }
        return (double) correct / predictions.length;
    }

    private static Points points(ImageDataset images) {
        int dimension = Math.toIntExact(images.exampleShape().size());
        float[] coordinates = new float[Math.multiplyExact(images.size(), dimension)];
        for (int i = 0; i < images.size(); i++) {
            images.copyTo(i, coordinates, i * dimension);
        }
        return new Points(images.size(), dimension, coordinates);
    }
}
