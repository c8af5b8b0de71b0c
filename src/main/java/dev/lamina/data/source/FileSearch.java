package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where the files of a published set are, under whatever names other programs have given them. One root after the other
 * is looked through: the folders that are called as the set's are, be it the root itself; an archive of the set in one of
 * them or in the root; a folder of any name, at most two levels down, that shows the set's sign.
 */
final class FileSearch {
    private static final int LEVELS = 2;
    /** Entries below a root that are looked at for folders of any name; a folder of a million pictures is no data root. */
    private static final int ENTRIES = 20_000;

    private static final int NAMES_SHOWN = 6;

    private final DataCard card;
    private final DataCard.Published published;
    private final DataLocation where;

    FileSearch(DataCard card, DataLocation where) {
        this.card = card;
        this.published = card.published().orElseThrow();
        this.where = where;
    }

    /** The file itself, or the archive that holds it. */
    Optional<Path> find(ExpectedFile file) {
        return where.roots().stream()
                .flatMap(root -> Stream.<Supplier<Optional<Path>>>of(
                        () -> first(named(root), file.names()),
                        () -> first(withRoot(root), published.layouts().archives()),
                        () -> first(signed(root), file.names())))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether the file, or an archive that holds it, is there. */
    boolean isThere(ExpectedFile file) {
        return find(file).isPresent();
    }

    /** Whether it is an archive of the whole set. */
    boolean isArchive(Path path) {
        return published.layouts().archives().contains(String.valueOf(path.getFileName()));
    }

    private static Optional<Path> first(List<Path> folders, List<String> names) {
        return folders.stream()
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private List<Path> named(Path root) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String name : names()) {
            if (root.toAbsolutePath().normalize().endsWith(name)) {
                folders.add(root);
            }
            folders.add(root.resolve(name));
        }
        return List.copyOf(folders);
    }

    private List<String> names() {
        return Stream.concat(Stream.of(published.folder()), published.layouts().folders().stream())
                .toList();
    }

    private List<Path> withRoot(Path root) {
        List<Path> folders = new ArrayList<>(named(root));
        folders.add(root);
        return folders;
    }

    private List<Path> signed(Path root) {
        return below(root).stream().filter(published.layouts().sign()::in).toList();
    }

    /** The root and the folders below it, in the order of their names. */
    private static List<Path> below(Path root) {
        Set<Path> folders = new TreeSet<>();
        int[] seen = {0};
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), LEVELS + 1, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    folders.add(folder);
                    return more();
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return more();
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return more();
                }

                private FileVisitResult more() {
                    return ++seen[0] < ENTRIES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }
            });
        } catch (IOException _) {
            // A folder that cannot be looked through holds nothing for us.
        }
        return List.copyOf(folders);
    }

    /** What to say of a file that is nowhere. */
    BadInputException missing(ExpectedFile file) {
        return missing(file, Message.of("data.getOrName", card.id()));
    }

    /** The same where fewer training images would do: so many are there, if any. */
    BadInputException missing(ExpectedFile file, int imagesThere) {
        return imagesThere == 0
                ? missing(file)
                : missing(file, Message.of("data.getOrNameOrFewer", card.id(), imagesThere));
    }

    private BadInputException missing(ExpectedFile file, Message remedy) {
        Message message = there().map(there ->
                        Message.of("data.notFoundBeside", file.name(), where.roots(), wanted(file), remedy, there))
                .orElseGet(() -> Message.of("data.notFound", file.name(), where.roots(), wanted(file), remedy));
        return new BadInputException(message.at(card.id()));
    }

    private Message wanted(ExpectedFile file) {
        List<String> archives = published.layouts().archives();
        return archives.isEmpty()
                ? Message.of("data.wantedFile", either(file.names()), either(names()))
                : Message.of("data.wantedFileOrArchive", either(file.names()), either(names()), either(archives));
    }

    /** What lies where the set is looked for first. */
    private Optional<Message> there() {
        for (Path root : where.roots()) {
            for (Path folder : withRoot(root)) {
                List<String> entries = entries(folder);
                int more = entries.size() - NAMES_SHOWN;
                if (!entries.isEmpty()) {
                    return Optional.of(
                            more <= 0
                                    ? Message.of("data.folderHolds", folder, entries)
                                    : Message.of(
                                            "data.folderHoldsMore", folder, entries.subList(0, NAMES_SHOWN), more));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(ENTRIES)
                    .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : ""))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Message either(List<String> names) {
        return names.size() == 1
                ? Message.verbatim(names.getFirst())
                : Message.of("data.either", names.subList(0, names.size() - 1), names.getLast());
    }
}
