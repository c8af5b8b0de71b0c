package dev.lamina.ui.app;

import dev.lamina.ui.fx.Preferences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where runs are kept: the folder that was chosen last, else the project's or the user's.
 *
 * @param usual where nobody chose
 */
record RunPlaces(Path usual) {
    private static final String NAME = "runs";

    /** A folder "runs" where the program was started makes that a project's; else they go to the user's own. */
    static RunPlaces standard(Path workingFolder, Path home) {
        Path project = workingFolder.resolve(NAME);
        return new RunPlaces(
                Files.isDirectory(project) ? project : home.resolve("Lamina").resolve(NAME));
    }

    /** Where new runs go. */
    Path first(Preferences preferences) {
        return all(preferences).getFirst();
    }

    /** Where runs are looked for, that of new ones first. */
    List<Path> all(Preferences preferences) {
        return Stream.concat(preferences.runFolders().stream().map(Path::of), Stream.of(usual))
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
    }
}
