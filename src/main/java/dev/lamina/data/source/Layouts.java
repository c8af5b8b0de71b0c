package dev.lamina.data.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How other programs lay a published set out.
 * @param folders what they call its folder
 * @param archives what they call a file that holds all of it
 * @param sign by what a folder of any name is known to hold it
 */
public record Layouts(List<String> folders, List<String> archives, Sign sign) {
    /** As published and in no other way. */
    static final Layouts NONE = new Layouts(List.of(), List.of(), _ -> false);

    public Layouts {
        folders = List.copyOf(folders);
        archives = List.copyOf(archives);
    }

    /** Something that only this set's folder has. */
    public interface Sign {
        boolean in(Path folder);
    }

    /** Names that no other set gives its files. */
    static Sign anyOf(String... names) {
        return folder -> Stream.of(names).anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
