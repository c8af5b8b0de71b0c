package dev.lamina.ui.app;

import dev.lamina.config.DataConfig;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.figure.Tint;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The Data tab's picture of the data: five images of each class, stored and augmented, and counts; or points of the plane. */
final class DataPreview extends ScrollPane {
    private static final double WIDTH = 500;
    private static final double IMAGE = 32;
    private static final double PLANE = 360;
    private static final double DOT = 4;

    private final Services services;
    private final Texts texts;
    private final ReadOnlyObjectProperty<ExperimentConfig> config;
    private final ReadOnlyObjectProperty<Appearance> appearance;
    private final VBox content = new VBox(10);
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<DataConfig> shown = Optional.empty();
    private Optional<DataSample> sample = Optional.empty();

    DataPreview(
            Services services,
            ReadOnlyObjectProperty<ExperimentConfig> config,
            ReadOnlyObjectProperty<Appearance> appearance) {
        this.services = services;
        this.texts = services.texts();
        this.config = config;
        this.appearance = appearance;
        setId("data-preview");
        content.getStyleClass().add("form");
        setContent(content);
        setFitToWidth(true);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        getStyleClass().add("edge-to-edge");
        accessibleTextProperty().bind(texts.of("preview.title"));
        WhileUsed.listen(this, texts.languageProperty(), this::draw);
        WhileUsed.listen(this, appearance, this::draw);
    }

    /** Reads what the experiment has now, unless that is what is shown; what cannot be read is said elsewhere. */
    void refresh(DataLocation where) {
        DataConfig wanted = config.get().data();
        if (shown.equals(Optional.of(wanted)) && sample.isPresent()) {
            return;
        }
        shown = Optional.of(wanted);
        int number = asked.incrementAndGet();
        services.background().execute(() -> {
            Optional<DataSample> read = number == asked.get() ? read(wanted, where) : Optional.empty();
            services.fx().execute(() -> {
                if (number == asked.get()) {
                    sample = read;
                    draw();
                }
            });
        });
    }

    private static Optional<DataSample> read(DataConfig wanted, DataLocation where) {
        try {
            return Optional.of(DataSample.of(wanted, where));
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    private void draw() {
        content.getChildren().clear();
        sample.ifPresent(data -> content.getChildren().addAll(data.isPlane() ? plane(data) : images(data)));
    }

    private Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private List<Node> images(DataSample data) {
        GridPane grid = new GridPane(12, 4);
        boolean augmented =
                data.classes().stream().anyMatch(one -> !one.augmented().isEmpty());
        grid.addRow(
                0,
                label("", "muted"),
                label(texts.get("preview.count"), "muted"),
                label(texts.get("preview.stored"), "muted"),
                label(augmented ? texts.get("preview.augmented") : "", "muted"));
        for (int row = 0; row < data.classes().size(); row++) {
            DataSample.OfClass one = data.classes().get(row);
            Label count = new Label(String.format(Locale.ROOT, "%,d", one.count()));
            count.getStyleClass().add("class-count");
            grid.addRow(
                    row + 1,
                    new Label(one.name()),
                    count,
                    pictures(one.name(), one.stored(), data),
                    pictures(one.name(), one.augmented(), data));
        }
        return List.of(label(texts.get("preview.title"), "section-title"), grid);
    }

    private static HBox pictures(String name, List<float[]> images, DataSample data) {
        HBox line = new HBox(2);
        images.forEach(image -> {
            ImageView view = new ImageView(picture(image, data));
            view.setFitWidth(IMAGE);
            view.setFitHeight(IMAGE);
            view.setSmooth(false);
            view.setAccessibleText(name);
            line.getChildren().add(view);
        });
        return line;
    }

    /** One channel is gray, of several the first three are red, green and blue. */
    private static WritableImage picture(float[] values, DataSample data) {
        int channels = data.shape().axis(0);
        int height = data.shape().axis(1);
        int width = data.shape().axis(2);
        WritableImage image = new WritableImage(width, height);
        for (int i = 0; i < height * width; i++) {
            double[] rgb = new double[3];
            for (int c = 0; c < 3; c++) {
                rgb[c] = Math.clamp(values[Math.min(c, channels - 1) * height * width + i], 0, 1);
            }
            image.getPixelWriter().setColor(i % width, i / width, Color.color(rgb[0], rgb[1], rgb[2]));
        }
        return image;
    }

    private List<Node> plane(DataSample data) {
        Canvas canvas = new Canvas(PLANE, PLANE);
        canvas.setAccessibleText(texts.get("preview.points"));
        double reach = data.classes().stream()
                .flatMap(one -> one.stored().stream())
                .mapToDouble(point -> Math.max(Math.abs(point[0]), Math.abs(point[1])))
                .max()
                .orElse(1);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        GridPane legend = new GridPane(10, 4);
        for (int label = 0; label < data.classes().size(); label++) {
            DataSample.OfClass one = data.classes().get(label);
            Color color = color(label);
            pen.setFill(color);
            one.stored()
                    .forEach(point -> pen.fillOval(
                            PLANE * (1 + point[0] / reach) / 2 - DOT / 2,
                            PLANE * (1 - point[1] / reach) / 2 - DOT / 2,
                            DOT,
                            DOT));
            Label count = new Label(String.format(Locale.ROOT, "%,d", one.count()));
            count.getStyleClass().add("class-count");
            legend.addRow(label, new Circle(DOT, color), new Label(one.name()), count);
        }
        return List.of(label(texts.get("preview.points"), "section-title"), canvas, legend);
    }

    private Color color(int label) {
        java.awt.Color color = appearance.get().theme().color(new Tint.Numbered(label));
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }
}
