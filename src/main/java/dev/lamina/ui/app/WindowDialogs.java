package dev.lamina.ui.app;

import dev.lamina.message.Message;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs of the toolkit and the system.
 *
 * @param documents opens an address with the program that the system has for it
 */
record WindowDialogs(Texts texts, Supplier<@Nullable Window> window, Consumer<String> documents) implements Dialogs {
    private static final double DIALOG_WIDTH = 460;
    private static final double READING_WIDTH = 720;
    private static final double READING_HEIGHT = 480;

    @Override
    public void show(Path folder) {
        documents.accept(folder.toUri().toString());
    }

    @Override
    public void browse(String address) {
        documents.accept(address);
    }

    @Override
    public Optional<Path> fileToOpen() {
        return path(chooser("dialog.open").showOpenDialog(window.get()));
    }

    @Override
    public Optional<Path> fileToSave(String suggestedName) {
        FileChooser chooser = chooser("dialog.save");
        chooser.setInitialFileName(suggestedName);
        return path(chooser.showSaveDialog(window.get()));
    }

    @Override
    public Optional<Path> folderOfData(String dataSet) {
        return folder(texts.get("dialog.dataFolder", dataSet));
    }

    @Override
    public Optional<Path> folderOfRuns() {
        return folder(texts.get("dialog.runFolder"));
    }

    private Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(window.get()));
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("dialog.experiments"), "*.json"));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public Closing unsavedChanges(String name) {
        return ask(texts.get("dialog.unsaved", name), "dialog.saveIt", "dialog.discard");
    }

    @Override
    public Closing runGoesOn() {
        return ask(texts.get("dialog.runGoesOn"), "dialog.stopAndClose", "");
    }

    @Override
    public Overwriting changedOutside(Path file) {
        return overwriting(
                ask(texts.get("dialog.changed", file.getFileName()), "dialog.elsewhere", "dialog.overwrite"));
    }

    @Override
    public Overwriting deletedOutside(Path file) {
        return overwriting(ask(texts.get("dialog.deleted", file.getFileName()), "dialog.elsewhere", "dialog.again"));
    }

    /** What destroys nothing is what Enter does. */
    private static Overwriting overwriting(Closing answer) {
        return switch (answer) {
            case SAVE -> Overwriting.ELSEWHERE;
            case DISCARD -> Overwriting.OVERWRITE;
            case CANCEL -> Overwriting.CANCEL;
        };
    }

    @Override
    public Closing discardCopy(String name) {
        return ask(texts.get("dialog.discardCopy", name), "", "dialog.discardIt");
    }

    private Closing ask(String question, String yesKey, String noKey) {
        ButtonType yes = new ButtonType(yesKey.isEmpty() ? "" : texts.get(yesKey), ButtonBar.ButtonData.YES);
        ButtonType no = new ButtonType(noKey.isEmpty() ? "" : texts.get(noKey), ButtonBar.ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = alert(Alert.AlertType.CONFIRMATION, question);
        alert.setTitle(texts.get(yesKey.isEmpty() ? noKey : yesKey));
        alert.getButtonTypes().setAll(cancel);
        if (!noKey.isEmpty()) {
            alert.getButtonTypes().addFirst(no);
        }
        if (!yesKey.isEmpty()) {
            alert.getButtonTypes().addFirst(yes);
        }
        ButtonType answer = alert.showAndWait().orElse(cancel);
        return answer == yes ? Closing.SAVE : answer == no ? Closing.DISCARD : Closing.CANCEL;
    }

    @Override
    public void failed(Message message) {
        failure(texts.text(message)).showAndWait();
    }

    /** What says that something did not work. */
    Alert failure(String message) {
        Alert alert = alert(Alert.AlertType.ERROR, message);
        alert.setTitle(texts.get("dialog.failed"));
        alert.getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.OK_DONE));
        return alert;
    }

    @Override
    public void about(String text) {
        Alert alert = alert(Alert.AlertType.INFORMATION, text);
        alert.setTitle(texts.get("about"));
        alert.getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.OK_DONE));
        alert.showAndWait();
    }

    @Override
    public void read(String title, String text) {
        Alert alert = alert(Alert.AlertType.INFORMATION, "");
        alert.setTitle(title);
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefSize(READING_WIDTH, READING_HEIGHT);
        alert.getDialogPane().setContent(area);
        alert.getDialogPane().setPrefWidth(READING_WIDTH);
        alert.getButtonTypes().setAll(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.OK_DONE));
        alert.showAndWait();
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Without the toolkit's own words, which know nothing of the window's language; a long text is never cut off. */
    private Alert alert(Alert.AlertType type, String text) {
        Alert alert = new Alert(type, text);
        alert.setHeaderText(null);
        alert.setGraphic(null);
        alert.initOwner(window.get());
        alert.getDialogPane().setMinWidth(DIALOG_WIDTH);
        alert.getDialogPane().setPrefWidth(DIALOG_WIDTH);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Appearance.dress(alert.getDialogPane().getScene());
        return alert;
    }
}
