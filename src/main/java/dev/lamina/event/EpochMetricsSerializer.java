package dev.lamina.event;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.StageLabel;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** {"epoch": 1, "step": 79, "trainLoss": 2.1, …}: what was measured under the metrics' ids. */
final class EpochMetricsSerializer extends StdSerializer<EpochMetrics> {
    /** Key of the object that holds a number for each layer. */
    static final String UPDATE_RATIOS = "log10UpdateRatios";

    EpochMetricsSerializer() {
        super(EpochMetrics.class);
    }

    @Override
    public void serialize(EpochMetrics metrics, JsonGenerator out, SerializationContext context) {
        out.writeStartObject(metrics);
        out.writeNumberProperty("epoch", metrics.epoch());
        out.writeNumberProperty("step", metrics.step());
        StageLabel stage = metrics.stage();
        if (stage != null) {
            out.writeStringProperty("stage", stage.id());
            out.writeNumberProperty("alternation", stage.alternation());
        }
        metrics.values().forEach((metric, value) -> out.writeNumberProperty(metric.id(), value));
        if (!metrics.log10UpdateRatios().isEmpty()) {
            out.writeObjectPropertyStart(UPDATE_RATIOS);
            metrics.log10UpdateRatios().forEach(out::writeNumberProperty);
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
