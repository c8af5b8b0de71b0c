package dev.lamina.ui.teach;

import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import dev.lamina.figure.Theme;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** What lies on the plane: the kinds of data as small pictures, and what can be said of each. */
final class DataPane extends VBox {
    private static final int THUMBNAIL = 44;
    private static final int THUMBNAIL_POINTS = 60;

    private final Texts texts;
    private final Change change;
    private final Map<DataKind, ToggleButton> kinds = new EnumMap<>(DataKind.class);
    private final SliderRow points;
    private final SliderRow noise;
    private final SliderRow labelNoise;
    private final SliderRow classes;
    private final TextField formula = new TextField();
    private final Label formulaName = new Label();
    private final VBox own;

    /** Takes what a person changes. */
    @FunctionalInterface
    interface Change {
        void to(UnaryOperator<DataSettings> change);
    }

    /** @param brush what own points are drawn with */
    DataPane(Texts texts, BrushPane brush, Change change) {
        super(8);
        this.texts = texts;
        this.change = change;
        this.own = brush;
        points = new SliderRow(texts, "lab-points", 20, 1000, 20, DataPane::whole)
                .onMoved(value -> change.to(d -> d.withPoints((int) value)));
        noise = new SliderRow(texts, "lab-noise", 0, 0.5, 0.02, DataPane::fraction)
                .onMoved(value -> change.to(d -> d.withNoise(value)));
        labelNoise = new SliderRow(texts, "lab-label-noise", 0, 0.5, 0.05, DataPane::percent)
                .onMoved(value -> change.to(d -> d.withLabelNoise(value)));
        classes = new SliderRow(texts, "lab-classes", 2, 5, 1, DataPane::whole)
                .onMoved(value -> change.to(d -> d.withClasses((int) value)));
        formulaName.textProperty().bind(texts.of("lab-formula"));
        Described.by(texts, formula, "lab-formula.tip");
        formula.setId("lab-formula");
        formula.setOnAction(_ -> change.to(d -> d.withFormula(formula.getText().strip())));
        Button other = new Button();
        Described.by(texts, other, "lab-other-points.tip");
        other.setId("lab-other-points");
        other.textProperty().bind(texts.of("lab-other-points"));
        other.setOnAction(_ -> change.to(d -> d.withSeed(d.seed() + 1)));
        other.getStyleClass().add("small");
        other.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(choices(), own, formulaName, formula, classes, points, noise, labelNoise, other);
    }

    private TilePane choices() {
        TilePane tiles = new TilePane(6, 6);
        tiles.setPrefColumns(4);
        ToggleGroup group = new ToggleGroup();
        for (DataKind kind : DataKind.values()) {
            ToggleButton button = new ToggleButton();
            String id = "data-" + kind.name().toLowerCase(Locale.ROOT);
            Described.by(texts, button, id);
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            button.getStyleClass().setAll("data-kind");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                change.to(d -> d.with(kind));
            });
            kinds.put(kind, button);
            tiles.getChildren().add(button);
        }
        return tiles;
    }

    /** Shows what is set; nobody is told. */
    void show(DataSettings d) {
        Objects.requireNonNull(kinds.get(d.kind())).setSelected(true);
        points.set(d.points());
        noise.set(d.noise());
        labelNoise.set(d.labelNoise());
        classes.set(d.classes());
        formula.setText(d.formula());
        boolean drawn = d.kind() == DataKind.OWN;
        seen(own, drawn);
        seen(points, !drawn);
        seen(noise, !drawn);
        seen(classes, d.kind().hasClasses());
        seen(formula, d.kind() == DataKind.CURVE);
        seen(formulaName, d.kind() == DataKind.CURVE);
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    /** Small pictures of each kind, in the window's colors. */
    void paintThumbnails(Theme theme, DataLocation where) {
        kinds.forEach((kind, button) -> {
            DataSettings few =
                    DataSettings.FIRST.with(kind).withPoints(THUMBNAIL_POINTS).withOwn(BrushPane.EXAMPLE);
            TrainTest data = few.source().load(where);
            BufferedImage image = new BufferedImage(2 * THUMBNAIL, 2 * THUMBNAIL, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = image.createGraphics();
            new PointPainter(kind.plane(), theme, 2 * THUMBNAIL, g)
                    .paint(PlanePoints.of(data.training()), PointPainter.Shape.DISC);
            g.dispose();
            ImageView view = new ImageView(SwingFXUtils.toFXImage(image, null));
            view.setFitWidth(THUMBNAIL);
            view.setFitHeight(THUMBNAIL);
            button.setGraphic(view);
        });
    }

    static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    static String fraction(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String percent(double value) {
        return Math.round(100 * value) + " %";
    }
}
