package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.DataParts;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.message.Message;
import dev.lamina.nn.init.Initializer;
import dev.lamina.nn.init.Lsuv;
import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.probe.GbrFunction;
import dev.lamina.probe.GbrMethod;
import dev.lamina.probe.GbrSettings;
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
            throw new BadInputException(Message.of("train.noValidation").at("training.earlyStopping"));
        }
        network.head()
                .interpolated()
                .ifPresent(
                        i -> WnllRequirements.check(i, network, data.training().size(), earlyStopping));
        if (initializer instanceof Lsuv && network.equalNorm().isPresent()) {
            throw new BadInputException(Message.of("train.lsuvOfEqualNorm").at("training.initializer"));
        }
        if (gbr.function() == GbrFunction.LABEL_PROBABILITY && gbr.method() == GbrMethod.ESTIMATE) {
            throw new BadInputException(Message.of("train.gbrOfOneDerivative").at("probes.gbr.method"));
        }
        if (gbr.function() == GbrFunction.LABEL_PROBABILITY && gbr.projections() != null) {
            throw new BadInputException(Message.of("train.noProjections").at("probes.gbr.projections"));
        }
    }
}
