package dev.lamina.nn.optim;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.util.HashSet;
import java.util.List;

/**
 * factor^n after e epochs, n the number of epochs in the list that are at most e. Worked example: at 81 and 122 with a
 * factor of 0.1 gives 1 in the 81st epoch, 0.1 in the 82nd and 0.01 from the 123rd on.
 */
@JsonTypeName("multi-step")
@Origin(formula = "η_t = η f^#{m ≤ t}", source = "He et al. 2016, section 4.2")
public record MultiStepSchedule(
        @Setting(min = 1, max = 1_000_000, unit = "epochs", meaning = "numbers of epochs after which the rate changes")
        List<Integer> at,

        @Setting(
                defaultValue = "0.1",
                min = 0,
                max = 1,
                minExclusive = true,
                meaning = "multiplies the rate at every change")
        double factor)
        implements Schedule {
    public MultiStepSchedule {
        at = List.copyOf(at);
        if (new HashSet<>(at).size() < at.size()) {
            throw new BadInputException(Message.of("nn.epochTwice", at));
        }
    }

    @Override
    public double factor(double epochsDone, TrainingSpan span) {
        long dropped = at.stream().filter(epoch -> epoch <= epochsDone).count();
        return Math.pow(factor, (double) dropped);
    }
}
