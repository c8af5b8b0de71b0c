package dev.lamina.file;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that new content goes to: the one at the end of symbolic links, which may not exist yet, with the mode and the
 * owner that it has. The links themselves stay.
 *
 * @param file absolute, no symbolic link
 */
record Destination(Path file) {
    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /**
     * @throws BadInputException if the file is there and read-only
     * @throws IOException if its links lead nowhere
     */
    static Destination of(Path target) throws IOException {
        Path file = target.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileProblem(Message.of("file.linksInACircle"));
            }
            // Not normalized: the folder before a ".." may be a link, too.
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        if (isReadOnly(file)) {
            throw new BadInputException(Message.of("file.readOnly").at(target));
        }
        return new Destination(file);
    }

    /** Whether nobody may write it; what the super-user may do all the same says nothing of what is wanted. */
    private static boolean isReadOnly(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        PosixFileAttributeView view = posix(file);
        return !Files.isWritable(file)
                || (view != null && view.readAttributes().permissions().stream().noneMatch(WRITING::contains));
    }

    /**
     * Gives a file that is to take this one's place the same group, owner and mode, where there is one already. A group or
     * an owner that the system does not let one give stays; then its members get no more than everyone.
     */
    void dress(Path replacement) throws IOException {
        PosixFileAttributeView old = posix(file);
        PosixFileAttributeView view = posix(replacement);
        if (old == null || view == null || !Files.isRegularFile(file)) {
            return;
        }
        PosixFileAttributes attributes = old.readAttributes();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(attributes.permissions());
        if (!grouped(view, attributes)) {
            mirror(permissions, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            mirror(permissions, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            mirror(permissions, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        owned(view, attributes);
        view.setPermissions(permissions);
    }

    private static boolean grouped(PosixFileAttributeView view, PosixFileAttributes wanted) throws IOException {
        if (view.readAttributes().group().equals(wanted.group())) {
            return true;
        }
        try {
            view.setGroup(wanted.group());
            return true;
        } catch (FileSystemException _) {
            return false;
        }
    }

    private static void owned(PosixFileAttributeView view, PosixFileAttributes wanted) throws IOException {
        if (view.readAttributes().owner().equals(wanted.owner())) {
            return;
        }
        try {
            view.setOwner(wanted.owner());
        } catch (FileSystemException _) {
            // Only the super-user gives files away; the new content is the writer's.
        }
    }

    private static void mirror(
            Set<PosixFilePermission> permissions, PosixFilePermission group, PosixFilePermission others) {
        if (permissions.contains(others)) {
            permissions.add(group);
        } else {
            permissions.remove(group);
        }
    }

    /** Null on a system without such modes. */
    private static @Nullable PosixFileAttributeView posix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
