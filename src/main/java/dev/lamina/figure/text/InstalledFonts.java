package dev.lamina.figure.text;

import dev.lamina.figure.FontFamily;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds faces on the machine for characters the bundled ones lack (Chinese, rare symbols). Known files are tried in
 * order of preference, so that the same machine always gives the same figure.
 */
final class InstalledFonts {
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("/System/Library/Fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:/Windows/Fonts"));
    private static final int FOLDER_DEPTH = 6;

    private static final List<String> SERIF_FILES =
            List.of("NotoSerifCJK-Regular.ttc", "NotoSerifSC-Regular.otf", "Songti.ttc", "simsun.ttc");
    private static final List<String> FILES = List.of(
            "NotoSansCJK-Regular.ttc",
            "NotoSansCJKsc-Regular.otf",
            "NotoSansSC-Regular.otf",
            "NotoSansSC-Regular.ttf",
            "SourceHanSansSC-Regular.otf",
            "SourceHanSansCN-Regular.otf",
            "wqy-microhei.ttc",
            "wqy-zenhei.ttc",
            "DroidSansFallbackFull.ttf",
            "Hiragino Sans GB.ttc",
            "STHeiti Light.ttc",
            "msyh.ttc",
            "simsun.ttc",
            "DejaVuSans.ttf",
            "Arial Unicode.ttf",
            "segoeui.ttf");

    private InstalledFonts() {}

    /** Faces that together show as many of the characters as installed fonts can, best first. */
    static List<FontFace> showing(Set<Integer> codePoints, FontFamily family) {
        Set<Integer> missing = new HashSet<>(codePoints);
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> wanted = new ArrayList<>(family == FontFamily.SERIF ? SERIF_FILES : List.of());
        wanted.addAll(FILES);
        Map<String, Path> present = present(Set.copyOf(wanted));
        List<FontFace> faces = new ArrayList<>();
        for (String name : wanted) {
            Path file = present.get(name);
            if (file != null && !missing.isEmpty()) {
                readable(file).stream()
                        .filter(face -> missing.removeIf(face::shows))
                        .forEach(faces::add);
            }
        }
        return faces;
    }

    private static Map<String, Path> present(Set<String> names) {
        Map<String, Path> present = new HashMap<>();
        for (Path folder : FOLDERS) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files =
                    Files.find(folder, FOLDER_DEPTH, (file, a) -> a.isRegularFile() && names.contains(nameOf(file)))) {
                files.sorted().forEach(file -> present.putIfAbsent(nameOf(file), file));
            } catch (IOException | UncheckedIOException e) {
                // A folder that cannot be searched offers no fonts; the missing characters are reported later.
            }
        }
        return present;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The file's face, none if it is damaged; of a collection the face for simplified Chinese, else the first. */
    private static List<FontFace> readable(Path file) {
        try {
            Font[] fonts = Font.createFonts(file.toFile());
            int index = 0;
            for (int i = fonts.length - 1; i >= 0; i--) {
                String name = fonts[i].getFontName();
                if (name.contains("SC") && !name.contains("Mono")) {
                    index = i;
                }
            }
            String location = file.toString().endsWith(".ttc") ? file + "," + index : file.toString();
            return List.of(new FontFace(fonts[index], location, new byte[0]));
        } catch (IOException | FontFormatException e) {
            return List.of();
        }
    }
}
