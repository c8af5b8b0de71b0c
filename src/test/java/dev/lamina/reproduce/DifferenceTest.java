package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.message.Language;
import dev.lamina.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Arm RANDOM =
            new Arm.Pixels("random", Message.verbatim("a"), null, PixelMethod.SOFTMAX, Map.of());
    private static final Arm OTHER =
            new Arm.Pixels("other", Message.verbatim("b"), null, PixelMethod.SOFTMAX, Map.of());
    private static final Arm EXACT = new Arm.Pixels("exact", Message.verbatim("c"), null, PixelMethod.WNLL, Map.of());

    @Test
    void theStandardErrorIsThatOfTheMean() {
        Difference difference = Difference.of(1, 2, 3);
        assertEquals(2, difference.mean(), 1e-15);
        assertEquals(1 / Math.sqrt(3), difference.standardError().orElseThrow(), 1e-15);
        assertEquals(3, difference.seeds());
    }

    @Test
    void armsAreComparedSeedBySeed() {
        // Far apart from seed to seed, but always by about 1.
        Claim claim = claim(arm(OTHER, 10, 20, 30.1), arm(RANDOM, 11, 21, 31), "other", "random");
        assertEquals(Verdict.HOLDS, claim.verdict());
        assertEquals(2.9 / 3, claim.difference().orElseThrow().mean(), 1e-12);
        assertEquals(
                Verdict.DOES_NOT_HOLD,
                claim(arm(OTHER, 10, 20, 30.1), arm(RANDOM, 11, 21, 31), "random", "other")
                        .verdict());
    }

    @Test
    void aDifferenceWithinItsStandardErrorIsUndecided() {
        assertEquals(
                Verdict.UNDECIDED,
                claim(arm(OTHER, 10, 11, 12), arm(RANDOM, 11, 10, 12.1), "other", "random")
                        .verdict());
    }

    @Test
    void oneSeedIsAlwaysUndecided() {
        Claim claim = claim(arm(OTHER, 10), arm(RANDOM, 90), "other", "random");
        assertEquals(Verdict.UNDECIDED, claim.verdict());
        assertEquals(
                "text: undecided here (difference 80.0 with one seed, which shows no spread)",
                claim.sentence().text(Language.ENGLISH));
    }

    @Test
    void seedsThatOnlyOneArmHasDoNotCount() {
        assertEquals(
                1,
                claim(arm(OTHER, 10), arm(RANDOM, 11, 21, 31), "other", "random")
                        .difference()
                        .orElseThrow()
                        .seeds());
    }

    @Test
    void whatNoSeedChangesNeedsNone() {
        Arm second = new Arm.Pixels("second", Message.verbatim("d"), null, PixelMethod.NEIGHBORS, Map.of());
        assertEquals(
                Verdict.HOLDS,
                claim(arm(EXACT, 97.7), arm(second, 97.8), "exact", "second").verdict());
        // Nor does it help the seeds of what they are compared with.
        assertEquals(
                Verdict.UNDECIDED,
                claim(arm(RANDOM, 92.4), arm(EXACT, 97.7), "random", "exact").verdict());
        assertEquals(
                Verdict.HOLDS,
                claim(arm(RANDOM, 92.4, 92.5), arm(EXACT, 97.7), "random", "exact")
                        .verdict());
    }

    @Test
    void whatIsNotThereIsNotMeasuredAndWhatIsNotFiniteUndecided() {
        assertEquals(
                Verdict.NOT_MEASURED,
                claim(arm(OTHER), arm(RANDOM, 1, 2), "other", "random").verdict());
        assertEquals(
                Verdict.UNDECIDED,
                claim(arm(OTHER, 1, 2), arm(RANDOM, 3, Double.POSITIVE_INFINITY), "other", "random")
                        .verdict());
    }

    private static Claim claim(Results.OfArm a, Results.OfArm b, String lower, String higher) {
        return new Results(List.of(a, b)).below(Message.verbatim("text"), "q", lower, higher);
    }

    /** With seeds 1, 2, … */
    private static Results.OfArm arm(Arm arm, double... values) {
        List<ArmRun> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(new ArmRun(
                    ArmRun.FORMAT,
                    arm.id(),
                    runs.size() + 1,
                    Map.of("q", value),
                    "",
                    Instant.EPOCH,
                    1,
                    Message.verbatim(""),
                    "test",
                    null));
        }
        return new Results.OfArm(arm, runs, List.of(), List.of());
    }
}
