package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunRemediesTest {
    private final ExperimentDocument document =
            ExperimentDocument.unsaved(Template.quickStart().config());
    private final AtomicInteger runs = new AtomicInteger();
    private final RunRemedies remedies = new RunRemedies(() -> document, runs::incrementAndGet);

    @Test
    void aRunThatDivergedIsRunAgainWithATenthOfItsRate() {
        document.set("training.learningRate", "0.32");
        Remedy remedy = remedies.of(Message.of("experiment.notFinite", 1, 1, "stem", "weights")
                        .at("a place"))
                .orElseThrow();
        assertEquals("0.03", remedy.arguments().getFirst());
        remedy.work().run();
        assertEquals(0.03, document.config().training().learningRate());
        assertEquals(1, runs.get());
    }

    @Test
    void nothingIsOfferedAgainstAnotherFailureOrWithoutAnExperiment() {
        assertFalse(remedies.of(Message.verbatim("no room on the disk")).isPresent());
        assertTrue(new RunRemedies(() -> null, runs::incrementAndGet)
                .of(Message.of("experiment.notFinite", 1, 1, "stem", "weights"))
                .isEmpty());
    }
}
