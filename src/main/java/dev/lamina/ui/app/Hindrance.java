package dev.lamina.ui.app;

import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.DataSource;
import dev.lamina.graph.Severity;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an experiment cannot be run, in the language chosen. */
final class Hindrance {
    private final Texts texts;

    Hindrance(Texts texts) {
        this.texts = texts;
    }

    /** One line: the first error of network and settings, or what else is in the way; empty if nothing is. */
    String of(Readiness readiness) {
        boolean faulty = Stream.concat(readiness.diagnostics().stream(), readiness.unserved().stream())
                .anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        Optional<DataCard> absent = readiness
                .missing()
                .map(DataSource::card)
                .filter(card -> card.published().isPresent());
        return !faulty && absent.isPresent()
                ? texts.get("hindrance.data", absent.get().title())
                : readiness.hindrance().map(texts::text).orElse("");
    }
}
