package dev.lamina.data.source;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files below a folder, at any depth, through links, without hidden ones.
 * @param pictures those that are read, in the order of their paths as UTF-8, whatever the file system's is
 */
record PictureListing(List<Path> pictures, List<Path> others) {
    /** By the names from the common folder on, composed and with "/" between them. */
    private static final Comparator<Path> BY_PATH = Comparator.comparing(
            path -> Normalizer.normalize(path.toString().replace('\\', '/'), Normalizer.Form.NFC)
                    .getBytes(StandardCharsets.UTF_8),
            Arrays::compareUnsigned);

    /** @throws BadInputException naming the folder that cannot be listed */
    static PictureListing below(Path folder) {
        Walk walk = new Walk(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw unlisted(folder, e);
        }
        walk.pictures.sort(BY_PATH);
        return new PictureListing(walk.pictures, walk.others);
    }

    /** Folders directly inside, in order. */
    static List<Path> folders(Path folder) {
        return inside(folder).filter(Files::isDirectory).sorted(BY_PATH).toList();
    }

    /** Files directly inside. */
    static List<Path> files(Path folder) {
        return inside(folder).filter(file -> !Files.isDirectory(file)).toList();
    }

    private static Stream<Path> inside(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> !PictureName.isHidden(file)).toList().stream();
        } catch (IOException e) {
            throw unlisted(folder, e);
        }
    }

    private static BadInputException unlisted(Path folder, IOException e) {
        return new BadInputException(
                Message.of("data.unlisted", FileFault.reason(e)).at(folder), e);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> pictures = new ArrayList<>();
        private final List<Path> others = new ArrayList<>();

        Walk(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(start) && PictureName.isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!PictureName.isHidden(file)) {
                (attributes.isRegularFile() && PictureName.isRead(file) ? pictures : others).add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) {
                // A link to a folder above: all it leads to is listed already.
                return FileVisitResult.CONTINUE;
            }
            throw unlisted(file, e);
        }
    }
}
