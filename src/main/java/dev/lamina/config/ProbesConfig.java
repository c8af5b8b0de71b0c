package dev.lamina.config;

import dev.lamina.probe.GbrSettings;
import dev.lamina.probe.ProbeSettings;
import dev.lamina.setting.Setting;
import java.util.List;

/** What is measured on the network while it trains. */
public record ProbesConfig(
        @Setting(defaultValue = "{}", meaning = "the generalization-bound regularizer (1/n) Σ ‖∂f(x)/∂x‖²")
        GbrSettings gbr,

        @Setting(
                defaultValue = "1",
                min = 1,
                max = 1_000_000,
                unit = "epochs",
                meaning = "epochs between evaluations of the test set; the last of training.epochs is evaluated too")
        int testEveryEpochs,

        @Setting(
                defaultValue = "[]",
                meaning =
                        "further readings that are kept with the run: confusion matrix, feature maps, filters and more")
        List<ProbeSettings> readings) {}
