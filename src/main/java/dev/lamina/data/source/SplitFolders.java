package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folders for training, validation and testing, by the names people give them.
 * @param others folders that are none of these
 */
record SplitFolders(Path training, Optional<Path> validation, Optional<Path> test, List<Path> others) {
    /** What a folder can be for. */
    private enum Part {
        TRAINING,
        VALIDATION,
        TEST;

        private Set<String> names() {
            return switch (this) {
                case TRAINING -> Set.of("train", "training");
                case VALIDATION -> Set.of("val", "valid", "validation");
                case TEST -> Set.of("test", "testing");
            };
        }

        boolean named(Path folder) {
            return names().contains(PictureName.of(folder).toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Empty for a folder that holds the classes themselves: none is for training, or "train" is a class beside others.
     * @throws BadInputException if two folders have the same part, or there is nothing to train on
     */
    static Optional<SplitFolders> in(Path folder) {
        List<Path> folders = PictureListing.folders(folder);
        Map<Part, Path> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<Path> named = folders.stream().filter(part::named).toList();
            if (named.size() > 1) {
                throw new BadInputException(
                        Message.of("data.sameMeaning", PictureName.of(named.get(0)), PictureName.of(named.get(1)))
                                .at(folder));
            }
            named.forEach(found -> parts.put(part, found));
        }
        List<Path> others =
                folders.stream().filter(f -> !parts.containsValue(f)).toList();
        Path training = parts.get(Part.TRAINING);
        if (training == null) {
            if (!parts.isEmpty() && others.isEmpty()) {
                throw new BadInputException(Message.of(
                                "data.nothingToTrainOn",
                                folders.stream().map(PictureName::of).toList())
                        .at(folder));
            }
            return Optional.empty();
        }
        if (!others.isEmpty() && !holdsClasses(training)) {
            return Optional.empty();
        }
        return Optional.of(new SplitFolders(
                training,
                Optional.ofNullable(parts.get(Part.VALIDATION)),
                Optional.ofNullable(parts.get(Part.TEST)),
                others));
    }

    private static boolean holdsClasses(Path training) {
        return !PictureListing.folders(training).isEmpty()
                && PictureListing.files(training).stream().noneMatch(PictureName::isRead);
    }
}
