package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.WeightDecays;
import dev.lamina.message.Message;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.optim.ConstantSchedule;
import dev.lamina.nn.optim.CosineSchedule;
import dev.lamina.nn.optim.DecayExponent;
import dev.lamina.nn.optim.HalveEverySchedule;
import dev.lamina.nn.optim.MultiStepSchedule;
import dev.lamina.nn.optim.StepSchedule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    private static final PaperTraining WNLL =
            PaperConfigs.wnll(1000, "head=wnll", "head.probeEveryEpochs=1", "training.warmUpEpochs=8");
    private static final PaperTraining MPELU = PaperConfigs.mpelu(1000, "probes.gbr.enabled=true");

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
                new MultiStepSchedule(List.of(8, 13), 0.1), steps.training().schedule());
    }

    @Test
    void nothingElseIsChanged() {
        ExperimentConfig back = PaperTraining.with(
                new Shortening(0.1, 40).of(MPELU),
                "training.epochs=200",
                "training.schedule.at=[81, 122]",
                "training.weightDecay=1e-4",
                "training.checkpointEveryEpochs=1",
                "probes.gbr.everyEpochs=1",
                "probes.testEveryEpochs=1");
        assertEquals(MPELU.config(), back);
    }

    @Test
    void theWholeLengthIsThatOfThePaper() {
        ExperimentConfig whole = Shortening.NONE.of(WNLL);
        assertEquals(400, whole.training().epochs());
        assertEquals(WNLL.config().training().schedule(), whole.training().schedule());
        assertEquals(5, head(whole).epochs());
        assertEquals(List.of(), Shortening.NONE.words(WNLL));
        assertEquals("2 × (400 + 5)", Shortening.length(whole));
    }

    @Test
    void nothingVanishesAndMilestonesStayApart() {
        ExperimentConfig shortest = new Shortening(1e-3, 40, ShorteningRule.SAME_DECAY).of(MPELU);
        assertEquals(1, shortest.training().epochs());
        assertEquals(
                new MultiStepSchedule(List.of(1, 2), 0.1), shortest.training().schedule());
        assertEquals(1e-4, shortest.training().weightDecay());
    }

    @Test
    void everyRateHasFiveEpochsOrACosineTakesTheirPlace() {
        ShorterSchedule steps = new ShorterSchedule(new MultiStepSchedule(List.of(81, 122), 0.1), 15 / 200.0, 15);
        assertEquals(new MultiStepSchedule(List.of(5, 10), 0.1), steps.keepingItsRates());
        assertEquals(new CosineSchedule(0), new ShorterSchedule(steps.published(), 14 / 200.0, 14).keepingItsRates());
        assertEquals(
                new HalveEverySchedule(14),
                new ShorterSchedule(new HalveEverySchedule(50), 0.26, 105).keepingItsRates());
        assertEquals(
                new CosineSchedule(0), new ShorterSchedule(new HalveEverySchedule(50), 0.08, 32).keepingItsRates());
        assertEquals(
                new StepSchedule(15, 0.1), new ShorterSchedule(new StepSchedule(30, 0.1), 0.5, 50).keepingItsRates());
        assertEquals(new ConstantSchedule(), new ShorterSchedule(new ConstantSchedule(), 0.01, 1).keepingItsRates());
    }

    @Test
    void lambdaGrowsAsTheSumOfTheRatesShrinks() {
        PaperTraining enc = MPELU.with("training.equalNorm={}");
        ExperimentConfig shorter = new Shortening(0.1, 40).of(enc);
        double here = new WeightDecays(shorter, 1000).rateSum();
        // 8 steps an epoch: 8 epochs at 0.1, 5 at 0.01, 7 at 0.001.
        assertEquals(8 * (0.8 + 0.05 + 0.007), here, 1e-9);
        // 391 steps of 128 of the paper's 50,000 images.
        double paper = 391 * (81 * 0.1 + 41 * 0.01 + 78 * 0.001);
        assertEquals(1e-4 * paper / here, shorter.training().weightDecay(), 1e-9);
        assertEquals(
                1e-4 * paper / here,
                Objects.requireNonNull(shorter.training().equalNorm()).weightDecay(),
                1e-9);
        List<String> lines = new Shortening(0.1, 40)
                .decays(enc).stream().map(Message::toString).toList();
        assertEquals(
                "weight decay λ 0.000100 of the paper × 489.8 = 0.0490 here; λΣη/(1−μ) = 3.358, decay alone would leave"
                        + " e^−3.358 of the weights",
                lines.getFirst());
        assertEquals("Σ of the rate over all steps is 6.856 here, 3358 in the paper", lines.getLast());
        assertEquals(3, lines.size());
    }

    @Test
    void theGbrPapersExponentIsThatOfImageNet() {
        assertEquals(16671.655, PaperConfigs.GBR_RATE_SUM, 1e-3);
        PaperTraining training = PaperConfigs.gbr(10_000);
        DecayExponent here = new WeightDecays(new Shortening(0.2, 40).of(training), 10_000)
                .plain()
                .orElseThrow();
        assertEquals(16.67, here.value(), 0.005);
    }

    @Test
    void withoutDecayThereIsNothingToSay() {
        PaperTraining none = MPELU.with("training.weightDecay=0");
        assertEquals(List.of(), new Shortening(0.1, 40).decays(none));
        assertEquals(0, new Shortening(0.1, 40).of(none).training().weightDecay());
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
