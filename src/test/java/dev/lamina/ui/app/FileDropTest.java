package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.testing.FxToolkit;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FileDropTest {
    /** What the system would give; the toolkit makes none without a real drag. */
    private static Dragboard holding(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Dragboard.class.getDeclaredConstructors()[0];
        Class<?> peer = constructor.getParameterTypes()[0];
        Object clipboard = Proxy.newProxyInstance(peer.getClassLoader(), new Class<?>[] {peer}, (_, method, _) -> {
            return switch (method.getName()) {
                case "hasContent" -> true;
                case "getContent" -> List.of(new File(name));
                case "getContentTypes" -> Set.of(DataFormat.FILES);
                case "getTransferModes" -> Set.of(TransferMode.COPY);
                default -> null;
            };
        });
        constructor.setAccessible(true);
        return (Dragboard) constructor.newInstance(clipboard);
    }

    private static DragEvent event(EventType<DragEvent> type, String file) throws ReflectiveOperationException {
        return new DragEvent(type, holding(file), 10, 10, 10, 10, TransferMode.COPY, null, null, null);
    }

    @Test
    void aDroppedExperimentIsOpened() throws Exception {
        FxToolkit.onFx(() -> {
            List<Path> opened = new ArrayList<>();
            Scene scene = new Scene(new Pane(), 100, 100);
            FileDrop.attach(scene, opened::add);
            DragEvent over = event(DragEvent.DRAG_OVER, "some/experiment.JSON");
            Event.fireEvent(scene, over);
            DragEvent dropped = event(DragEvent.DRAG_DROPPED, "some/experiment.JSON");
            Event.fireEvent(scene, dropped);
            assertEquals(List.of(Path.of("some/experiment.JSON")), opened);
            return null;
        });
    }

    @Test
    void otherFilesAreNot() throws Exception {
        FxToolkit.onFx(() -> {
            List<Path> opened = new ArrayList<>();
            Scene scene = new Scene(new Pane(), 100, 100);
            FileDrop.attach(scene, opened::add);
            DragEvent over = event(DragEvent.DRAG_OVER, "picture.png");
            Event.fireEvent(scene, over);
            assertFalse(over.isAccepted());
            Event.fireEvent(scene, event(DragEvent.DRAG_DROPPED, "picture.png"));
            assertTrue(opened.isEmpty());
            return null;
        });
    }
}
