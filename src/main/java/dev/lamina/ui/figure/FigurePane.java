package dev.lamina.ui.figure;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.FontFamily;
import dev.lamina.figure.Theme;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;

/** A figure in JFreeChart-FX's viewer beside the choices of how it looks, to be copied and saved. FX thread. */
public final class FigurePane extends BorderPane {
    private static final String SVG_TYPE = "image/svg+xml";

    private final Texts texts;
    private final FigureRequest request;
    private final Executor worker;
    private final FxExecutor fx;
    private final PagePlot plot;
    private final ComboBox<FigureSize> size;
    private final ComboBox<Theme> theme;
    private final ComboBox<FontFamily> family;
    private final Map<FigureFormat, CheckBox> formats = new EnumMap<>(FigureFormat.class);
    private final TextField name = new TextField();
    private final Label said = new Label();

    /**
     * @param worker writes files
     * @throws BadInputException if the machine lacks the libraries Java draws text with
     */
    public FigurePane(Texts texts, FigureRequest request, Executor worker, FxExecutor fx) {
        this.texts = texts;
        this.request = request;
        this.worker = worker;
        this.fx = fx;
        FigureSize first = request.spec().panels().size() > 1 ? FigureSize.TWO_COLUMNS : FigureSize.ONE_COLUMN;
        this.plot = new PagePlot(request.spec(), first.style());
        this.size = choice("figure-size", List.of(FigureSize.values()), first, FigureSize::textKey);
        this.theme = choice("figure-theme", List.of(Theme.LIGHT, Theme.DARK), Theme.LIGHT, FigurePane::textKey);
        this.family = choice("figure-family", List.of(FontFamily.values()), FontFamily.SANS, FigurePane::textKey);
        name.setText(request.name());
        Described.by(texts, name, "figure-name");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        getStyleClass().add("figure-pane");
        setCenter(viewer());
        setRight(choices());
    }

    private static String textKey(Theme theme) {
        return theme == Theme.LIGHT ? "figure.light" : "figure.dark";
    }

    private static String textKey(FontFamily family) {
        return family == FontFamily.SANS ? "figure.sans" : "figure.serif";
    }

    private <T> ComboBox<T> choice(String id, List<T> values, T first, Function<T, String> textKey) {
        ComboBox<T> box = new ComboBox<>();
        Described.by(texts, box, id);
        box.getItems().setAll(values);
        Described.values(texts, box, value -> texts.get(textKey.apply(value)));
        box.setValue(first);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener(_ -> plot.show(plot.spec(), style()));
        return box;
    }

    private Node viewer() {
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        ChartViewer viewer = new ChartViewer(chart);
        // Its own menu saves bare pictures of the screen.
        viewer.getContextMenu().getItems().clear();
        viewer.setMinSize(0, 0);
        BorderPane.setMargin(viewer, new Insets(12));
        return viewer;
    }

    private Node choices() {
        VBox box = new VBox(8);
        box.setPadding(new Insets(12));
        box.setPrefWidth(260);
        box.getChildren().addAll(size, theme, family, button("figure-whole", () -> plot.show(request.spec(), style())));
        box.getChildren().add(name);
        for (FigureFormat format : EnumSet.range(FigureFormat.CSV, FigureFormat.JSON)) {
            CheckBox check = new CheckBox(format.name());
            Described.by(texts, check, "figure-format-" + format.extension());
            check.setSelected(FigureFormat.shown().contains(format));
            formats.put(format, check);
            box.getChildren().add(check);
        }
        Button save = button("figure-save", this::save);
        save.disableProperty().bind(name.textProperty().map(text -> text.isBlank() || text.matches(".*[/\\\\].*")));
        box.getChildren().addAll(save, button("figure-copy", this::copy), said);
        return box;
    }

    private Button button(String id, Runnable action) {
        Button button = new Button();
        Described.by(texts, button, id);
        button.textProperty().bind(texts.of(id.replace('-', '.')));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private FigureStyle style() {
        FigureStyle style = size.getValue().style();
        return style.withFont(family.getValue(), style.fontSizePoints()).withTheme(theme.getValue());
    }

    /** Into the folder that the figure belongs to, as it is zoomed. */
    private void save() {
        FigureSpec spec = plot.spec();
        FigureStyle style = style();
        Set<FigureFormat> chosen = formats.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FigureFormat.class)));
        String base = name.getText().strip();
        inBackground(() -> {
            WrittenFigure written = FigureFiles.write(spec, style, request.origin(), request.folder(), base, chosen);
            return () -> said.setText(texts.get("figure.saved", written.files().size(), request.folder()));
        });
    }

    /** As a picture, and for programs that take it as lines and text. */
    private void copy() {
        FigureSpec spec = plot.spec();
        FigureStyle style = style();
        inBackground(() -> {
            byte[] png = FigureFiles.content(spec, style, request.origin(), FigureFormat.PNG);
            byte[] svg = FigureFiles.content(spec, style, request.origin(), FigureFormat.SVG);
            return () -> {
                ClipboardContent content = new ClipboardContent();
                content.putImage(new Image(new ByteArrayInputStream(png)));
                DataFormat known = DataFormat.lookupMimeType(SVG_TYPE);
                content.put(known == null ? new DataFormat(SVG_TYPE) : known, ByteBuffer.wrap(svg));
                Clipboard.getSystemClipboard().setContent(content);
                said.setText(texts.get("figure.copied"));
            };
        });
    }

    /** What makes something, and gives back what shows it. */
    @FunctionalInterface
    private interface Work {
        Runnable done();
    }

    private void inBackground(Work work) {
        worker.execute(() -> {
            Runnable then;
            try {
                then = work.done();
            } catch (BadInputException e) {
                then = () -> said.setText(texts.text(e.problem()));
            }
            fx.execute(then);
        });
    }
}
