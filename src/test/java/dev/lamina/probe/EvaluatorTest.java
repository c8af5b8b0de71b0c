package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    @Test
    void theResultDoesNotDependOnHowTheDataIsCut() {
        ResolvedNetwork network = SmallNetworks.mlp(3, List.of(6));
        ImageDataset data = SmallNetworks.images(23, 3, 2);
        try (Session session = SmallNetworks.session(network, 0.5, 2)) {
            Evaluation whole = evaluate(session, network, data, 23);
            for (int batchSize : new int[] {1, 5, 22, 100}) {
                Evaluation cut = evaluate(session, network, data, batchSize);
                assertEquals(whole.accuracy(), cut.accuracy(), 1e-12);
                assertEquals(whole.loss(), cut.loss(), 1e-6);
                assertEquals(23, cut.examples());
            }
        }
    }

    @Test
    void zeroWeightsPredictTheFirstClassAtChanceLoss() {
        ResolvedNetwork network = SmallNetworks.linear(4);
        try (Session session = SmallNetworks.session(network, 0, 2)) {
            Evaluation evaluation = evaluate(session, network, SmallNetworks.images(8, 4, 2), 8);
            assertEquals(0.25, evaluation.accuracy());
            assertEquals(Math.log(4), evaluation.loss(), 1e-6);
        }
    }

    @Test
    void probeImagesAreASubsetThatTheSeedAloneChooses() {
        ImageDataset data = SmallNetworks.images(50, 5, 1);
        ImageDataset chosen = ProbeImages.choose(data, 10, new Seeds(1));
        assertEquals(10, chosen.size());
        assertArrayEquals(
                chosen.labels(), ProbeImages.choose(data, 10, new Seeds(1)).labels());
        assertEquals(
                chosen.contentSha256(),
                ProbeImages.choose(data, 10, new Seeds(1)).contentSha256());
        assertFalse(Arrays.equals(
                chosen.labels(), ProbeImages.choose(data, 10, new Seeds(2)).labels()));
        assertSame(data, ProbeImages.choose(data, 50, new Seeds(1)));
    }

    @Test
    void anEvaluationIsGivenUpWithinABatch() {
        AtomicInteger asked = new AtomicInteger();
        Interruption afterOne = () -> asked.incrementAndGet() > 1;
        ResolvedNetwork network = SmallNetworks.linear(5);
        ImageDataset data = SmallNetworks.images(50, 5, 1);
        try (Session session = SmallNetworks.session(network, 0, 2);
                Evaluator evaluator = new Evaluator(session, network, SmallNetworks.normalization(), 50, afterOne)) {
            assertThrows(CancellationException.class, () -> evaluator.evaluate(data));
            assertEquals(2, asked.get());
        }
    }

    private static Evaluation evaluate(Session session, ResolvedNetwork network, ImageDataset data, int batchSize) {
        try (Evaluator evaluator =
                new Evaluator(session, network, SmallNetworks.normalization(), batchSize, Interruption.NEVER)) {
            return evaluator.evaluate(data);
        }
    }
}
