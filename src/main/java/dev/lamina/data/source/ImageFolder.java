package dev.lamina.data.source;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.message.Message;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Your own pictures: a folder for each class with pictures at any depth, read as red, green and blue.
 * Formats are PNG, JPEG, BMP, GIF, TIFF and WBMP. With a folder train inside, that one holds the classes; val or test
 * beside it are taken for validation and testing (also training, valid, validation, testing, in any case). Without
 * pictures for testing, a part of each class is kept, the same part in every run.
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
    public ImageFolder {
        // A name that no file system takes is refused here, where the reader still knows its place.
        if (Path.of(path).toString().isBlank()) {
            throw new BadInputException(Message.of("data.noPath"));
        }
    }

    @Override
    public DataCard card() {
        return ClassFolders.CARD;
    }

    @Override
    public DataOutline outline(DataLocation where) {
        return layout(where).outline();
    }

    @Override
    public TrainTest load(DataLocation where) {
        return layout(where).load(path);
    }

    private FolderLayout layout(DataLocation where) {
        return FolderLayout.of(folder(where), Optional.ofNullable(size), testFraction);
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
                        Message.of("data.noImageFolder", candidates).at("image-folder.path")));
    }
}
