package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Box;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.graph.edit.GraphFragment;
import dev.lamina.graph.edit.PasteFragment;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copied nodes on the system's clipboard, as JSON text that another window or a text editor takes too. */
final class NodeClipboard {
    private static final double ASIDE = 32;

    void copy(Drawing drawing, Set<String> ids) {
        ClipboardContent content = new ClipboardContent();
        content.putString(RecordFiles.write(GraphFragment.of(drawing, ids)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Puts what was copied into sight and selects it; says on the canvas if the clipboard holds something else. */
    void paste(NetworkCanvas canvas) {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        try {
            GraphFragment fragment = RecordFiles.parse(text, "clipboard", GraphFragment.class, List.of());
            Drawing before = canvas.document().drawing();
            List<String> ids = fragment.graph().nodes().stream()
                    .map(node -> fragment.idsIn(before).getOrDefault(node.id(), node.id()))
                    .toList();
            Box visible = canvas.viewport().visible(canvas.getWidth(), canvas.getHeight());
            Box copied = Box.around(fragment.positions().values().stream()
                            .map(Box::card)
                            .toList())
                    .orElse(visible);
            boolean seen = visible.intersects(copied);
            double dx = seen ? ASIDE : visible.centerX() - copied.centerX();
            double dy = seen ? ASIDE : visible.centerY() - copied.centerY();
            if (canvas.apply(new PasteFragment(fragment, Math.rint(dx), Math.rint(dy)))) {
                canvas.selection().set(ids);
            }
        } catch (BadInputException _) {
            canvas.hint().show(canvas.phrases().get("paste.nothing"));
        }
    }
}
