package dev.lamina.cli;

import dev.lamina.config.ExperimentConfig;
import picocli.CommandLine.Mixin;

/** A command on a configuration file. */
abstract class OnConfig extends OnDevice {
    @Mixin
    ConfigArguments config;

    @Override
    final ExperimentConfig config() {
        return config.read();
    }
}
