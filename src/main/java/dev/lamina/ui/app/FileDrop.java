package dev.lamina.ui.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A configuration that is dropped on the window is opened. */
final class FileDrop {
    private FileDrop() {}

    static void attach(Scene scene, Consumer<Path> open) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (experiment(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Optional<Path> file = experiment(event);
            event.setDropCompleted(file.isPresent());
            event.consume();
            file.ifPresent(open);
        });
    }

    private static Optional<Path> experiment(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(".json"))
                .findFirst()
                .map(File::toPath);
    }
}
