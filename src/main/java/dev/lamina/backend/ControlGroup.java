package dev.lamina.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A control group of Linux, by which containers limit what processes take.
 *
 * @param folder of its files
 * @param isOfVersion2 whether they are named as version 2 names them
 */
record ControlGroup(Path folder, boolean isOfVersion2) {
    /**
     * Those this process is in and those they lie in, under the control of one controller.
     *
     * @param root what holds proc and sys
     */
    static Stream<ControlGroup> of(Path root, String controller) {
        return textLines(root.resolve("proc/self/cgroup")).stream()
                .flatMap(line -> of(root.resolve("sys/fs/cgroup"), controller, line));
    }

    /** @param line as in /proc/self/cgroup: number, controllers, path; without controllers, of version 2 */
    private static Stream<ControlGroup> of(Path mount, String controller, String line) {
        String[] parts = line.split(":", 3);
        if (parts.length < 3
                || !(parts[1].isEmpty() || List.of(parts[1].split(",")).contains(controller))) {
            return Stream.empty();
        }
        boolean isOfVersion2 = parts[1].isEmpty();
        Path top = isOfVersion2 ? mount : mount.resolve(controller);
        List<ControlGroup> groups = new ArrayList<>();
        // In a container the path may be the host's, and its own group the top.
        Path group = top.resolve(parts[2].substring(1));
        while (group != null && group.startsWith(top)) {
            groups.add(new ControlGroup(group, isOfVersion2));
            group = group.getParent();
        }
        return groups.stream();
    }

    /** Of one of its files; none where there is no such file. */
    List<String> lines(String file) {
        return textLines(folder.resolve(file));
    }

    /** None where there is no such file. */
    static List<String> textLines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
