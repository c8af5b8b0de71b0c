package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.RunTags;
import dev.lamina.probe.DecidingHead;

/** Says of a WNLL head which of its two heads a measurement is of; of any other nothing. */
final class OfWnllHead {
    private OfWnllHead() {}

    static void say(ExperimentConfig config, DecidingHead head, Voice voice) {
        RunTags.queries(config).ifPresent(queries -> {
            switch (head) {
                case LINEAR -> voice.say("cli.ofLinearHead");
                case WNLL -> voice.say("cli.ofWnll", queries);
            }
        });
    }
}
