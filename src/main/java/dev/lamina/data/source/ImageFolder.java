package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.ImageDataset;
import dev.lamina.data.TrainTest;
import dev.lamina.data.ValidationSplit;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Your own pictures: a folder for each class with PNG or JPEG files, read as red, green and blue.
 * With folders train and test inside, those hold the classes; otherwise a part of each class is kept for testing,
 * the same part in every run.
 */
@JsonTypeName("image-folder")
public record ImageFolder(
        @Setting(
                meaning = "the folder; a relative one is looked for in the data folders, then in the working directory")
        String path,

        @Setting(
                min = 8,
                max = 512,
                unit = "pixels",
                meaning =
                        "side of the squares to make (shorter side scaled, middle cropped); unless given, all pictures"
                                + " must have one size and stay as they are")
        @Nullable
        Integer size,

        @Setting(
                defaultValue = "0.2",
                min = 0.01,
                max = 0.9,
                meaning = "part of each class kept for testing where there is no folder test")
        double testFraction)
        implements DataSource {
    public static final DataCard CARD = DataCard.withoutFiles(
            "image-folder", "Image folder", "your own PNG or JPEG pictures, one folder per class", "yours", "none");

    public ImageFolder {
        // A name that no file system takes is refused here, where the reader still knows its place.
        if (Path.of(path).toString().isBlank()) {
            throw new IllegalArgumentException("path must name the folder that holds one folder per class");
        }
    }

    @Override
    public DataCard card() {
        return CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return reader(trainingFolder(folder(where))).outline();
    }

    @Override
    public TrainTest load(DataLocation where) {
        Path folder = folder(where);
        ClassFolders training = reader(trainingFolder(folder));
        if (!isSplit(folder)) {
            return split(training.read(path, training.outline()));
        }
        ClassFolders test = reader(folder.resolve("test"));
        if (!test.classNames().equals(training.classNames())) {
            throw new BadInputException(folder + ": train has the classes " + training.classNames() + ", test has "
                    + test.classNames() + "; give both the same folders");
        }
        return new TrainTest(
                training.read(path + " training", training.outline()), test.read(path + " test", training.outline()));
    }

    private TrainTest split(ImageDataset all) {
        long test = Math.round(testFraction * all.size());
        if (test < 1 || test >= all.size()) {
            throw new BadInputException("image-folder.testFraction: " + testFraction + " of " + all.size()
                    + " pictures leaves none for training or testing; add pictures or folders train and test");
        }
        var parts = ValidationSplit.ofFraction(testFraction).apply(all, new Seeds(0));
        return new TrainTest(parts.training(), parts.validation());
    }

    private ClassFolders reader(Path folder) {
        return ClassFolders.in(folder, Optional.ofNullable(size));
    }

    private static boolean isSplit(Path folder) {
        return Files.isDirectory(folder.resolve("train")) && Files.isDirectory(folder.resolve("test"));
    }

    private static Path trainingFolder(Path folder) {
        return isSplit(folder) ? folder.resolve("train") : folder;
    }

    private Path folder(DataLocation where) {
        List<Path> candidates = Stream.concat(
                        where.roots().stream().map(root -> root.resolve(path)), Stream.of(Path.of(path)))
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
        return candidates.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "image-folder.path: no such folder: " + candidates + "; correct the path"));
    }
}
