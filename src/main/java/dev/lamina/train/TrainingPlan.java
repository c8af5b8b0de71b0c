package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataParts;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.nn.init.Initializer;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
import dev.lamina.probe.Interruption;
import dev.lamina.probe.ProbeContext;
import dev.lamina.probe.ProbeSettings;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Optional;

/**
 * All that a training depends on, besides the backend. Weight decay is λ of ½λ Σ‖W‖²; {@code learningRate} knows the
 * number of steps in an epoch.
 */
public record TrainingPlan(
        ResolvedNetwork network,
        DataParts data,
        Normalization normalization,
        BatchPlan batches,
        int epochs,
        Optimizer optimizer,
        LearningRate learningRate,
        double weightDecay,
        DecayScope decayScope,
        Initializer initializer,
        Optional<EarlyStopping> earlyStopping,
        int checkpointEveryEpochs,
        GbrSettings gbr,
        List<ProbeSettings> readings,
        int testEveryEpochs,
        Seeds seeds) {
    /** What is trained one after the other; {@code epochs} and {@code learningRate} are those of a linear stage. */
    public TrainingStages stages() {
        return TrainingStages.of(network.head(), epochs, data.training().size(), learningRate);
    }

    /** What the probes measure on in a session that holds the network's values. */
    public ProbeContext probeContext(Session session, Interruption interruption) {
        return new ProbeContext(session, network, data, normalization, batches.batchSize(), gbr, seeds, interruption);
    }

    /**
     * Refuses what does not fit together.
     *
     * @throws BadInputException if early stopping has nothing to look at, LSUV nothing to scale, or GBR is to be
     *     estimated where it is exact
     */
    public TrainingPlan {
        readings = List.copyOf(readings);
        if (earlyStopping.isPresent() && data.validation() == null) {
            throw new BadInputException(
                    "training.earlyStopping: needs a validation part, test data may not decide; set data.validation");
        }
        if (network.head() instanceof WnllHead head) {
            WnllRequirements.check(head, network, data.training().size(), earlyStopping);
        }
        if (initializer instanceof Lsuv && network.equalNorm().isPresent()) {
            throw new BadInputException("training.initializer: lsuv chooses the scale of weights, which"
                    + " training.equalNorm takes off again; choose another initializer");
        }
        if (gbr.function() == GbrFunction.LABEL_PROBABILITY && gbr.method() == GbrMethod.ESTIMATE) {
            throw new BadInputException("probes.gbr.method: the label's probability has one derivative, which is found"
                    + " exactly; choose exact or auto, or function logits");
        }
        if (gbr.function() == GbrFunction.LABEL_PROBABILITY && gbr.projections() != null) {
            throw new BadInputException("probes.gbr.projections: the label's probability has one derivative, nothing is"
                    + " projected; leave the key out, or choose function logits");
        }
    }
}
