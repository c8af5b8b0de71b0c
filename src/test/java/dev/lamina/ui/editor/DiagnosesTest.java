package dev.lamina.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.NetworkGraph;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.Node;
import dev.lamina.message.Language;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.Shape;
import dev.lamina.ui.fx.Sentences;
import dev.lamina.ui.fx.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/lamina");
    private static final Pattern MADE = Pattern.compile("(new ShapeException|Diagnostic\\.(error|warning))\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Diagnoses chinese = new Diagnoses(Texts.in(Language.CHINESE));

    /** A new sentence in graph or nn has to be put among the window's, in both languages. */
    @Test
    void everySentenceThatNetworksSayIsKnown() throws IOException {
        List<String> said = new ArrayList<>();
        for (String part : List.of("graph", "nn")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(part))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    collect(Files.readString(file), said);
                }
            }
        }
        Sentences sentences = new Sentences(Texts.in(Language.ENGLISH), Diagnoses.BUNDLE);
        assertTrue(said.size() > 20, said.size() + " sentences");
        assertEquals(
                List.of(), said.stream().filter(s -> sentences.key(s).isEmpty()).toList());
    }

    /** The literals of each message with "7" for what stands between them. */
    private static void collect(String source, List<String> said) {
        Matcher made = MADE.matcher(source);
        while (made.find()) {
            int end = source.indexOf(";\n", made.end());
            // The other case of a condition is a sentence of its own.
            String call = source.substring(made.end(), end).split("\\) *\n *: Diagnostic", 2)[0];
            Matcher literal = LITERAL.matcher(call);
            StringBuilder sentence = new StringBuilder();
            int last = -1;
            while (literal.find()) {
                String between = call.substring(Math.max(0, last), literal.start());
                if (last < 0) {
                    between = between.strip().endsWith("+") ? "7" : "";
                }
                sentence.append(between.replaceAll("[\\s+]", "").isEmpty() ? "" : "7")
                        .append(literal.group(1).replace("\\\"", "\""));
                last = literal.end();
            }
            // Without a literal it passes on a message that was made elsewhere.
            if (last >= 0) {
                said.add(sentence + (call.substring(last).contains("+") ? "7" : ""));
            }
        }
    }

    @Test
    void whatIsWrongAndTheRemedyAreToldInChinese() {
        NetworkGraph graph = new NetworkGraph(
                List.of(
                        new Node.Input("images"),
                        new Node.OfLayer("linear", new Linear(10, true)),
                        new Node.OfHead("head", new SoftmaxHead(true, 0))),
                List.of(new dev.lamina.graph.Edge("images", "linear", 0)));
        List<String> lines = NetworkResolver.resolve(graph, Shape.of(3, 8, 8), 10).diagnostics().stream()
                .map(chinese::line)
                .toList();
        assertTrue(lines.contains("linear: 需要特征向量，得到 3×8×8；请在其前加展平或全局平均池化"), lines.toString());
        assertTrue(lines.contains("head: 输入端没有连接；请把一个节点接到端口 0"), lines.toString());
    }

    @Test
    void wordsWithinASentenceAreTranslatedToo() {
        List<Diagnostic> missing = NetworkResolver.resolve(
                        new NetworkGraph(List.of(), List.of()), Shape.of(3, 8, 8), 10)
                .diagnostics();
        assertEquals("缺少输入", chinese.what(missing.getFirst()));
        assertEquals("请添加一个输入节点：样本由此进入", chinese.remedy(missing.getFirst()));
    }

    @Test
    void anUnknownSentenceStaysAsItIs() {
        assertEquals("something else", chinese.message("something else"));
    }
}
