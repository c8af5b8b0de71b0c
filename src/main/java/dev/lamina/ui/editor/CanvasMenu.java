package dev.lamina.ui.editor;

import dev.lamina.ui.fx.Action;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the right button offers on the canvas. */
record CanvasMenu(NetworkCanvas canvas, EditorCommands commands) {
    void attach() {
        ContextMenu menu = new ContextMenu();
        canvas.setOnContextMenuRequested(event -> {
            menu.getItems().setAll(items());
            menu.show(canvas, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private List<MenuItem> items() {
        return List.of(
                item(commands.openOrClose),
                new SeparatorMenuItem(),
                item(commands.cut),
                item(commands.copy),
                item(commands.paste),
                item(commands.duplicate),
                item(commands.remove),
                item(commands.removeClosing),
                new SeparatorMenuItem(),
                item(commands.alignments.get(0)),
                item(commands.alignments.get(1)),
                item(commands.alignments.get(2)),
                item(commands.alignments.get(3)),
                item(commands.arrange),
                new SeparatorMenuItem(),
                item(commands.selectAll),
                item(commands.fit));
    }

    private MenuItem item(Action action) {
        return action.menuItem(canvas.phrases().texts());
    }
}
