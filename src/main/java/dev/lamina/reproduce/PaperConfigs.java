package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.message.Message;
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
    static ExperimentConfig wnll(int images, String... overrides) {
        return with(WNLL, images, overrides);
    }

    /** @param overrides "key.path=value" */
    static ExperimentConfig mpelu(int images, String... overrides) {
        return with(MPELU, images, overrides);
    }

    /** The configuration with some values replaced. */
    static ExperimentConfig with(ExperimentConfig config, String... overrides) {
        return RecordFiles.parse(RecordFiles.write(config), "reproduce", ExperimentConfig.class, List.of(overrides));
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
