package dev.lamina.ui.fx;

import dev.lamina.message.Language;
import dev.lamina.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the window remembers from one start to the next. */
public record Preferences(
        @Setting(defaultValue = "\"light\"", meaning = "light or dark")
        Appearance appearance,

        @Setting(defaultValue = "\"en\"", meaning = "language of the window")
        Language language,

        @Setting(defaultValue = "1440", min = 200, max = 20000, unit = "pixels", meaning = "width of the window")
        double windowWidth,

        @Setting(defaultValue = "900", min = 200, max = 20000, unit = "pixels", meaning = "height of the window")
        double windowHeight,

        @Setting(
                defaultValue = "0.55",
                min = 0,
                max = 1,
                meaning = "share of the height that the experiment takes, the rest shows the run")
        double experimentShare,

        @Setting(defaultValue = "0.76", min = 0, max = 1, meaning = "share of the width that the charts take")
        double chartShare,

        @Setting(defaultValue = "{}", meaning = "where the window trains")
        TrainingProcess training,

        @Setting(defaultValue = "[]", meaning = "experiments that were open, the last one first")
        List<String> recentFiles,

        @Setting(defaultValue = "\"\"", meaning = "folder of data sets that is looked through first, empty for none")
        String dataFolder,

        @Setting(
                defaultValue = "[]",
                meaning =
                        "folders of runs: new runs go into the first one, the others are listed too; the usual one unless given")
        List<String> runFolders) {
    private static final int MOST_RECENT = 12;

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
        runFolders = List.copyOf(runFolders);
    }

    public Preferences with(Appearance other) {
        return changed(draft -> draft.appearance = other);
    }

    public Preferences with(Language other) {
        return changed(draft -> draft.language = other);
    }

    public Preferences withWindow(double width, double height) {
        return changed(draft -> {
            draft.windowWidth = width;
            draft.windowHeight = height;
        });
    }

    public Preferences withShares(double experiment, double chart) {
        return changed(draft -> {
            draft.experimentShare = experiment;
            draft.chartShare = chart;
        });
    }

    public Preferences with(TrainingProcess other) {
        return changed(draft -> draft.training = other);
    }

    /** Looks for data sets in this folder first. */
    public Preferences withDataFolder(String folder) {
        return changed(draft -> draft.dataFolder = folder);
    }

    /** The file becomes the first of the recent ones. */
    public Preferences withRecent(String file) {
        return changed(draft -> draft.recentFiles = first(file, recentFiles));
    }

    /** New runs go into this folder; those in the others are not forgotten. */
    public Preferences withRunFolder(String folder) {
        return changed(draft -> draft.runFolders = first(folder, runFolders));
    }

    private static List<String> first(String one, List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.remove(one);
        all.addFirst(one);
        return all.subList(0, Math.min(all.size(), MOST_RECENT));
    }

    private Preferences changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.preferences();
    }

    /** The same components, to be set one by one. */
    private static final class Draft {
        private Appearance appearance;
        private Language language;
        private double windowWidth;
        private double windowHeight;
        private double experimentShare;
        private double chartShare;
        private TrainingProcess training;
        private List<String> recentFiles;
        private String dataFolder;
        private List<String> runFolders;

        Draft(Preferences from) {
            appearance = from.appearance;
            language = from.language;
            windowWidth = from.windowWidth;
            windowHeight = from.windowHeight;
            experimentShare = from.experimentShare;
            chartShare = from.chartShare;
            training = from.training;
            recentFiles = from.recentFiles;
            dataFolder = from.dataFolder;
            runFolders = from.runFolders;
        }

        Preferences preferences() {
            return new Preferences(
                    appearance,
                    language,
                    windowWidth,
                    windowHeight,
                    experimentShare,
                    chartShare,
                    training,
                    recentFiles,
                    dataFolder,
                    runFolders);
        }
    }
}
