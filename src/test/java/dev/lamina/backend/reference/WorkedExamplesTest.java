package dev.lamina.backend.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cases.Outcome;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.optim.Adam;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.Targets;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import dev.lamina.program.Window;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forward formulas on numbers small enough to check by hand; the gradient checks build on these. */
class WorkedExamplesTest {
    private static final double[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final UpdateRule PLAIN = new UpdateRule(1, 1, Double.NEGATIVE_INFINITY);

    private final Map<String, double[]> values = new HashMap<>();
    private int nextId;

    private Value given(String name, Value.Kind kind, Shape shape, double... value) {
        values.put(name, value);
        return new Value(nextId++, name, shape, kind);
    }

    private Value input(String name, Shape shape, double... value) {
        return given(name, Value.Kind.INPUT, shape, value);
    }

    private Value made(String name, Shape shape) {
        return new Value(nextId++, name, shape, Value.Kind.INTERMEDIATE);
    }

    private Outcome run(Operation operation, Value... outputs) {
        Map<String, Value> named = new HashMap<>();
        for (Value output : outputs) {
            named.put(output.name(), output);
        }
        return Outcome.ofReference(new Program("example", List.of(operation), named), values);
    }

    @Test
    void anImageIsMovedThenMirroredThenMapped() {
        Value raw = input("raw", Shape.of(1, 1, 1, 3), 1, 2, 3);
        Value placement = input("placement", Shape.of(1, 3), 0, 1, 1);
        Value scale = input("scale", Shape.of(1), 2);
        Value offset = input("offset", Shape.of(1), 5);
        Value x = made("x", Shape.of(1, 1, 1, 3));
        Outcome outcome = run(new InputOperation.Prepare("images", raw, placement, scale, offset, x), x);
        assertArrayEquals(new double[] {9, 7, 5}, outcome.get("x"));
    }

    /** The kernel 1 2 / 3 4 on the plane 1…9: top left 1·1 + 2·2 + 3·4 + 4·5 = 37. */
    @Test
    void convolutionDoesNotFlipItsKernel() {
        Value x = input("x", Shape.of(1, 1, 3, 3), ONE_TO_NINE);
        Value w = input("w", Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
        Value y = made("y", Shape.of(1, 1, 2, 2));
        var window = new Window(2, 1, 0, 1, 1);
        Outcome outcome = run(new ConvolutionOperation.Forward("conv", window, x, w, Optional.empty(), y), y);
        assertArrayEquals(new double[] {37, 47, 67, 77}, outcome.get("y"));
    }

    /** Taps two pixels apart from −1 in steps of two: kernel places reach pixels −1 and 1, then 1 and 3. */
    @Test
    void convolutionStepsByItsStrideAndSpreadsByItsDilation() {
        Value x = input("x", Shape.of(1, 1, 3, 3), ONE_TO_NINE);
        Value w = input("w", Shape.of(1, 1, 2, 2), 1, 10, 100, 1000);
        Value bias = input("bias", Shape.of(1), 0.5);
        Value y = made("y", Shape.of(1, 1, 2, 2));
        var window = new Window(2, 2, 1, 2, 1);
        Outcome outcome = run(new ConvolutionOperation.Forward("conv", window, x, w, Optional.of(bias), y), y);
        assertArrayEquals(new double[] {5000.5, 500.5, 50.5, 5.5}, outcome.get("y"));
    }

    /** Four channels in two groups: outputs 0, 1 see channels 0, 1; outputs 2, 3 see channels 2, 3. */
    @Test
    void outputChannelsSeeTheirGroupOnly() {
        Value x = input("x", Shape.of(1, 4, 1, 1), 1, 2, 3, 4);
        Value w = input("w", Shape.of(4, 2, 1, 1), 1, 0, 0, 1, 1, 0, 10, 100);
        Value y = made("y", Shape.of(1, 4, 1, 1));
        var window = new Window(1, 1, 0, 1, 2);
        Outcome outcome = run(new ConvolutionOperation.Forward("conv", window, x, w, Optional.empty(), y), y);
        assertArrayEquals(new double[] {1, 2, 3, 430}, outcome.get("y"));
    }

    /** Windows of 3 in steps of 2 with a border of 1: the corner window covers 1 2 4 5, mean 3, largest 5 at place 4. */
    @Test
    void poolingLeavesTheBorderOut() {
        Value x = input("x", Shape.of(1, 1, 3, 3), ONE_TO_NINE);
        Value y = made("y", Shape.of(1, 1, 2, 2));
        Value winner = made("winner", y.shape());
        Outcome average = run(new PoolOperation.Windowed("pool", new AveragePool(3, 2, 1), x, y, Optional.empty()), y);
        assertArrayEquals(new double[] {3, 4, 6, 7}, average.get("y"), 1e-14);
        Outcome max = run(maxPool(new MaxPool(3, 2, 1), x, y, winner), y, winner);
        assertArrayEquals(new double[] {5, 6, 8, 9}, max.get("y"));
        assertArrayEquals(new double[] {4, 5, 7, 8}, max.get("winner"));
    }

    /** In profiles: the kinds of pool have lines of their own. */
    @Test
    void aPoolIsNamedByItsKind() {
        Value x = input("x", Shape.of(1, 1, 3, 3), ONE_TO_NINE);
        Value y = made("y", Shape.of(1, 1, 2, 2));
        var average = new PoolOperation.Windowed("pool", new AveragePool(3, 2, 1), x, y, Optional.empty());
        PoolOperation max = maxPool(new MaxPool(3, 2, 1), x, y, made("winner", y.shape()));
        assertEquals("pool average", OperationPlan.of(average, "loops").operation());
        assertEquals("pool max", OperationPlan.of(max, "loops").operation());
        assertEquals(
                "pool average backward",
                OperationPlan.of(new PoolOperation.WindowedBackward("pool", average, y, x), "loops")
                        .operation());
    }

    private static PoolOperation maxPool(MaxPool pool, Value x, Value y, Value winner) {
        return new PoolOperation.Windowed("pool", pool, x, y, Optional.of(winner));
    }

    @Test
    void theFirstOfEqualMaximaWinsAndNotANumberBeatsAll() {
        Value x = input("x", Shape.of(1, 1, 2, 4), 1, 7, 2, Double.NaN, 7, 7, 3, 4);
        Value y = made("y", Shape.of(1, 1, 1, 2));
        Value winner = made("winner", y.shape());
        Outcome max = run(maxPool(new MaxPool(2, 2, 0), x, y, winner), y, winner);
        assertArrayEquals(new double[] {7, Double.NaN}, max.get("y"));
        assertArrayEquals(new double[] {1, 3}, max.get("winner"));
    }

    /** Values 1, 3, 5, 7: mean 4, biased variance 5, unbiased 20/3. With ε = 4 the deviation is 3. */
    @Test
    void normalizationUsesTheBiasedVarianceAndKeepsTheUnbiasedOne() {
        Value x = input("x", Shape.of(4, 1), 1, 3, 5, 7);
        Shape one = Shape.of(1);
        var parameters = new NormParameters(
                given("scale", Value.Kind.PARAMETER, one, 6),
                given("shift", Value.Kind.PARAMETER, one, 1),
                given("mean", Value.Kind.STATE, one, 10),
                given("variance", Value.Kind.STATE, one, 2));
        Value residual = input("residual", x.shape(), 0, 0, 0, -8);
        Value y = made("y", x.shape());
        Outcome outcome = run(
                new NormOperation.Training(
                        "norm",
                        4,
                        0.25,
                        new Relu(),
                        x,
                        parameters,
                        Optional.of(residual),
                        List.of(),
                        made("batchMean", one),
                        made("inverseDeviation", one),
                        y),
                y);
        assertArrayEquals(new double[] {0, 0, 3, 0}, outcome.get("y"), 1e-14);
        assertEquals(0.75 * 10 + 0.25 * 4, outcome.get("mean")[0], 1e-14);
        assertEquals(0.75 * 2 + 0.25 * 20 / 3, outcome.get("variance")[0], 1e-14);
    }

    /** Channels 1 → 4: one zero channel before, two after; every second pixel of the plane. */
    @Test
    void theShortcutTakesEverySecondPixelAndAddsZeroChannels() {
        Value x = input("x", Shape.of(1, 1, 3, 3), ONE_TO_NINE);
        Value y = made("y", Shape.of(1, 4, 2, 2));
        Outcome outcome = run(new ElementOperation.SubsampleZeroPad("shortcut", 2, x, y), y);
        assertArrayEquals(new double[] {0, 0, 0, 0, 1, 3, 7, 9, 0, 0, 0, 0, 0, 0, 0, 0}, outcome.get("y"));
    }

    /** Logits 0 and ln 3 mean probabilities ¼ and ¾. With ε = ½ the targets are ¾ for the label and ¼ for the other. */
    @Test
    void crossEntropyIsTheMeanOverTheBatch() {
        Value logits = input("logits", Shape.of(2, 2), 0, Math.log(3), 5, 5);
        Value labels = input("labels", Shape.of(2), 0, 0);
        Value loss = made("loss", Shape.of());
        Value correct = made("correct", Shape.of());
        Outcome hard = run(crossEntropy(0, logits, labels, loss, correct), loss, correct);
        assertEquals((Math.log(4) + Math.log(2)) / 2, hard.get("loss")[0], 1e-14);
        assertEquals(1, hard.get("correct")[0]);
        Outcome smooth = run(crossEntropy(0.5, logits, labels, loss, correct), loss, correct);
        double first = 0.75 * Math.log(4) + 0.25 * Math.log(4.0 / 3);
        assertEquals((first + Math.log(2)) / 2, smooth.get("loss")[0], 1e-14);
    }

    /**
     * Margins of (2, −0.5, 0) for label 0: −1, 0.5, 1; of (0.5, 0.25, −2) for label 1: 1.5, 0.75, −1. Sums 1.5 and 2.25, of
     * squares 1.25 and 2.8125.
     */
    @Test
    void hingeCountsWhatLiesWithinTheMargin() {
        Value logits = input("logits", Shape.of(2, 3), 2, -0.5, 0, 0.5, 0.25, -2);
        Targets targets = Targets.of(input("labels", Shape.of(2), 0, 1));
        assertHinge(HingePower.PLAIN, logits, targets, 1.875, 0, 0.5, 0.5, 0.5, -0.5, 0);
        assertHinge(HingePower.SQUARED, logits, targets, 2.03125, 0, 0.5, 1, 1.5, -0.75, 0);
    }

    private void assertHinge(HingePower power, Value logits, Targets targets, double expected, double... gradient) {
        Value loss = made("loss", Shape.of());
        Value correct = made("correct", Shape.of());
        Value dlogits = made("dlogits", Shape.of(2, 3));
        var function = new Loss.Hinge(power);
        Outcome forward = run(
                new LossOperation.Forward("head", function, LossInputs.ofLogits(logits), targets, loss, correct),
                loss,
                correct);
        assertEquals(expected, forward.get("loss")[0], 1e-15);
        assertEquals(1, forward.get("correct")[0]);
        Outcome backward = run(
                new LossOperation.Backward(
                        "head", function, LossInputs.ofLogits(logits), targets, LossInputs.ofLogits(dlogits)),
                dlogits);
        assertArrayEquals(gradient, backward.get("dlogits"), 1e-15);
    }

    /** The loss of mixed targets is λ·L₁ + (1 − λ)·L₂; for cross-entropy, that of the target mixed itself. */
    @Test
    void theLossOfMixedTargetsIsTheMixtureOfTheLosses() {
        Value logits = input("logits", Shape.of(1, 2), 0, Math.log(3));
        Targets mixed = Targets.mixed(
                input("labels", Shape.of(1), 0), input("second", Shape.of(1), 1), input("share", Shape.of(), 0.25));
        Value loss = made("loss", Shape.of());
        Value correct = made("correct", Shape.of());
        var operation = new LossOperation.Forward(
                "head", new Loss.CrossEntropy(0), LossInputs.ofLogits(logits), mixed, loss, correct);
        Outcome outcome = run(operation, loss, correct);
        assertEquals(0.25 * Math.log(4) + 0.75 * Math.log(4.0 / 3), outcome.get("loss")[0], 1e-15);
        assertEquals(0.75, outcome.get("correct")[0]);
    }

    private static LossOperation crossEntropy(
            double labelSmoothing, Value logits, Value labels, Value loss, Value correct) {
        return new LossOperation.Forward(
                "head",
                new Loss.CrossEntropy(labelSmoothing),
                LossInputs.ofLogits(logits),
                Targets.of(labels),
                loss,
                correct);
    }

    @Test
    void aLabelThatIsNoClassIsRefusedWithItsExample() {
        Value logits = input("logits", Shape.of(2, 3), 0, 0, 0, 0, 0, 0);
        Value labels = input("labels", Shape.of(2), 2, 3);
        Value loss = made("loss", Shape.of());
        var operation = crossEntropy(0, logits, labels, loss, made("correct", Shape.of()));
        String message = assertThrows(IllegalArgumentException.class, () -> run(operation, loss))
                .getMessage();
        assertTrue(message.contains("label 3.0 of example 1") && message.contains("head"), message);
    }

    /** g = 1 + 0.5·2 = 2; m = 0.5·8 + 2 = 6; plain w = 2 − 0.1·6, Nesterov w = 2 − 0.1·(2 + 0.5·6). */
    @Test
    void sgdAddsWeightDecayToTheGradientAndMomentumToBoth() {
        assertEquals(1.4, sgd(false, PLAIN), 1e-15);
        assertEquals(1.5, sgd(true, PLAIN), 1e-15);
        assertEquals(2 - 0.5 * 5, sgd(false, new UpdateRule(5, 0, Double.NEGATIVE_INFINITY)), 1e-15);
        assertEquals(1.75, sgd(false, new UpdateRule(1, 1, 1.75)), 0);
    }

    private double sgd(boolean nesterov, UpdateRule rule) {
        Shape one = Shape.of(1);
        Value w = given("w", Value.Kind.PARAMETER, one, 2);
        Value velocity = given("velocity", Value.Kind.STATE, one, 8);
        Value gradient = input("gradient", one, 1);
        Value hyperparameters = input("hyperparameters", Shape.of(3), 0.1, 0.5, 0.5);
        Outcome outcome = run(new UpdateOperation.Sgd("layer", nesterov, rule, w, gradient, velocity, hyperparameters));
        return outcome.get("w")[0];
    }

    /** From zero moments the corrected mean is g and the corrected deviation |g|, so the first step is the learning rate. */
    @Test
    void theFirstStepOfAdamIsTheLearningRate() {
        Shape one = Shape.of(1);
        Value w = given("w", Value.Kind.PARAMETER, one, 2);
        Value first = given("first", Value.Kind.STATE, one, 0);
        Value second = given("second", Value.Kind.STATE, one, 0);
        Value gradient = input("gradient", one, 3);
        Value hyperparameters = input("hyperparameters", Shape.of(4), 0.125, 0.5, 1 - 0.9, 1 - 0.99);
        var adam = new Adam(0.9, 0.99, 1e-12);
        Outcome outcome =
                run(new UpdateOperation.Adam("layer", adam, PLAIN, w, gradient, first, second, hyperparameters));
        assertEquals(2 - 0.125, outcome.get("w")[0], 1e-12);
        assertEquals(0.1 * 4, outcome.get("first")[0], 1e-15);
        assertEquals(0.01 * 16, outcome.get("second")[0], 1e-15);
    }

    /**
     * The second step: g = 3 + 0.5·2 = 4; moments 0.5·2 + 0.5·4 = 3 and 0.75·4 + 0.25·16 = 7, corrected by 1 − 0.5² and
     * 1 − 0.75² to 4 and 16; with ε = 1, w = 2 − 0.125·4 / (√16 + 1).
     */
    @Test
    void aLaterStepOfAdamStartsFromItsMoments() {
        Shape one = Shape.of(1);
        Value w = given("w", Value.Kind.PARAMETER, one, 2);
        Value first = given("first", Value.Kind.STATE, one, 2);
        Value second = given("second", Value.Kind.STATE, one, 4);
        Value gradient = input("gradient", one, 3);
        Value hyperparameters = input("hyperparameters", Shape.of(4), 0.125, 0.5, 0.75, 0.4375);
        var adam = new Adam(0.5, 0.75, 1);
        Outcome outcome =
                run(new UpdateOperation.Adam("layer", adam, PLAIN, w, gradient, first, second, hyperparameters));
        assertEquals(1.9, outcome.get("w")[0], 1e-15);
        assertEquals(3, outcome.get("first")[0], 1e-15);
        assertEquals(7, outcome.get("second")[0], 1e-15);
    }
}
