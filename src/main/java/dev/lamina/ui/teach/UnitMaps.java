package dev.lamina.ui.teach;

import dev.lamina.figure.ColorRamp;
import dev.lamina.figure.Theme;
import dev.lamina.metric.Reading;
import dev.lamina.ui.fx.Texts;
import java.awt.Color;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Each hidden unit's response over the plane, layer by layer, on one scale that does not move: blue below 0, orange above,
 * full at ±{@link #FULL} and beyond. The pointer enlarges a map, a click keeps it.
 */
final class UnitMaps extends BorderPane {
    private static final double FULL = 2;
    private static final double SMALL = 36;
    private static final double LARGE = 172;
    private static final int SHADES = 256;
    private static final Color BELOW = new Color(0x0072B2);
    private static final Color ABOVE = new Color(0xD55E00);

    private final Texts texts;
    private final VBox layers = new VBox(8);
    private final ImageView large = new ImageView();
    private final Label caption = new Label();
    private final int[] shades = new int[SHADES];
    private List<Map> maps = List.of();
    private List<String> captions = List.of();
    private int pointed = -1;
    private int pinned = -1;

    /** A map and the pixels behind it. */
    private record Map(StackPane frame, ImageView view, int[] pixels, PixelBuffer<IntBuffer> buffer) {}

    UnitMaps(Texts texts) {
        this.texts = texts;
        getStyleClass().add("unit-maps");
        large.setFitWidth(LARGE);
        large.setFitHeight(LARGE);
        large.setSmooth(true);
        caption.getStyleClass().add("muted");
        Label title = new Label();
        title.textProperty().bind(texts.of("units"));
        title.getStyleClass().add("lab-title");
        ScrollPane scroll = new ScrollPane(layers);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        StackPane enlarged = new StackPane(large);
        enlarged.setMinSize(LARGE, LARGE);
        enlarged.setMaxSize(LARGE, LARGE);
        enlarged.getStyleClass().add("unit-large");
        VBox top = new VBox(4, title, enlarged, caption);
        top.setPadding(new Insets(0, 0, 8, 0));
        setTop(top);
        setCenter(scroll);
        point(-1);
    }

    /** What is 0 has the color of the window. */
    void setTheme(Theme theme) {
        for (int i = 0; i < SHADES; i++) {
            double value = 2.0 * i / (SHADES - 1) - 1;
            shades[i] = ColorRamp.mixed(theme.background(), value < 0 ? BELOW : ABOVE, Math.abs(value))
                    .getRGB();
        }
    }

    /** Shows responses; as many maps as there are pictures. */
    void show(Reading.ImageStack responses) {
        if (!responses.captions().equals(captions)) {
            lay(responses);
        }
        int count = responses.width() * responses.height();
        for (int unit = 0; unit < maps.size(); unit++) {
            Map map = maps.get(unit);
            for (int i = 0; i < count; i++) {
                double share = Math.clamp((responses.values()[unit * count + i] / FULL + 1) / 2, 0, 1);
                map.pixels()[i] = shades[(int) Math.round(share * (SHADES - 1))];
            }
            map.buffer().updateBuffer(_ -> null);
        }
    }

    private void lay(Reading.ImageStack responses) {
        captions = responses.captions();
        pinned = -1;
        List<Map> made = new ArrayList<>();
        layers.getChildren().clear();
        String before = "";
        FlowPane row = new FlowPane();
        for (int unit = 0; unit < captions.size(); unit++) {
            String layer = captions.get(unit).replaceFirst(" \\d+$", "");
            if (!layer.equals(before)) {
                before = layer;
                row = new FlowPane(4, 4);
                Label name = new Label();
                name.textProperty().bind(texts.of("units.layer", layer.replaceFirst("^\\D+", "")));
                name.getStyleClass().add("muted");
                layers.getChildren().addAll(name, row);
            }
            Map map = map(responses.width(), responses.height(), unit);
            row.getChildren().add(map.frame());
            made.add(map);
        }
        maps = made;
        point(maps.isEmpty() ? -1 : 0);
    }

    private Map map(int width, int height, int unit) {
        int[] pixels = new int[width * height];
        var buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        ImageView view = new ImageView(new WritableImage(buffer));
        view.setFitWidth(SMALL);
        view.setFitHeight(SMALL);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("unit-map");
        frame.setOnMouseEntered(_ -> point(unit));
        frame.setOnMouseExited(_ -> point(pinned >= 0 ? pinned : unit));
        frame.setOnMouseClicked(_ -> pin(pinned == unit ? -1 : unit));
        return new Map(frame, view, pixels, buffer);
    }

    private void pin(int unit) {
        pinned = unit;
        for (int i = 0; i < maps.size(); i++) {
            maps.get(i).frame().getStyleClass().remove("unit-pinned");
            if (i == unit) {
                maps.get(i).frame().getStyleClass().add("unit-pinned");
            }
        }
    }

    private void point(int unit) {
        pointed = unit;
        boolean any = pointed >= 0 && pointed < maps.size();
        large.setImage(any ? maps.get(pointed).view().getImage() : null);
        caption.textProperty().bind(any ? caption(captions.get(pointed)) : texts.of("units.none"));
    }

    private StringBinding caption(String name) {
        String[] words = name.split(" ", -1);
        return texts.of("units.unit", words[words.length - 1], words[0].replaceFirst("^\\D+", ""));
    }
}
