package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Arm.Trained VANILLA =
            WnllArms.vanilla("vanilla", Message.of("reproduce.head.vanilla"), "resnet20", 1000);
    private static final Arm.Trained WNLL = WnllArms.wnll("wnll", Message.of("reproduce.head.wnll"), "resnet20", 1000);

    /** A second for an epoch, for the test set, and for each measurement of WNLL. */
    private static final EpochTimes TIMES = new EpochTimes(1, 1, 0, 1, 1);

    private static final Budget BUDGET = new Budget(List.of(VANILLA, WNLL), Map.of("vanilla", TIMES, "wnll", TIMES), 2);

    @Test
    void aRunTakesTheTimeOfItsEpochs() {
        assertEquals(3 + 810 * (1 + 1 / 21.0), BUDGET.runSeconds(VANILLA, new Shortening(1, 40)), 1e-9);
        assertEquals(
                3 + 2 * (400 * (1 + 1 / 10.0) + 5 * (2 + 1 / 10.0)),
                BUDGET.runSeconds(WNLL, new Shortening(1, 40)),
                1e-9);
    }

    @Test
    void enoughTimeLeavesThePapersLength() {
        assertEquals(1, BUDGET.fit(1000, 60_000).factor());
    }

    @Test
    void theLongestTrainingsThatFitAreTaken() {
        double seconds = 1000;
        Shortening fitting = BUDGET.fit(20, seconds);
        Shortening longer = new Shortening(fitting.factor() + 1 / 400.0, fitting.points());
        assertTrue(all(fitting) <= seconds, "takes " + all(fitting));
        assertTrue(all(longer) > seconds, "one epoch more takes " + all(longer));
    }

    private static double all(Shortening shortening) {
        return 2 * (BUDGET.runSeconds(VANILLA, shortening) + BUDGET.runSeconds(WNLL, shortening));
    }

    @Test
    void curvesThatWouldTakeMuchOfTheTimeHaveFewerPoints() {
        assertEquals(40, BUDGET.fit(1000, 60_000).points());
        EpochTimes costly = new EpochTimes(1, 0, 7, 1, 1);
        Budget slow = new Budget(List.of(VANILLA), Map.of("vanilla", costly), 1);
        assertEquals(20, slow.fit(15, 900).points());
        assertEquals(10, slow.fit(7, 400).points());
    }

    @Test
    void tooLittleTimeIsRefusedWithTheTimeItTakes() {
        BadInputException refused = assertThrows(BadInputException.class, () -> BUDGET.fit(1, 60));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("--budget 1: even 16 of the paper's 400 epochs take about 4 minutes"), message);
    }
}
