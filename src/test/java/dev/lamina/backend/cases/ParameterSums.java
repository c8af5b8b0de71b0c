package dev.lamina.backend.cases;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Adds up the magnitudes of the terms in the gradients of an activation's parameters "p0", "p1", …. */
final class ParameterSums {
    private final Activation activation;
    private final Map<String, double[]> values;
    private final int channels;
    private final int plane;
    private final double terms;
    private final double[][] sums;
    private final double[][] squares;

    ParameterSums(Activation activation, Map<String, double[]> values, Shape x) {
        this.activation = activation;
        this.values = values;
        channels = x.axis(1);
        plane = (int) (x.size() / x.axis(0) / channels);
        int shared = activation.sharing() == Sharing.LAYER ? 1 : channels;
        terms = (double) x.size() / shared;
        sums = new double[activation.parameters().size()][shared];
        squares = new double[activation.parameters().size()][shared];
    }

    /** The activation at the element with the given row-major index. */
    ResponseScale scaleAt(int index) {
        double[] parameters = new double[sums.length];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = values.get("p" + p)[place(index)];
        }
        return new ResponseScale(activation, parameters);
    }

    /** An element with pre-activation z, known to within roundings of {@code size}, and upstream gradient |dy|. */
    void add(int index, double dy, double z, double size) {
        for (int p = 0; p < sums.length && z <= 0; p++) {
            double term = dy * scaleAt(index).parameter(p, size);
            sums[p][place(index)] += term;
            squares[p][place(index)] += term * term;
        }
    }

    Map<String, RoundingError> errors() {
        Map<String, RoundingError> errors = new HashMap<>();
        for (int p = 0; p < sums.length; p++) {
            double[] quadratic = Arrays.stream(squares[p]).map(Math::sqrt).toArray();
            errors.put("d:p" + p, new RoundingError(terms, sums[p], quadratic));
        }
        return errors;
    }

    private int place(int index) {
        return activation.sharing() == Sharing.LAYER ? 0 : index / plane % channels;
    }
}
