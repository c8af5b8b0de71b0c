package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data sets are looked for. */
final class DataArguments {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of data sets; before LAMINA_DATA and the user's cache.")
    private @Nullable Path dataDirectory;

    DataLocation location() {
        return DataLocation.standard(dataDirectory);
    }
}
