package dev.lamina.event;

import dev.lamina.message.Message;
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
        return parse(line, TrainingEvent.class, "event.noEvent");
    }

    /** @throws BadInputException if the line is no command */
    public static TrainingCommand command(String line) {
        return switch (CommandReader.line(line)) {
            case CommandReader.Line.Obeyed(TrainingCommand command) -> command;
            case CommandReader.Line.Refused(TrainingEvent.CommandRefused refused) ->
                throw new BadInputException(refused.reason().at(refused.line()));
        };
    }

    /** @throws BadInputException if the line holds no metrics */
    public static EpochMetrics metrics(String line) {
        return parse(line, EpochMetrics.class, "event.noMetrics");
    }

    private static <T> T parse(String line, Class<T> type, String otherwise) {
        try {
            return JSON.readValue(line, type);
        } catch (BadInputException e) {
            throw new BadInputException(Message.of(otherwise, line.strip(), e.problem()), e);
        } catch (JacksonException e) {
            Message reason = e.getCause() instanceof BadInputException refused
                    ? refused.problem()
                    : Message.verbatim(e.getOriginalMessage());
            throw new BadInputException(Message.of(otherwise, line.strip(), reason), e);
        }
    }
}
