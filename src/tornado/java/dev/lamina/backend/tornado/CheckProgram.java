package dev.lamina.backend.tornado;

import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Prelu;
import dev.lamina.nn.activation.Relu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.Loss;
import dev.lamina.nn.head.LossInputs;
import dev.lamina.nn.layer.AveragePool;
import dev.lamina.nn.layer.LpPool;
import dev.lamina.nn.layer.MaxPool;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.nn.regularizer.ShiftedDecay;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.NormParameters;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Targets;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.UpdateRule;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import dev.lamina.program.Window;
import java.util.List;
import java.util.Optional;

/** One program with every operation at small odd sizes, which runs every kernel. */
final class CheckProgram {
    private static final String LAYER = "device check";

    private final CheckValues v = new CheckValues();

    private CheckProgram() {}

    static CheckValues all() {
        CheckProgram check = new CheckProgram();
        check.convolutions();
        check.linear();
        check.norms();
        check.activations();
        check.pools();
        check.elements();
        check.weights();
        check.losses();
        check.updates();
        check.inputs();
        return check.v;
    }

    private void convolutions() {
        convolution(new Window(3, 1, 1, 1, 1), v.input(3, 5, 7, 5), 17, 7, 5);
        convolution(new Window(3, 2, 1, 1, 3), v.input(2, 6, 7, 5), 9, 4, 3);
        // Tiles of 64 rows, and a depth that is split.
        convolution(new Window(3, 1, 1, 1, 1), v.input(3, 19, 15, 13), 35, 15, 13);
    }

    private void convolution(Window window, Value x, int outputs, int rows, int columns) {
        int batch = x.shape().axis(0);
        Value w = v.input(outputs, x.shape().axis(1) / window.groups(), 3, 3);
        Value bias = v.input(outputs);
        Value dy = v.input(batch, outputs, rows, columns);
        v.add(new ConvolutionOperation.Forward(
                LAYER, window, x, w, Optional.of(bias), v.output(batch, outputs, rows, columns)));
        v.add(new ConvolutionOperation.BackwardData(LAYER, window, dy, w, v.output(x.shape())));
        v.add(new ConvolutionOperation.BackwardWeights(
                LAYER, window, x, dy, v.output(w.shape()), Optional.of(v.output(outputs))));
    }

    private void linear() {
        Value x = v.input(5, 19);
        Value w = v.input(17, 19);
        Value dy = v.input(5, 17);
        v.add(new LinearOperation.Forward(LAYER, x, w, Optional.of(v.input(17)), v.output(5, 17)));
        v.add(new LinearOperation.BackwardData(LAYER, dy, w, v.output(5, 19)));
        v.add(new LinearOperation.BackwardWeights(LAYER, x, dy, v.output(17, 19), Optional.of(v.output(17))));
    }

    private void norms() {
        Value x = v.input(3, 5, 7, 5);
        Value residual = v.input(3, 5, 7, 5);
        NormParameters parameters =
                new NormParameters(v.uniform(0.5, 1.5, 5), v.input(5), v.persistent(-1, 1, 5), v.persistent(0.5, 2, 5));
        List<Value> response = List.of(v.uniform(0.5, 1.5, 5), v.uniform(0.5, 1.5, 5));
        Mpelu activation = Mpelu.DEFAULT;
        var inference = new NormOperation.Inference(
                LAYER, 1e-5, activation, x, parameters, Optional.of(residual), response, v.output(3, 5, 7, 5));
        v.add(inference);
        v.add(new NormOperation.InferenceBackward(
                LAYER, inference, List.of(v.input(3, 5, 7, 5)), v.output(3, 5, 7, 5), Optional.empty()));
        var training = new NormOperation.Training(
                LAYER,
                1e-5,
                0.1,
                activation,
                x,
                parameters,
                Optional.of(residual),
                response,
                v.output(5),
                v.output(5),
                v.output(3, 5, 7, 5));
        v.add(training);
        v.add(new NormOperation.TrainingBackward(
                LAYER,
                training,
                List.of(v.input(3, 5, 7, 5), v.input(3, 5, 7, 5)),
                v.output(3, 5, 7, 5),
                v.output(5),
                v.output(5),
                Optional.of(v.output(3, 5, 7, 5)),
                List.of(v.output(5), v.output(5))));
    }

    private void activations() {
        Value x = v.input(3, 5, 7);
        v.add(new ActivationOperation.Forward(LAYER, new Relu(), x, List.of(), v.output(3, 5, 7)));
        var forward = new ActivationOperation.Forward(
                LAYER, new Prelu(0.25, Sharing.LAYER), x, List.of(v.uniform(0.1, 0.5, 1)), v.output(3, 5, 7));
        v.add(forward);
        v.add(new ActivationOperation.Backward(
                LAYER, forward, v.input(3, 5, 7), v.output(3, 5, 7), List.of(v.output(1))));
    }

    private void pools() {
        Value x = v.input(2, 3, 7, 5);
        Value dy = v.input(2, 3, 4, 3);
        for (WindowPool pool : List.of(
                new MaxPool(3, 2, 1), new AveragePool(3, 2, 1), new LpPool(2, 3, 2, 1), new LpPool(3, 3, 2, 1))) {
            Optional<Value> winner =
                    pool.needs() == WindowPool.Needs.WINNERS ? Optional.of(v.output(2, 3, 4, 3)) : Optional.empty();
            var forward = new PoolOperation.Windowed(LAYER, pool, x, v.output(2, 3, 4, 3), winner);
            v.add(forward);
            v.add(new PoolOperation.WindowedBackward(LAYER, forward, dy, v.output(x.shape())));
        }
        v.add(new PoolOperation.GlobalAverage(LAYER, x, v.output(2, 3)));
        v.add(new PoolOperation.GlobalAverageBackward(LAYER, v.input(2, 3), v.output(x.shape())));
    }

    private void elements() {
        Value a = v.input(2, 3, 7, 5);
        Value b = v.input(2, 3, 7, 5);
        v.add(new ElementOperation.Sum(LAYER, List.of(a, b, a), v.output(a.shape())));
        v.add(new ElementOperation.Mask(LAYER, a, b, v.output(a.shape())));
        v.add(new ElementOperation.DrawnSlope(LAYER, a, b, v.output(a.shape())));
        v.add(new ElementOperation.Reshape(LAYER, a, v.output(2, 105)));
        v.add(new ElementOperation.Concatenate(LAYER, List.of(a, v.input(2, 2, 7, 5)), v.output(2, 5, 7, 5)));
        v.add(new ElementOperation.ConcatenateBackward(
                LAYER, v.input(2, 5, 7, 5), List.of(v.output(a.shape()), v.output(2, 2, 7, 5))));
        v.add(new ElementOperation.SubsampleZeroPad(LAYER, 2, a, v.output(2, 6, 4, 3)));
        v.add(new ElementOperation.SubsampleZeroPadBackward(LAYER, 2, v.input(2, 6, 4, 3), v.output(a.shape())));
    }

    private void weights() {
        Value raw = v.input(5, 33);
        for (EqualNormForm form :
                List.of(EqualNormForm.CENTERED_ROWS, EqualNormForm.LAYER, EqualNormForm.WEIGHT_STANDARDIZATION)) {
            var forward =
                    new WeightOperation.EqualNorm(LAYER, new EqualNorm(form, 2, 0, 1e-3), raw, v.output(raw.shape()));
            v.add(forward);
            v.add(new WeightOperation.EqualNormBackward(LAYER, forward, v.input(5, 33), v.output(raw.shape())));
        }
        for (int gains : List.of(1, 5)) {
            var gain = new WeightOperation.Gain(LAYER, raw, v.input(gains), v.output(raw.shape()));
            v.add(gain);
            v.add(new WeightOperation.GainBackward(
                    LAYER, gain, v.input(5, 33), v.output(raw.shape()), v.output(gains)));
        }
        v.add(new WeightOperation.AddShiftedDecay(
                LAYER, new ShiftedDecay(0.125, 0.25), raw, v.input(5, 33), v.output(raw.shape())));
    }

    private void losses() {
        Value logits = v.input(5, 7);
        Targets targets = Targets.mixed(v.labels(5, 7), v.labels(5, 7), v.uniform(0.1, 0.9));
        for (Loss loss : List.of(
                new Loss.CrossEntropy(0.1), new Loss.Hinge(HingePower.PLAIN), new Loss.Hinge(HingePower.SQUARED))) {
            v.add(new LossOperation.Forward(LAYER, loss, LossInputs.ofLogits(logits), targets, v.output(), v.output()));
            v.add(new LossOperation.Backward(
                    LAYER, loss, LossInputs.ofLogits(logits), targets, LossInputs.ofLogits(v.output(5, 7))));
        }
    }

    private void updates() {
        UpdateRule rule = new UpdateRule(2, 0.5, -0.5);
        v.add(new UpdateOperation.Sgd(
                LAYER,
                true,
                rule,
                v.persistent(-1, 1, 19),
                v.input(19),
                v.persistent(-1, 1, 19),
                v.uniform(0.1, 0.9, 3)));
        v.add(new UpdateOperation.Adam(
                LAYER,
                new Adam(0.875, 0.96875, 1e-8),
                rule,
                v.persistent(-1, 1, 19),
                v.input(19),
                v.persistent(-1, 1, 19),
                v.persistent(0.1, 2, 19),
                v.uniform(0.1, 0.9, 4)));
    }

    /** Moves of up to 2 pixels and a reflection or none. */
    private void inputs() {
        Value raw = v.uniform(0, 255, 5, 3, 7, 5);
        Value x = v.output(raw.shape());
        v.add(new InputOperation.Prepare(LAYER, raw, v.whole(-2, 3, 5, 3), v.input(3), v.input(3), x));
    }
}
