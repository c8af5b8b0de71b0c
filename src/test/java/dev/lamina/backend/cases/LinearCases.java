package dev.lamina.backend.cases;

import dev.lamina.program.LinearOperation;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fully connected layers with both adjoints. */
public final class LinearCases {
    private LinearCases() {}

    /** A layer of so many inputs and outputs. */
    public static OperationCase of(Draw draw, int batch, int inputs, int outputs, Bias bias) {
        var builder = new CaseBuilder("linear " + batch + "×" + inputs + " to " + outputs + bias.words());
        Shape x = Shape.of(batch, inputs);
        Shape w = Shape.of(outputs, inputs);
        Shape y = Shape.of(batch, outputs);
        Value xv = builder.input("x", x, draw.normal(x));
        Value wv = builder.parameter("w", w, draw.normal(w));
        Optional<Value> bv = bias.of(builder, draw, outputs);
        Value yv = builder.output("y", y);
        Value dy = builder.input("dy", y, draw.normal(y));
        builder.add(new LinearOperation.Forward("linear", xv, wv, bv, yv));
        builder.objective(yv, List.of(dy));
        builder.add(
                new LinearOperation.BackwardWeights("linear", xv, dy, builder.gradient(wv), bv.map(builder::gradient)));
        builder.add(new LinearOperation.BackwardData("linear", dy, wv, builder.gradient(xv)));

        Map<String, Integer> terms = new HashMap<>(Map.of("y", inputs + 1, "d:x", outputs, "d:w", batch));
        bv.ifPresent(_ -> terms.put("d:bias", batch));
        return builder.build(Rounding.ofProducts(terms));
    }
}
