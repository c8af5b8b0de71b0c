package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static final ExperimentConfig WNLL =
            PaperConfigs.wnll(1000, "head=wnll", "head.probeEveryEpochs=1", "training.warmUpEpochs=8");
    private static final ExperimentConfig MPELU = PaperConfigs.mpelu(1000, "probes.gbr.enabled=true");

    @Test
    void everyNumberOfEpochsIsScaledAlike() {
        ExperimentConfig shorter = new Shortening(0.25, 40).of(WNLL);
        assertEquals(100, shorter.training().epochs());
        assertEquals(new HalveEverySchedule(13), shorter.training().schedule());
        assertEquals(2, shorter.training().warmUpEpochs());
        assertEquals(5, head(shorter).epochs());
        assertEquals(2, head(shorter).alternations());
        ExperimentConfig steps = new Shortening(0.1, 40).of(MPELU);
        assertEquals(20, steps.training().epochs());
        assertEquals(
                new MultiStepSchedule(List.of(8, 12), 0.1), steps.training().schedule());
    }

    @Test
    void nothingElseIsChanged() {
        ExperimentConfig back = PaperConfigs.with(
                new Shortening(0.1, 40).of(MPELU),
                "training.epochs=200",
                "training.schedule.at=[81, 122]",
                "training.checkpointEveryEpochs=1",
                "probes.gbr.everyEpochs=1",
                "probes.testEveryEpochs=1");
        assertEquals(MPELU, back);
    }

    @Test
    void theWholeLengthIsThatOfThePaper() {
        ExperimentConfig whole = Shortening.NONE.of(WNLL);
        assertEquals(400, whole.training().epochs());
        assertEquals(WNLL.training().schedule(), whole.training().schedule());
        assertEquals(5, head(whole).epochs());
        assertEquals(List.of(), Shortening.NONE.words(WNLL));
        assertEquals("2 × (400 + 5)", Shortening.length(whole));
    }

    @Test
    void nothingVanishesAndMilestonesStayApart() {
        ExperimentConfig shortest = new Shortening(1e-3, 40).of(MPELU);
        assertEquals(1, shortest.training().epochs());
        assertEquals(
                new MultiStepSchedule(List.of(1, 2), 0.1), shortest.training().schedule());
    }

    @Test
    void aCurveHasAtMostFortyPointsAStage() {
        for (int epochs = 16; epochs <= 400; epochs++) {
            ExperimentConfig shorter = new Shortening(epochs / 400.0, 40).of(WNLL);
            assertEquals(epochs, shorter.training().epochs());
            assertEquals(Math.ceilDiv(epochs, 40), head(shorter).probeEveryEpochs());
            assertEquals(Math.ceilDiv(epochs, 40), shorter.probes().testEveryEpochs());
        }
    }

    @Test
    void whatWasShortenedIsSaidInNumbers() {
        List<Message> words = new Shortening(0.25, 40).words(WNLL);
        assertEquals(
                "400 → 100 epochs a linear stage, rate halved every 13 instead of halved every 50",
                Message.of("message.verbatim", words).toString());
    }

    private static WnllHead head(ExperimentConfig config) {
        return (WnllHead) config.head();
    }
}
