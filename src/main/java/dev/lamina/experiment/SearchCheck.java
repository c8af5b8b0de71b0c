package dev.lamina.experiment;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.search.Search;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/** Whether a search can be: its objective is measured, and on nothing that must not decide. */
final class SearchCheck {
    private static final String PLACE = "search.objective.metric";

    private SearchCheck() {}

    /**
     * @throws BadInputException for an objective that nobody measures or that is measured on test data: settings chosen by
     *     test images make the accuracy on them a claim about nothing
     */
    static void requireSearchable(ExperimentConfig config, DataLocation where) {
        Search search = config.search();
        if (search == null) {
            return;
        }
        String metric = search.objective().metric();
        List<String> known = Tags.ALL.stream().map(Tag::id).toList();
        if (!known.contains(metric)) {
            throw new BadInputException(
                    Message.of("experiment.noSuchObjective", metric, known).at(PLACE));
        }
        String part = Tags.of(metric).part();
        if (part.endsWith("test")) {
            throw new BadInputException(Message.of("experiment.objectiveOnTest").at(PLACE));
        }
        if (part.endsWith("validation") && !hasValidation(config, where)) {
            throw new BadInputException(
                    Message.of("experiment.objectiveWithoutValidation", metric).at(PLACE));
        }
    }

    private static boolean hasValidation(ExperimentConfig config, DataLocation where) {
        return config.data().validation() != null
                || config.data().source().load(where).validation() != null;
    }
}
