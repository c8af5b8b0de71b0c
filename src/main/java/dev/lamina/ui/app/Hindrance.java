package dev.lamina.ui.app;

import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.DataSource;
import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Severity;
import dev.lamina.ui.editor.Diagnoses;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an experiment cannot be run, in the language chosen. */
final class Hindrance {
    private final Texts texts;
    private final Diagnoses diagnoses;

    Hindrance(Texts texts) {
        this.texts = texts;
        this.diagnoses = new Diagnoses(texts);
    }

    /** One line: the first error of network and settings, or what else is in the way; empty if nothing is. */
    String of(Readiness readiness) {
        List<Diagnostic> errors = Stream.concat(readiness.diagnostics().stream(), readiness.unserved().stream())
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            Optional<DataCard> absent = readiness
                    .missing()
                    .map(DataSource::card)
                    .filter(card -> card.published().isPresent());
            if (absent.isPresent()) {
                return texts.get("hindrance.data", absent.get().title());
            }
            return readiness
                    .hindrance()
                    .map(texts::text)
                    .map(diagnoses::message)
                    .orElse("");
        }
        String first = diagnoses.line(errors.getFirst());
        return errors.size() == 1 ? first : texts.get("hindrance.more", first, errors.size());
    }
}
