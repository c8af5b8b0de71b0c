package dev.lamina.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.ImageDataset;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tags;
import dev.lamina.nn.layer.BatchNorm;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.nn.layer.Flatten;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Seeds;
import org.junit.jupiter.api.Test;

/** Under a constraint every measurement sees the weights that the network computes with. */
class EffectiveWeightsTest {
    private static final String WEIGHT = "conv.weight";

    private static ResolvedNetwork plain() {
        return SmallNetworks.resolve(
                new SequentialGraph()
                        .then("conv", Conv2d.same(3, 3, 1))
                        .then("norm", BatchNorm.DEFAULT)
                        .then("flatten", new Flatten()),
                3);
    }

    private static ResolvedNetwork constrained(double alpha) {
        return ConstrainedLayers.constrain(plain(), new EqualNorm(EqualNormForm.LAYER, alpha, 1e-4, 1e-3));
    }

    private static void scaleWeights(Session session, float factor) {
        HostTensor w = session.read(WEIGHT);
        for (int i = 0; i < w.values().length; i++) {
            w.values()[i] *= factor;
        }
        session.write(WEIGHT, w);
    }

    private static double gbr(ResolvedNetwork network, Session session) {
        var settings = new GbrSettings(true, 256, 1, GbrMethod.EXACT, 1, GbrFunction.LOGITS, 0);
        try (var probe = new GeneralizationBound(
                session,
                network,
                settings,
                SmallNetworks.images(12, 3, 1),
                SmallNetworks.normalization(),
                new Seeds(1),
                Interruption.NEVER)) {
            return ((Reading.Scalar) probe.measure(1).get(Tags.GBR)).value();
        }
    }

    private static Evaluation evaluation(ResolvedNetwork network, Session session) {
        ImageDataset data = SmallNetworks.images(12, 3, 2);
        try (var evaluator = new Evaluator(session, network, SmallNetworks.normalization(), 5, Interruption.NEVER)) {
            return evaluator.evaluate(data);
        }
    }

    @Test
    void lossAndGbrDoNotSeeTheScaleOfTrainedWeights() {
        ResolvedNetwork network = constrained(1);
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            double gbr = gbr(network, session);
            Evaluation evaluation = evaluation(network, session);
            double plainGbr = gbr(plain(), session);
            scaleWeights(session, 8);
            assertEquals(gbr, gbr(network, session), 1e-9 * gbr);
            assertEquals(evaluation.loss(), evaluation(network, session).loss(), 1e-7);
            assertNotEquals(plainGbr, gbr(plain(), session), 0.1 * plainGbr);
        }
    }

    @Test
    void gbrIsThatOfTheSameNetworkWithTheEffectiveWeightsWrittenIn() {
        ResolvedNetwork network = constrained(4);
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            double gbr = gbr(network, session);
            double squares = 0;
            for (float w : session.read(WEIGHT).values()) {
                squares += (double) w * w;
            }
            scaleWeights(session, (float) Math.sqrt(4 / squares));
            assertEquals(gbr, gbr(plain(), session), 1e-5 * gbr);
        }
    }

    @Test
    void normBoundsCountAlphaForAConstrainedLayer() {
        ResolvedNetwork network = constrained(100);
        try (Session session = SmallNetworks.session(network, 0.4, 1)) {
            double head = 0;
            for (float w : session.read("head/logits.weight").values()) {
                head += (double) w * w;
            }
            NormBounds bounds = NormBounds.of(network, session::read);
            assertEquals(2 + Math.log10(head), bounds.log10NormProduct(), 1e-9);
            assertEquals(2 * Math.log10((100 + head) / 2), bounds.log10WeightDecayBound(), 1e-9);
        }
    }
}
