package dev.lamina.train;

import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.nn.head.StageOutline.Interpolated;
import dev.lamina.tensor.BadInputException;
import java.util.Optional;

/** What a plan with WNLL stages must fulfil. */
final class WnllRequirements {
    private WnllRequirements() {}

    /** @throws BadInputException saying what to change */
    static void check(
            Interpolated interpolated,
            ResolvedNetwork network,
            int trainingImages,
            Optional<EarlyStopping> earlyStopping) {
        if (earlyStopping.isPresent()) {
            throw new BadInputException(Message.of("train.wnllEnds").at("training.earlyStopping"));
        }
        if (network.features() == ResolvedNetwork.INPUT) {
            throw new BadInputException(Message.of("train.wnllOnInput").at("head"));
        }
        WnllSettings settings = interpolated.interpolation();
        int templates = interpolated.templates(trainingImages);
        int batch = settings.templateBatch() == 0 ? templates : Math.min(templates, settings.templateBatch());
        int smallest = templates / Math.ceilDiv(templates, batch);
        if (smallest < settings.graphNeighbors()) {
            throw new BadInputException(Message.of("train.wnllNeighbors", settings.neighbors(), smallest)
                    .at("head.interpolation.neighbors"));
        }
    }
}
