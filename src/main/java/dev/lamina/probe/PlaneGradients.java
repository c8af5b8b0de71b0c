package dev.lamina.probe;

import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.HostTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Jacobian of the logits over the plane, exactly: ‖∂z/∂x‖_F², the lead z₍₁₎ − z₍₂₎ of the largest logit and its gradient
 * ∂(z₍₁₎ − z₍₂₎)/∂x, which points away from the next border.
 */
final class PlaneGradients implements Probe {
    private final PlaneGrid grid;
    private final int classes;
    private final JacobianProducts products;

    PlaneGradients(ProbeContext context, PlaneGrid grid) {
        this.grid = grid;
        this.classes = context.network().classes();
        this.products = new JacobianProducts(context.session(), context.network(), classes, context.interruption());
        products.prepare(grid.count());
    }

    @Override
    public Map<Tag, Reading> measure(int epoch) {
        float[][] rows = new float[classes][];
        HostTensor logits = products.forEach(
                grid.images(), classes, JacobianProducts.OF_LOGITS, (k, gradient) -> rows[k] = gradient.clone());
        double[] norms = new double[grid.count()];
        double[] margins = new double[grid.count()];
        float[] leads = new float[2 * grid.count()];
        for (int n = 0; n < grid.count(); n++) {
            for (float[] row : rows) {
                norms[n] += (double) row[2 * n] * row[2 * n] + (double) row[2 * n + 1] * row[2 * n + 1];
            }
            int first = first(logits.values(), n * classes);
            int second = second(logits.values(), n * classes, first);
            margins[n] = (double) logits.values()[n * classes + first] - logits.values()[n * classes + second];
            leads[2 * n] = rows[first][2 * n] - rows[second][2 * n];
            leads[2 * n + 1] = rows[first][2 * n + 1] - rows[second][2 * n + 1];
        }
        Map<Tag, Reading> readings = new LinkedHashMap<>();
        readings.put(Tags.GBR_FIELD, grid.field(norms));
        readings.put(Tags.MARGIN, grid.field(margins));
        readings.put(Tags.LEAD_GRADIENT, grid.pictures(List.of("∂/∂x₁", "∂/∂x₂"), leads));
        return readings;
    }

    private int first(float[] logits, int from) {
        int first = 0;
        for (int k = 1; k < classes; k++) {
            first = logits[from + k] > logits[from + first] ? k : first;
        }
        return first;
    }

    private int second(float[] logits, int from, int first) {
        int second = first == 0 ? 1 : 0;
        for (int k = second + 1; k < classes; k++) {
            second = k != first && logits[from + k] > logits[from + second] ? k : second;
        }
        return second;
    }

    @Override
    public void close() {
        products.close();
    }
}
