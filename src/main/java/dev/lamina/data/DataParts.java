package dev.lamina.data;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import org.jspecify.annotations.Nullable;

/** The parts of one run; validation, when there is one, is never taken out of test. */
public record DataParts(ImageDataset training, @Nullable ImageDataset validation, ImageDataset test) {
    /**
     * Takes the validation part, if a split is given, out of the training set; else it is the data set's own.
     * @throws BadInputException if a split is given for a set that has one of its own
     */
    public static DataParts of(TrainTest data, @Nullable ValidationSplit split, Seeds seeds) {
        if (split == null) {
            return new DataParts(data.training(), data.validation(), data.test());
        }
        if (data.validation() != null) {
            throw twoValidations(data.validation().name());
        }
        ValidationSplit.Parts parts = split.apply(data.training(), seeds);
        return new DataParts(parts.training(), parts.validation(), data.test());
    }

    /** @param own the validation set that is there: its name or its folder */
    public static BadInputException twoValidations(Object own) {
        return new BadInputException(Message.of("data.twoValidations", own).at("data.validation"));
    }
}
