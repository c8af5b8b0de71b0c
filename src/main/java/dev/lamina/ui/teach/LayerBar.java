package dev.lamina.ui.teach;

import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** What is laid over the plane, each a switch; and whether WNLL labels its cells one by one or as a set. */
final class LayerBar extends FlowPane {
    private static final double WRAP = 640;

    private final Map<PlaneLayer, ToggleButton> switches = new EnumMap<>(PlaneLayer.class);
    private final ToggleButton asSet = new ToggleButton();

    LayerBar(Texts texts, Runnable changed) {
        super(6, 4);
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(WRAP);
        getStyleClass().add("layer-bar");
        Set<PlaneLayer> first = EnumSet.of(PlaneLayer.REGIONS, PlaneLayer.POINTS);
        for (PlaneLayer layer : PlaneLayer.values()) {
            ToggleButton button = new ToggleButton();
            describe(texts, button, "layer-" + NetworkPane.id(layer));
            button.setSelected(first.contains(layer));
            button.selectedProperty().addListener(_ -> changed.run());
            switches.put(layer, button);
            getChildren().add(button);
        }
        describe(texts, asSet, "layer-as-set");
        asSet.selectedProperty().addListener(_ -> changed.run());
        getChildren().add(asSet);
        showWnll(HeadChoice.SOFTMAX);
    }

    private static void describe(Texts texts, ToggleButton button, String id) {
        Described.by(texts, button, id + ".tip");
        button.setId(id);
        button.textProperty().bind(texts.of(id));
        button.getStyleClass().setAll("layer-switch");
    }

    /** The switch that concerns WNLL alone. */
    void showWnll(HeadChoice head) {
        asSet.setVisible(head == HeadChoice.WNLL);
        asSet.setManaged(head == HeadChoice.WNLL);
    }

    boolean asSet() {
        return asSet.isVisible() && asSet.isSelected();
    }

    Set<PlaneLayer> shown() {
        Set<PlaneLayer> shown = EnumSet.noneOf(PlaneLayer.class);
        switches.forEach((layer, button) -> {
            if (button.isSelected()) {
                shown.add(layer);
            }
        });
        return shown;
    }
}
