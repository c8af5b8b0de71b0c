package dev.lamina.probe;

import dev.lamina.data.Normalization;
import dev.lamina.manifold.Points;
import dev.lamina.metric.Reading;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import java.util.List;

/** The middles of the cells of a grid over a rectangle, row by row; the top row first, as pictures have it. */
record PlaneGrid(double left, double right, double bottom, double top, int cells, Normalization normalization) {
    static final Shape PLANE = Shape.of(2, 1, 1);

    int count() {
        return cells * cells;
    }

    /** As the network takes them. */
    Points inputs() {
        float[] coordinates = new float[2 * count()];
        for (int i = 0; i < count(); i++) {
            double x = left + (i % cells + 0.5) * (right - left) / cells;
            double y = top - (Math.floorDiv(i, cells) + 0.5) * (top - bottom) / cells;
            coordinates[2 * i] = normalization.normalize((float) x, 0);
            coordinates[2 * i + 1] = normalization.normalize((float) y, 1);
        }
        return new Points(count(), 2, coordinates);
    }

    HostTensor images() {
        return new HostTensor(PLANE.batched(count()), inputs().coordinates());
    }

    /** Of [count, N] numbers a picture for each of the N. */
    Reading.ImageStack pictures(List<String> captions, float[] values) {
        int pictures = captions.size();
        float[] turned = new float[values.length];
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k < pictures; k++) {
                turned[k * count() + i] = values[i * pictures + k];
            }
        }
        return new Reading.ImageStack(captions, 1, cells, cells, turned);
    }

    /** A field has its lowest row first. */
    Reading.Field field(double[] values) {
        double[] turned = new double[values.length];
        for (int row = 0; row < cells; row++) {
            System.arraycopy(values, row * cells, turned, (cells - 1 - row) * cells, cells);
        }
        return new Reading.Field(left, right, bottom, top, cells, cells, List.of(), turned);
    }
}
