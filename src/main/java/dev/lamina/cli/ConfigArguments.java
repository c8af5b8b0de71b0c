package dev.lamina.cli;

import dev.lamina.backend.UnservedSetting;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.experiment.Backends;
import dev.lamina.setting.RecordFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A configuration file and what the command line changes of it. */
final class ConfigArguments {
    @Parameters(paramLabel = "CONFIG")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY.PATH=VALUE")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N")
    private @Nullable Long seed;

    @Option(names = "--seeds", paramLabel = "N")
    private @Nullable Integer seeds;

    @Option(names = "--slots", paramLabel = "N")
    private @Nullable Integer slots;

    @Option(names = "--threads", paramLabel = "N")
    private @Nullable Integer threads;

    @Option(names = "--backend", paramLabel = "NAME")
    private @Nullable String backend;

    /** @throws dev.lamina.tensor.BadInputException if it cannot be used, or not on this machine */
    ExperimentConfig read() {
        List<String> all = new ArrayList<>(overrides);
        add(all, "seed", seed);
        add(all, "seeds", seeds);
        add(all, "slots", slots);
        add(all, "backend.threads", threads);
        add(all, "backend.name", backend);
        return RecordFiles.read(
                file,
                ExperimentConfig.class,
                all,
                config -> Backends.unserved(config).map(UnservedSetting::atKey));
    }

    Path file() {
        return file;
    }

    private static void add(List<String> overrides, String key, @Nullable Object value) {
        if (value != null) {
            overrides.add(key + "=" + value);
        }
    }
}
