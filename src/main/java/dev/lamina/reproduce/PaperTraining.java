package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.config.WeightDecays;
import dev.lamina.setting.RecordFiles;
import java.util.List;

/**
 * A training as a paper describes it, on as many images as are taken here.
 *
 * @param config at the paper's own schedule
 * @param images that it is trained on here
 * @param rateSum Σ of the learning rate over the paper's own steps: its batch size, its images
 */
record PaperTraining(ExperimentConfig config, int images, double rateSum) {
    /** One that the paper does on the same images. */
    static PaperTraining onItsImages(ExperimentConfig config, int images) {
        return onOthers(config, images, images);
    }

    /** One that the paper does on another number of images. */
    static PaperTraining onOthers(ExperimentConfig config, int images, int paperImages) {
        return new PaperTraining(config, images, new WeightDecays(config, paperImages).rateSum());
    }

    /** A configuration with some values replaced. */
    static ExperimentConfig with(ExperimentConfig config, String... overrides) {
        return RecordFiles.parse(RecordFiles.write(config), "reproduce", ExperimentConfig.class, List.of(overrides));
    }

    /** With other settings, of the same rates' sum: where they make it shorter, decay makes up for it. */
    PaperTraining with(String... overrides) {
        return new PaperTraining(with(config, overrides), images, rateSum);
    }
}
