package dev.lamina.train;

import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.nn.head.WnllHead;
import dev.lamina.tensor.BadInputException;
import java.util.Optional;

/** What a plan with a WNLL head must fulfil. */
final class WnllRequirements {
    private WnllRequirements() {}

    /** @throws BadInputException saying what to change */
    static void check(
            WnllHead head, ResolvedNetwork network, int trainingImages, Optional<EarlyStopping> earlyStopping) {
        if (earlyStopping.isPresent()) {
            throw new BadInputException("training.earlyStopping: a run with WNLL stages ends with the last of them;"
                    + " leave the key out and set training.epochs");
        }
        if (network.features() == ResolvedNetwork.INPUT) {
            throw new BadInputException(
                    "head: wnll needs features, it stands on the input itself; put a layer before it");
        }
        WnllSettings settings = head.interpolation();
        int templates = TrainingStages.templates(head, trainingImages);
        int batch = settings.templateBatch() == 0 ? templates : Math.min(templates, settings.templateBatch());
        int smallest = templates / Math.ceilDiv(templates, batch);
        if (smallest < settings.graphNeighbors()) {
            throw new BadInputException("head.interpolation.neighbors: " + settings.neighbors() + " of " + smallest
                    + " template images are more than there are; take more training images or fewer neighbors");
        }
    }
}
