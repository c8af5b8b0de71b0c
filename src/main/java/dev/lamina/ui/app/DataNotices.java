package dev.lamina.ui.app;

import dev.lamina.data.DataNotice;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.WhileUsed;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What was found of the data, what is left out of it and which classes go short; takes no room where nothing is said. */
final class DataNotices extends VBox {
    private final Texts texts;
    private List<DataNotice> notices = List.of();

    DataNotices(Texts texts) {
        this.texts = texts;
        setId("data-notices");
        getStyleClass().add("live-panel");
        WhileUsed.listen(this, texts.languageProperty(), this::show);
        show();
    }

    void show(Readiness readiness) {
        notices = readiness.notices();
        show();
    }

    private void show() {
        getChildren().setAll(notices.stream().map(this::label).toList());
        setVisible(!notices.isEmpty());
        setManaged(!notices.isEmpty());
    }

    private Label label(DataNotice notice) {
        Label label = new Label(texts.text(notice.message()));
        label.setWrapText(true);
        label.setGraphic(new FontIcon(notice.warns() ? Material2OutlinedMZ.WARNING : Material2OutlinedAL.INFO));
        if (notice.warns()) {
            label.getStyleClass().add("data-warning");
        }
        return label;
    }
}
