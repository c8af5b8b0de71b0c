package dev.lamina.ui.app;

import dev.lamina.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dialogs that a test answers in advance. */
final class AnsweredDialogs implements Dialogs {
    @Nullable
    Path runFolder;

    Optional<Path> file = Optional.empty();
    Closing closing = Closing.SAVE;
    Overwriting overwriting = Overwriting.CANCEL;
    final List<String> copied = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> failures = new ArrayList<>();

    @Override
    public Optional<Path> fileToOpen() {
        return file;
    }

    @Override
    public Optional<Path> fileToSave(String suggestedName) {
        asked.add("save " + suggestedName);
        return file;
    }

    @Override
    public Optional<Path> folderOfRuns() {
        return Optional.ofNullable(runFolder);
    }

    @Override
    public Optional<Path> folderOfData(String dataSet) {
        asked.add("folder of " + dataSet);
        return file;
    }

    @Override
    public Closing unsavedChanges(String name) {
        asked.add("unsaved " + name);
        return closing;
    }

    @Override
    public Closing runGoesOn() {
        asked.add("run goes on");
        return closing;
    }

    @Override
    public void show(Path folder) {
        asked.add("show " + folder.getFileName());
    }

    @Override
    public void failed(Message message) {
        failures.add(message.toString());
    }

    @Override
    public Overwriting changedOutside(Path changed) {
        asked.add("changed " + changed.getFileName());
        return overwriting;
    }

    @Override
    public Overwriting deletedOutside(Path deleted) {
        asked.add("deleted " + deleted.getFileName());
        return overwriting;
    }

    @Override
    public Closing discardCopy(String name) {
        asked.add("discard " + name);
        return closing;
    }

    @Override
    public void read(String title, String text) {
        asked.add(title + "\n" + text);
    }

    @Override
    public void browse(String address) {
        asked.add("browse " + address);
    }

    @Override
    public void about(String text) {
        asked.add("about " + text);
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }
}
