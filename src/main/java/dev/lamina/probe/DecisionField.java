package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.batch.BatchTensors;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.Normalization;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network of two inputs decides all over their plane, in test mode: argmax_k z_k, the margin z₍₁₎ − z₍₂₎ of the two
 * largest logits, and ‖∂z/∂x‖_F², x normalized, whose mean over the images is GBR (Li, Chen, Yang, eq. 2). The plane is
 * the rectangle of the part's points with a tenth of room on each side, in their own coordinates. Of a WNLL head the
 * linear classifier decides.
 */
@JsonTypeName("decision-field")
@Origin(formula = "argmax_k z_k, z₍₁₎ − z₍₂₎, ‖∂f/∂x‖_F²", source = "Li, Chen, Yang, eq. 2")
public record DecisionField(
        @Setting(defaultValue = "\"test\"", meaning = "whose points span the plane: training, validation or test")
        DataPart part,

        @Setting(defaultValue = "64", min = 4, max = 512, unit = "cells", meaning = "how many cells a side is cut into")
        int cells,

        @Setting(defaultValue = "{}", meaning = "when it is read")
        Due due)
        implements ProbeSettings {
    private static final Shape PLANE = Shape.of(2, 1, 1);
    private static final double ROOM = 0.1;

    @Override
    public Probe open(ProbeContext context) {
        ImageDataset points = part.of(context.data());
        if (!points.exampleShape().equals(PLANE)) {
            throw new BadInputException(
                    Message.of("probe.noPlane", points.exampleShape()).at("decision-field"));
        }
        Normalization normalization = context.normalization();
        HostTensor inputs = BatchTensors.all(points, normalization);
        return new Reader(context, span(inputs, 0, normalization), span(inputs, 1, normalization), points.classNames());
    }

    /** Least and greatest coordinate, and room. */
    private static double[] span(HostTensor points, int axis, Normalization normalization) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = axis; i < points.values().length; i += 2) {
            double coordinate = normalization.denormalize(points.values()[i], axis);
            least = Math.min(least, coordinate);
            most = Math.max(most, coordinate);
        }
        double room = most > least ? ROOM * (most - least) : 1;
        return new double[] {least - room, most + room};
    }

    private final class Reader implements Probe {
        private final double[] x;
        private final double[] y;
        private final List<String> names;
        private final int classes;
        private final Normalization normalization;
        private final Interruption interruption;
        private final JacobianProducts products;

        Reader(ProbeContext context, double[] x, double[] y, List<String> names) {
            this.x = x;
            this.y = y;
            this.names = names;
            this.classes = context.network().classes();
            this.normalization = context.normalization();
            this.interruption = context.interruption();
            this.products = new JacobianProducts(context.session(), context.network(), classes, interruption);
            products.prepare(cells);
        }

        @Override
        public Map<Tag, Reading> measure(int epoch) {
            double[] decisions = new double[cells * cells];
            double[] margins = new double[cells * cells];
            double[] norms = new double[cells * cells];
            Reading.Field places = field(List.of(), decisions);
            for (int row = 0; row < cells; row++) {
                interruption.check();
                HostTensor inputs = HostTensor.zeros(PLANE.batched(cells));
                for (int column = 0; column < cells; column++) {
                    inputs.values()[2 * column] = normalization.normalize((float) places.x(column), 0);
                    inputs.values()[2 * column + 1] = normalization.normalize((float) places.y(row), 1);
                }
                int from = row * cells;
                HostTensor logits = products.forEach(
                        inputs,
                        classes,
                        JacobianProducts.OF_LOGITS,
                        (_, gradient) -> addSquares(gradient, norms, from));
                decide(logits.values(), from, decisions, margins);
            }
            Map<Tag, Reading> readings = new LinkedHashMap<>();
            readings.put(Tags.DECISION, field(names, decisions));
            readings.put(Tags.MARGIN, field(List.of(), margins));
            readings.put(Tags.GBR_FIELD, field(List.of(), norms));
            return readings;
        }

        private void addSquares(float[] gradient, double[] norms, int from) {
            for (int n = 0; n < cells; n++) {
                double x1 = gradient[2 * n];
                double x2 = gradient[2 * n + 1];
                norms[from + n] += x1 * x1 + x2 * x2;
            }
        }

        /** Of the first of equal logits. */
        private void decide(float[] logits, int from, double[] decisions, double[] margins) {
            for (int n = 0; n < cells; n++) {
                int largest = 0;
                float second = Float.NEGATIVE_INFINITY;
                for (int k = 1; k < classes; k++) {
                    float z = logits[n * classes + k];
                    if (z > logits[n * classes + largest]) {
                        second = logits[n * classes + largest];
                        largest = k;
                    } else {
                        second = Math.max(second, z);
                    }
                }
                decisions[from + n] = largest;
                margins[from + n] = (double) logits[n * classes + largest] - second;
            }
        }

        private Reading.Field field(List<String> of, double[] values) {
            return new Reading.Field(x[0], x[1], y[0], y[1], cells, cells, of, values);
        }

        @Override
        public void close() {
            products.close();
        }
    }
}
