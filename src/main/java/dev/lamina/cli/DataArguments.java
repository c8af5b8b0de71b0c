package dev.lamina.cli;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where data sets are looked for. */
final class DataArguments {
    @Option(names = "--data-dir", paramLabel = "DIR")
    private @Nullable Path dataDirectory;

    /** @throws BadInputException if the folder is not there: other data of the same name must not stand in for it */
    DataLocation location() {
        if (dataDirectory != null && !Files.isDirectory(dataDirectory)) {
            throw new BadInputException(Message.of("cli.noDataFolder").at("--data-dir " + dataDirectory));
        }
        return DataLocation.standard(dataDirectory);
    }

    /** For downloads, which make the folder. */
    DataLocation downloadLocation() {
        return DataLocation.standard(dataDirectory);
    }
}
