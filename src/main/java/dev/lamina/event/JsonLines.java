package dev.lamina.event;

import dev.lamina.metric.EpochMetrics;
import dev.lamina.tensor.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Events, commands and metrics as JSON, one object a line, without the line's end. NaN and infinities are the strings
 * "NaN", "Infinity", "-Infinity".
 */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("metrics")
                    .addSerializer(EpochMetrics.class, new EpochMetricsSerializer())
                    .addDeserializer(EpochMetrics.class, new EpochMetricsDeserializer()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private JsonLines() {}

    public static String of(TrainingEvent event) {
        return JSON.writeValueAsString(event);
    }

    public static String of(TrainingCommand command) {
        return JSON.writeValueAsString(command);
    }

    /** An object with epoch, step, and the measured metrics under their ids. */
    public static String of(EpochMetrics metrics) {
        return JSON.writeValueAsString(metrics);
    }

    /** @throws BadInputException if the line is no event */
    public static TrainingEvent event(String line) {
        return parse(line, TrainingEvent.class, "event");
    }

    /** @throws BadInputException if the line is no command */
    public static TrainingCommand command(String line) {
        return switch (CommandReader.line(line)) {
            case CommandReader.Line.Obeyed(TrainingCommand command) -> command;
            case CommandReader.Line.Refused(TrainingEvent.CommandRefused refused) ->
                throw new BadInputException(refused.line() + ": " + refused.reason());
        };
    }

    /** @throws BadInputException if the line holds no metrics */
    public static EpochMetrics metrics(String line) {
        return parse(line, EpochMetrics.class, "metrics");
    }

    private static <T> T parse(String line, Class<T> type, String what) {
        try {
            return JSON.readValue(line, type);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage();
            throw new BadInputException(
                    "'" + line.strip() + "': no " + what + " (" + reason + "); one JSON object a line", e);
        }
    }
}
