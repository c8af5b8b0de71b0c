package dev.lamina.graph;

import static dev.lamina.message.Language.CHINESE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Message;
import dev.lamina.nn.head.SoftmaxHead;
import dev.lamina.nn.layer.Linear;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static Resolution resolve(List<Node> nodes, List<Edge> edges) {
        return NetworkResolver.resolve(new NetworkGraph(nodes, edges), Shape.of(3, 8, 8), 10);
    }

    @Test
    void whatIsWrongAndTheRemedyAreToldInChinese() {
        List<String> lines = resolve(
                        List.of(
                                new Node.Input("images"),
                                new Node.OfLayer("linear", new Linear(10, true)),
                                new Node.OfHead("head", new SoftmaxHead(true, 0))),
                        List.of(new Edge("images", "linear", 0)))
                .diagnostics()
                .stream()
                .map(diagnostic -> diagnostic.line().text(CHINESE))
                .toList();
        assertTrue(lines.contains("linear：需要特征向量，得到 3×8×8；请在其前加展平或全局平均池化"), lines.toString());
        assertTrue(lines.contains("head：输入端没有连接；请把一个节点接到端口 0"), lines.toString());
    }

    @Test
    void theRemedyStandsAlone() {
        Message message = resolve(List.of(), List.of()).diagnostics().getFirst().message();
        assertEquals("缺少输入", message.what(CHINESE));
        assertEquals(Optional.of("请添加一个输入节点：样本由此进入"), message.remedy(CHINESE));
    }

    @Test
    void theFirstOfSeveralErrorsSaysHowManyThereAreAndItsRemedyLast() {
        Resolution empty = resolve(List.of(), List.of());
        assertEquals(
                "network: it has no input (first of 2 errors in the network); add one input node, where the examples"
                        + " enter",
                Assertions.assertThrows(BadInputException.class, empty::orThrow).getMessage());
    }
}
