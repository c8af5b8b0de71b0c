package dev.lamina.experiment;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run takes a picture for, as one line of JSON, for programs. */
public final class PredictionLine {
    private static final JsonMapper JSON = new JsonMapper();

    private PredictionLine() {}

    /**
     * The keys file, class (its name), label (its number from 0), score ("probability", "margin" or "interpolation"), and
     * scores: the name and score of each class, the likeliest first.
     */
    public static String of(PredictionReport report, PredictionReport.Answer answer) {
        int best = answer.prediction().best();
        ObjectNode line = JSON.createObjectNode()
                .put("file", answer.file().toString())
                .put("class", report.classes().get(best))
                .put("label", best)
                .put("score", report.score().name().toLowerCase(Locale.ROOT));
        ObjectNode scores = line.putObject("scores");
        report.likeliest(answer, report.classes().size()).forEach(scored -> scores.put(scored.name(), scored.score()));
        return line.toString();
    }
}
