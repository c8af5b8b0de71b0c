package dev.lamina.message;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * English sentences that stand in the sources: texts in quotes with two words or more. What only a programmer reads is
 * none: what an exception says that means a mistake of ours, a line of the log, an annotation for compiler or parser.
 */
final class SentencesInCode {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern WORDS =
            Pattern.compile("\\p{L}{2,}[,;:)]? \\(?\\p{Ll}{2,}|[;:,] \\p{Ll}{2,}|\\p{Ll}{2,} $|^ \\p{Ll}{2,}");
    private static final Set<String> OUR_MISTAKES = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "AssertionError",
            "UnsupportedOperationException",
            "IndexOutOfBoundsException",
            "NullPointerException",
            // Whoever asked for the end knows of it.
            "CancellationException");

    /**
     * {@code Setting} says in English what a setting does, as the published schema does; the window's vocabulary has the
     * Chinese. {@code Origin} names papers and places in them.
     */
    private static final Set<String> FOR_PROGRAMS =
            Set.of("SuppressWarnings", "JsonTypeName", "JsonProperty", "Setting", "Origin");

    private SentencesInCode() {}

    /** By file below the sources. */
    static Map<String, List<String>> byFile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, List<String>> found = new TreeMap<>();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    _ -> {},
                    List.of("--enable-preview", "--release", "25"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(f -> f.toString().endsWith(".java")).toList()));
            for (CompilationUnitTree unit : task.parse()) {
                List<String> sentences = new ArrayList<>();
                unit.accept(new Sentences(), sentences);
                if (!sentences.isEmpty()) {
                    found.put(
                            SOURCES.resolve("dev/lamina")
                                    .toUri()
                                    .relativize(unit.getSourceFile().toUri())
                                    .toString(),
                            sentences);
                }
            }
        }
        return found;
    }

    private static final class Sentences extends TreeScanner<Void, List<String>> {
        @Override
        public Void visitLiteral(LiteralTree literal, List<String> found) {
            if (literal.getValue() instanceof String text
                    && !text.startsWith("--")
                    && WORDS.matcher(text).find()) {
                found.add(text);
            }
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, List<String> found) {
            return OUR_MISTAKES.contains(made.getIdentifier().toString()) ? null : super.visitNewClass(made, found);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, List<String> found) {
            return call.getMethodSelect().toString().endsWith(".log") ? null : super.visitMethodInvocation(call, found);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, List<String> found) {
            return FOR_PROGRAMS.contains(annotation.getAnnotationType().toString())
                    ? null
                    : super.visitAnnotation(annotation, found);
        }
    }
}
