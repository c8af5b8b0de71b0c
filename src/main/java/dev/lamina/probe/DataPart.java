package dev.lamina.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.data.DataParts;
import dev.lamina.data.ImageDataset;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import org.jspecify.annotations.Nullable;

/** Which images are looked at. */
public enum DataPart {
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("validation")
    VALIDATION,
    @JsonProperty("test")
    TEST;

    /** @throws BadInputException if there is no validation part */
    ImageDataset of(DataParts data) {
        return switch (this) {
            case TRAINING -> data.training();
            case VALIDATION -> validation(data.validation());
            case TEST -> data.test();
        };
    }

    private static ImageDataset validation(@Nullable ImageDataset part) {
        if (part == null) {
            throw new BadInputException(Message.of("probe.noValidation").at("part"));
        }
        return part;
    }
}
