package dev.lamina.ui.fx;

import dev.lamina.setting.Setting;
import java.util.ArrayList;
import java.util.List;

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
        String dataFolder) {
    private static final int MOST_RECENT = 12;

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
    }

    public Preferences with(Appearance other) {
        return new Preferences(
                other,
                language,
                windowWidth,
                windowHeight,
                experimentShare,
                chartShare,
                training,
                recentFiles,
                dataFolder);
    }

    public Preferences with(Language other) {
        return new Preferences(
                appearance,
                other,
                windowWidth,
                windowHeight,
                experimentShare,
                chartShare,
                training,
                recentFiles,
                dataFolder);
    }

    public Preferences withWindow(double width, double height) {
        return new Preferences(
                appearance, language, width, height, experimentShare, chartShare, training, recentFiles, dataFolder);
    }

    public Preferences withShares(double experiment, double chart) {
        return new Preferences(
                appearance, language, windowWidth, windowHeight, experiment, chart, training, recentFiles, dataFolder);
    }

    public Preferences with(TrainingProcess other) {
        return new Preferences(
                appearance,
                language,
                windowWidth,
                windowHeight,
                experimentShare,
                chartShare,
                other,
                recentFiles,
                dataFolder);
    }

    /** Looks for data sets in this folder first. */
    public Preferences withDataFolder(String folder) {
        return new Preferences(
                appearance,
                language,
                windowWidth,
                windowHeight,
                experimentShare,
                chartShare,
                training,
                recentFiles,
                folder);
    }

    /** The file becomes the first of the recent ones. */
    public Preferences withRecent(String file) {
        List<String> files = new ArrayList<>(recentFiles);
        files.remove(file);
        files.addFirst(file);
        List<String> kept = files.subList(0, Math.min(files.size(), MOST_RECENT));
        return new Preferences(
                appearance,
                language,
                windowWidth,
                windowHeight,
                experimentShare,
                chartShare,
                training,
                kept,
                dataFolder);
    }
}
