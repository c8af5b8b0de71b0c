package dev.lamina.figure.plan;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/** Ready-made plans of the papers' figures; their runs are the folder that the command line names. */
public final class PaperPlans {
    /** Their names, in order. */
    public static final List<String> NAMES = List.of(
            "wnll-evolution",
            "wnll-degradation",
            "mpelu-shapes",
            "gbr-decay",
            "enc-accuracy",
            "enc-gbr",
            "fgsm",
            "gbr-against-accuracy",
            "confusion");

    private PaperPlans() {}

    /** @throws BadInputException naming the nearest one, if there is none of this name */
    public static FigurePlan named(String name) {
        if (!NAMES.contains(name)) {
            throw new BadInputException(Message.of("setting.unknown", Excerpt.of(name), Suggestion.of(name, NAMES))
                    .at("--paper"));
        }
        return RecordFiles.resource("/dev/lamina/figure/paper/" + name + ".json", FigurePlan.class);
    }
}
