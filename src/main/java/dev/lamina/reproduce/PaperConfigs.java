package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
import dev.lamina.nn.optim.LearningRate;
import dev.lamina.nn.optim.StepSchedule;
import dev.lamina.nn.optim.TrainingSpan;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The papers' own schedules on CIFAR-10, as configurations. */
final class PaperConfigs {
    /** All of CIFAR-10. */
    static final int WHOLE = 50_000;

    /**
     * Wang et al. 2018: Nesterov momentum 0.9, weight decay 5e-4, batches of 128, rate 0.05 halved every 50 epochs.
     * Source: METHODS section 1.2.
     */
    private static final String WNLL = text(400, true, 0.05, "{\"type\": \"halve-every\", \"epochs\": 50}", "5e-4");

    /**
     * The MPELU paper's residual networks: 200 epochs in batches of 128, rate 0.1, a tenth at 81 and at 122, momentum
     * 0.9, weight decay 1e-4. Source: METHODS section 3.
     */
    private static final String MPELU =
            text(200, false, 0.1, "{\"type\": \"multi-step\", \"at\": [81, 122], \"factor\": 0.1}", "1e-4");

    /**
     * The GBR paper: 100 epochs, rate 0.1, a tenth every 30, momentum 0.9, weight decay 1e-4, He's initialization. Its
     * batches of 256 are too few steps of a small set; ours have 128. Source: METHODS section 4.
     */
    private static final String GBR =
            text(100, false, 0.1, "{\"type\": \"step\", \"every\": 30, \"factor\": 0.1}", "1e-4");

    /** Σ of the rate over the GBR paper's steps: 5005 batches of 256 of ImageNet's 1,281,167 images an epoch. */
    static final double GBR_RATE_SUM = new LearningRate(
                    0.1, new StepSchedule(30, 0.1), new TrainingSpan(0, 100), Math.ceilDiv(1_281_167, 256))
            .sum();

    /** Σ of the rate over NIN's steps in the MPELU paper: 100,000 at 0.1, 20,000 at 0.01. */
    static final double NIN_RATE_SUM = 100_000 * 0.1 + 20_000 * 0.01;

    private PaperConfigs() {}

    private static String text(int epochs, boolean nesterov, double rate, String schedule, String weightDecay) {
        return """
            {
              "data": {
                "source": {"type": "cifar10"},
                "augmentations": [{"type": "pad-crop", "padding": 4}, "horizontal-flip"]
              },
              "network": {"preset": "resnet20"},
              "training": {
                "epochs": %d,
                "batchSize": 128,
                "optimizer": {"type": "sgd", "momentum": 0.9, "nesterov": %b},
                "learningRate": %s,
                "schedule": %s,
                "weightDecay": %s
              },
              "probes": {"gbr": {"enabled": false}}
            }
            """.formatted(epochs, nesterov, rate, schedule, weightDecay);
    }

    /** @param overrides "key.path=value" */
    static PaperTraining wnll(int images, String... overrides) {
        return PaperTraining.onItsImages(with(WNLL, images, overrides), images);
    }

    /** @param overrides "key.path=value" */
    static PaperTraining mpelu(int images, String... overrides) {
        return PaperTraining.onOthers(with(MPELU, images, overrides), images, WHOLE);
    }

    /** Network in network; the rates' sum is that of the paper's own schedule. */
    static PaperTraining nin(int images, String... overrides) {
        return new PaperTraining(with(MPELU, images, overrides), images, NIN_RATE_SUM);
    }

    /** @param overrides "key.path=value" */
    static PaperTraining gbr(int images, String... overrides) {
        return new PaperTraining(with(GBR, images, overrides), images, GBR_RATE_SUM).with("training.initializer=he");
    }

    private static ExperimentConfig with(String text, int images, String... overrides) {
        List<String> all = new ArrayList<>(Arrays.asList(overrides));
        if (images != WHOLE) {
            all.add("data.source.trainCount=" + images);
        }
        return RecordFiles.parse(text, "reproduce", ExperimentConfig.class, all);
    }

    /** @throws BadInputException for a number of images that a set of CIFAR-10 does not have */
    static int images(int images) {
        if (images < 1000 || images > WHOLE) {
            throw new BadInputException(
                    Message.of("reproduce.imagesOutOfRange", WHOLE).at("--images " + images));
        }
        return images;
    }
}
