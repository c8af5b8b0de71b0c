package dev.lamina.ui.app;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.experiment.Backends;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** What could compute on this machine, each with its memory or why it cannot; found out when the list is first opened. FX thread. */
final class DeviceChoice extends HBox {
    private static final double GIBIBYTE = 1 << 30;

    private final Texts texts;
    private final ExperimentDocument document;
    private final ComboBox<Device> box = new ComboBox<>();
    private boolean showing;

    /** One that can be chosen, or {@code why} not, which is empty for one that can. */
    private record Device(String id, String words, String why) {}

    DeviceChoice(Services services, ExperimentDocument document) {
        super(10);
        this.texts = services.texts();
        this.document = document;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("device-choice");
        Label name = new Label();
        name.textProperty().bind(texts.of("device.choice"));
        name.setLabelFor(box);
        name.setMinWidth(USE_PREF_SIZE);
        Described.by(texts, box, "device-choice");
        box.setConverter(Described.converter(Device::words));
        box.setCellFactory(_ -> new Cell());
        box.setOnAction(_ -> choose());
        getChildren().addAll(name, box);
        document.configProperty().addListener(_ -> show());
        box.getItems()
                .setAll(Backends.known().stream()
                        .map(id -> new Device(id, id, ""))
                        .toList());
        // Another process may have to be asked, which takes a while.
        box.setOnShowing(_ -> askOnce(services));
        show();
    }

    private void askOnce(Services services) {
        box.setOnShowing(null);
        services.background().execute(() -> {
            List<Device> found = Backends.known().stream().map(this::ask).toList();
            services.fx().execute(() -> {
                box.getItems().setAll(found);
                show();
            });
        });
    }

    private Device ask(String id) {
        try {
            DeviceDescription device = Backends.device(id);
            String words = device.memoryBytes() < 0
                    ? texts.get("device.there", id, device.name())
                    : texts.get("device.withMemory", id, device.name(), memory(device));
            return new Device(id, words, "");
        } catch (BadInputException e) {
            return new Device(id, texts.get("device.absent", id), texts.text(e.problem()));
        }
    }

    private static String memory(DeviceDescription device) {
        return String.format(Locale.ROOT, "%.0f GiB", device.memoryBytes() / GIBIBYTE);
    }

    private void show() {
        showing = true;
        box.setValue(box.getItems().stream()
                .filter(device -> device.id().equals(document.config().backend().name()))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    private void choose() {
        Device chosen = box.getValue();
        if (!showing && chosen != null && chosen.why().isEmpty()) {
            document.set("backend.name", SettingValues.json(chosen.id()));
        }
    }

    /** What cannot compute is there with its reason, and cannot be chosen. */
    private static final class Cell extends ListCell<Device> {
        private static final double WIDTH = 460;

        @Override
        protected void updateItem(Device device, boolean empty) {
            super.updateItem(device, empty);
            boolean none = empty || device == null;
            setText(none ? "" : device.why().isEmpty() ? device.words() : device.words() + "\n" + device.why());
            setDisable(!none && !device.why().isEmpty());
            setWrapText(true);
            setPrefWidth(WIDTH);
        }
    }
}
