package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.HostTensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValueCopiesTest {
    private static final TrainingPlan PLAN = SmallRun.plan();
    private static final String WEIGHT = "block/conv.weight";

    private final Session session = new ReferenceBackend().open(SessionSettings.DEFAULT);
    private final ValueCopies copies;

    ValueCopiesTest() {
        session.prepare(Programs.evaluation(PLAN.network(), 1)).close();
        copies = new ValueCopies(new SessionValues(session, PLAN.network()));
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void renew(int step) {
        HostTensor weights = session.read(WEIGHT);
        java.util.Arrays.fill(weights.values(), step);
        session.write(WEIGHT, weights);
        copies.renew(after(step));
    }

    private static Progress after(int steps) {
        Progress progress = Progress.start(PLAN);
        for (int i = 0; i < steps; i++) {
            progress = progress.afterStep(EpochSums.NONE);
        }
        return progress;
    }

    private static float[] weights(ValueCopies.Copy copy) {
        return copy.values().get(WEIGHT).values();
    }

    private static void assertIsOf(int step, ValueCopies.Copy copy) {
        float[] expected = new float[weights(copy).length];
        java.util.Arrays.fill(expected, step);
        assertArrayEquals(expected, weights(copy));
        assertEquals(step, copy.progress().step());
    }

    @Test
    void whatIsReadStaysAsItIsWhileNewerCopiesAreMade() {
        renew(1);
        try (var first = copies.open();
                var again = copies.open()) {
            renew(2);
            renew(3);
            renew(4);
            again.close();
            renew(5);
            assertIsOf(1, first);
            try (var newest = copies.open()) {
                assertIsOf(5, newest);
            }
        }
        assertTrue(copies.areOf(after(5)));
        assertFalse(copies.areOf(after(4)));
        copies.forget();
        assertFalse(copies.areOf(after(5)));
    }

    @Test
    void copiesThatAreReadInTimeShareTwoSetsOfArrays() {
        Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int step = 1; step <= 6; step++) {
            renew(step);
            try (var copy = copies.open()) {
                assertIsOf(step, copy);
                arrays.add(weights(copy));
            }
        }
        assertEquals(2, arrays.size());
    }
}
