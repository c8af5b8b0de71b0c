package dev.lamina.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's source format (palantir-java-format): {@code mvn -Pformat} applies it, {@link FormatTest} checks it. */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        for (Path file : unformattedFiles()) {
            Files.writeString(file, formatted(Files.readString(file), file));
            System.out.println("formatted " + file);
        }
    }

    /** The source files whose text differs from what the formatter makes of it. */
    static List<Path> unformattedFiles() throws IOException {
        List<Path> different = new ArrayList<>();
        try (var files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (!formatted(text, file).equals(text)) {
                    different.add(file);
                }
            }
        }
        return different;
    }

    private static String formatted(String text, Path file) {
        try {
            String withImports = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(withImports);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
