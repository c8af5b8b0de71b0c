package dev.lamina.config;

import dev.lamina.probe.GbrSettings;
import dev.lamina.setting.Setting;

/** What is measured on the network while it trains. */
public record ProbesConfig(
        @Setting(defaultValue = "{}", meaning = "the generalization-bound regularizer (1/n) Σ ‖∂f(x)/∂x‖²")
        GbrSettings gbr) {}
