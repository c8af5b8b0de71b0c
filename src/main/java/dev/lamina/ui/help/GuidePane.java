package dev.lamina.ui.help;

import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The guide: contents or what a search found on the left, a page on the right. */
final class GuidePane extends BorderPane {
    private static final double CONTENTS_SHARE = 0.26;

    private final Texts texts;
    private final Consumer<String> browse;
    private final TextField query = new TextField();
    private final ListView<Entry> entries = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();
    private final Button back = new Button();
    private final Deque<String> before = new ArrayDeque<>();
    private Guide guide;
    private String shown = "";
    private boolean filling;

    /** A line on the left: a heading of the contents where it has no target. */
    private record Entry(String text, String target) {}

    /** @param browse opens an address outside the program */
    GuidePane(Texts texts, Consumer<String> browse) {
        this.texts = texts;
        this.browse = browse;
        this.guide = new Guide(texts.languageProperty().get());
        getStylesheets()
                .add(Objects.requireNonNull(GuidePane.class.getResource("/dev/lamina/ui/help/help.css"))
                        .toExternalForm());
        query.setId("guide-query");
        query.promptTextProperty().bind(texts.of("guide.search"));
        query.accessibleTextProperty().bind(texts.of("guide.search"));
        query.textProperty().addListener(_ -> list());
        HBox.setHgrow(query, Priority.ALWAYS);
        back.setGraphic(new FontIcon(Material2OutlinedAL.ARROW_BACK));
        back.setId("guide-back");
        back.accessibleTextProperty().bind(texts.of("guide.back"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("guide.back"));
        back.setTooltip(tip);
        back.setDisable(true);
        back.setOnAction(_ -> goBack());
        entries.setId("guide-entries");
        entries.setCellFactory(_ -> cell());
        entries.accessibleTextProperty().bind(texts.of("guide.contents"));
        entries.getSelectionModel().selectedItemProperty().addListener((_, _, entry) -> choose(entry));
        VBox.setVgrow(entries, Priority.ALWAYS);
        VBox left = new VBox(8, new HBox(6, back, query), entries);
        left.getStyleClass().add("guide-side");
        scroll.setFitToWidth(true);
        scroll.setId("guide-page");
        scroll.getStyleClass().add("edge-to-edge");
        SplitPane split = new SplitPane(left, scroll);
        split.setDividerPositions(CONTENTS_SHARE);
        SplitPane.setResizableWithParent(left, false);
        setCenter(split);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT && event.isAltDown()) {
                goBack();
                event.consume();
            }
        });
        WhileUsed.listen(this, texts.languageProperty(), this::translate);
        list();
    }

    private static ListCell<Entry> cell() {
        return new ListCell<>() {
            {
                // As wide as the list: a long title is shortened.
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(empty || entry == null ? "" : entry.text());
                getStyleClass().removeAll("guide-chapter");
                if (!empty && entry != null && entry.target().isEmpty()) {
                    getStyleClass().add("guide-chapter");
                }
            }
        };
    }

    private void translate() {
        guide = new Guide(texts.languageProperty().get());
        list();
        open(shown);
    }

    private void list() {
        filling = true;
        List<Entry> lines = query.getText().isBlank()
                ? guide.chapters().stream()
                        .flatMap(chapter -> Stream.concat(
                                Stream.of(new Entry(chapter.title(), "")),
                                chapter.entries().stream().map(entry -> new Entry(entry.title(), entry.page()))))
                        .toList()
                : guide.search(query.getText()).stream()
                        .map(hit -> new Entry(
                                hit.pageTitle().equals(hit.section().title())
                                        ? hit.pageTitle()
                                        : hit.pageTitle() + " · "
                                                + hit.section().title(),
                                hit.page() + "#" + hit.section().anchor()))
                        .toList();
        entries.getItems().setAll(lines);
        filling = false;
    }

    private void choose(@Nullable Entry entry) {
        if (!filling && entry != null && !entry.target().isEmpty()) {
            follow(entry.target());
        }
    }

    /** Opens a page, a heading of it or of this one, or an address outside. */
    void follow(String target) {
        if (target.startsWith("http")) {
            browse.accept(target);
            return;
        }
        String full = target.startsWith("#") ? shown.split("#", 2)[0] + target : Guide.inFolder(target);
        if (!shown.isEmpty() && !shown.equals(full)) {
            before.push(shown);
            back.setDisable(false);
        }
        open(full);
    }

    private void goBack() {
        if (!before.isEmpty()) {
            open(before.pop());
            back.setDisable(before.isEmpty());
        }
    }

    private void open(String target) {
        String[] parts = target.split("#", 2);
        guide.page(parts[0]).ifPresent(page -> {
            shown = target;
            PageView view = new PageView(page, this::follow);
            scroll.setContent(view);
            scroll.setVvalue(0);
            if (parts.length > 1) {
                view.heading(parts[1]).ifPresent(heading -> reveal(view, heading));
            }
        });
    }

    private void reveal(PageView view, javafx.scene.Node heading) {
        applyCss();
        layout();
        double room = view.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.min(1, heading.getBoundsInParent().getMinY() / room));
    }
}
