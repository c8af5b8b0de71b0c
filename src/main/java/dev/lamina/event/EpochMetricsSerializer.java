package dev.lamina.event;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** {"epoch": 1, "step": 79, "trainLoss": 2.1, …}: what was measured under the tags' ids, that of layers as an object each. */
final class EpochMetricsSerializer extends StdSerializer<EpochMetrics> {
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
        metrics.readings().forEach((tag, reading) -> {
            switch (reading) {
                case Reading.Scalar scalar -> out.writeNumberProperty(tag.id(), scalar.value());
                case Reading.PerLayer layers -> {
                    out.writeObjectPropertyStart(tag.id());
                    layers.values().forEach(out::writeNumberProperty);
                    out.writeEndObject();
                }
                case Reading.PerClass _, Reading.Matrix _, Reading.ImageStack _, Reading.Points _, Reading.Field _ ->
                    throw new IllegalArgumentException(tag + " does not belong into an epoch's line");
            }
        });
        out.writeEndObject();
    }
}
