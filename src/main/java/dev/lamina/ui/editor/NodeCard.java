package dev.lamina.ui.editor;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.Node;
import dev.lamina.graph.Severity;
import dev.lamina.graph.edit.CardSize;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.WhatIsThis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A node on the canvas: its name, what it is, what leaves it, what it costs, and what is wrong with it. */
final class NodeCard extends BoxView {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");
    private static final PseudoClass BLOCK = PseudoClass.getPseudoClass("block");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final String cardId;
    private final VBox body = new VBox();
    private final HBox title = new HBox(7);
    private final Label name = new Label();
    private final Label type = new Label();
    private final Label shape = new Label();
    private final Label cost = new Label();
    private final Button expand = new Button();
    private final Label problem = new Label();
    private final Tooltip problemTip = new Tooltip();
    private final List<PortView> inputs = new ArrayList<>();
    private final PortView output;
    private @Nullable Node glyphNode;
    private @Nullable CardText text;
    private Detail detail = Detail.WHOLE;

    NodeCard(String id) {
        cardId = id;
        output = new PortView(this, id, PortView.Direction.OUT, 0);
        setAccessibleRole(AccessibleRole.NODE);
        getStyleClass().add("card");
        setId("card-" + id);
        name.getStyleClass().add("card-name");
        type.getStyleClass().add("card-type");
        shape.getStyleClass().add("card-shape");
        cost.getStyleClass().add("card-cost");
        expand.getStyleClass().addAll("card-expand", "flat");
        expand.setGraphic(new FontIcon(Material2MZ.UNFOLD_MORE));
        expand.setFocusTraversable(false);
        problem.getStyleClass().add("card-problem");
        problem.setTooltip(problemTip);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        name.setMinWidth(0);
        title.getStyleClass().add("card-title");
        title.setAlignment(Pos.CENTER_LEFT);
        title.getChildren().addAll(name, space, problem, expand);
        body.getStyleClass().add("card-body");
        body.getChildren().addAll(title, type, shape, cost);
        getChildren().addAll(body, output);
    }

    String cardId() {
        return cardId;
    }

    /** What the card says now. */
    Optional<CardText> text() {
        return Optional.ofNullable(text);
    }

    Button expandButton() {
        return expand;
    }

    PortView output() {
        return output;
    }

    List<PortView> inputs() {
        return List.copyOf(inputs);
    }

    /** The port a wire into this number enters; a folded block has one for all. */
    PortView input(int port) {
        return inputs.get(Math.min(port, inputs.size() - 1));
    }

    void show(CardText shown, @Nullable Node node, Phrases phrases) {
        showKind(shown.kind());
        if (text == null || !Objects.equals(glyphNode, node)) {
            glyphNode = node;
            title.getChildren().removeIf(Glyph.class::isInstance);
            title.getChildren().addFirst(node == null ? Glyph.of(shown.typeId()) : Glyph.of(node, shown.typeId()));
        }
        text = shown;
        WhatIsThis.explain(this, () -> node == null ? List.of() : phrases.explained(node));
        WhatIsThis.explain(shape, () -> phrases.counts("shape"));
        WhatIsThis.explain(cost, () -> phrases.counts("parameters", "flops"));
        showName();
        type.setText(shown.line());
        type.setTooltip(new Tooltip(shown.line()));
        shape.setText(shown.shape());
        cost.setText(shown.cost());
        showParts();
        expand.setTooltip(new Tooltip(phrases.get("open.tip")));
        expand.setAccessibleText(phrases.get("open.tip"));
        showProblems(shown.problems(), phrases.texts());
        showInputs(shown.inputs());
        setAccessibleText(String.join(", ", shown.id(), shown.line(), shown.shape(), shown.cost()));
    }

    /** On the card of a node with an error what is wrong and the remedy stand where its shape and cost would. */
    private void showProblems(List<Diagnostic> problems, Texts texts) {
        boolean error = problems.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        pseudoClassStateChanged(ERROR, error);
        pseudoClassStateChanged(WARNING, !error && !problems.isEmpty());
        if (!problems.isEmpty()) {
            problem.setGraphic(new FontIcon(error ? Material2AL.ERROR : Material2MZ.WARNING));
            problemTip.setText(problems.stream()
                    .map(diagnostic -> texts.text(diagnostic.line()))
                    .collect(Collectors.joining("\n")));
        }
        if (error) {
            shape.setText(texts.what(problems.getFirst().message()));
            cost.setText("→ " + texts.remedy(problems.getFirst().message()));
        }
    }

    /** Says as much as can be read. */
    void setDetail(Detail other) {
        if (other != detail) {
            detail = other;
            pseudoClassStateChanged(NAMED, detail == Detail.NAME);
            pseudoClassStateChanged(BLOCK, detail == Detail.BLOCK);
            showName();
            showParts();
        }
    }

    private void showName() {
        if (text != null) {
            name.setText(detail == Detail.BLOCK ? text.stage() : text.name());
        }
    }

    private void showParts() {
        boolean whole = detail == Detail.WHOLE;
        boolean expandable = text != null && text.expandable();
        boolean faulty = text != null && !text.problems().isEmpty();
        List.of(type, shape, cost).forEach(part -> show(part, whole));
        show(expand, whole && expandable);
        show(problem, detail != Detail.BLOCK && faulty);
        title.getChildren().stream()
                .filter(Glyph.class::isInstance)
                .forEach(glyph -> show(glyph, detail != Detail.BLOCK));
        inputs.forEach(port -> port.setVisible(detail != Detail.BLOCK));
        output.setVisible(detail != Detail.BLOCK && text != null && text.hasOutput());
    }

    private static void show(javafx.scene.Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private void showInputs(int count) {
        while (inputs.size() > count) {
            getChildren().remove(inputs.removeLast());
        }
        while (inputs.size() < count) {
            PortView port = new PortView(this, cardId, PortView.Direction.IN, inputs.size());
            inputs.add(port);
            port.setVisible(detail != Detail.BLOCK);
            getChildren().add(port);
        }
        for (PortView port : inputs) {
            port.place(0, CardSize.HEIGHT * (port.index() + 1) / (count + 1));
        }
        output.place(CardSize.WIDTH, CardSize.HEIGHT / 2);
    }

    @Override
    protected void layoutChildren() {
        body.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
