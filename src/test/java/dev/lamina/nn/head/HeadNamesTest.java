package dev.lamina.nn.head;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Outside its package a head is made by its name and never asked for by it, by {@code instanceof}, cast, pattern or type of
 * a parameter: what a head is like others read from {@link Head}, so a new one needs no place elsewhere.
 */
class HeadNamesTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^import .*;$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("(?<!new )(?<!StartValues\\.of\\()\\b(?:"
            + Arrays.stream(Head.class.getPermittedSubclasses())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining("|"))
            + ")\\b");

    @Test
    void nobodyAsksWhichHeadItIs() throws IOException {
        var asking = new TreeSet<Path>();
        for (String root : List.of("src/main/java", "src/tornado/java", "src/bench/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    if (!file.getParent().endsWith("nn/head") && asks(Files.readString(file))) {
                        asking.add(file);
                    }
                }
            }
        }
        assertEquals(new TreeSet<Path>(), asking);
    }

    @Test
    void askingIsSeenInEveryForm() {
        assertEquals(
                List.of(true, true, true, true, true, false, false, false, false),
                Stream.of(
                                "head instanceof WnllHead wnll",
                                "head instanceof SvmHead(boolean bias, var hinge)",
                                "case SoftmaxHead _ -> 1;",
                                "(WnllHead) head",
                                "void f(Optional<WnllHead> head)",
                                "new SoftmaxHead(true, 0)",
                                "StartValues.of(WnllHead.class, Map.of())",
                                "/** Of a {@link WnllHead}. */ // or SvmHead",
                                "import dev.lamina.nn.head.SvmHead;")
                        .map(HeadNamesTest::asks)
                        .toList());
    }

    private static boolean asks(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        return NAMED.matcher(IMPORT.matcher(code).replaceAll("")).find();
    }
}
