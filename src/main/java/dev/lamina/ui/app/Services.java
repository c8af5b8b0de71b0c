package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.PreferencesFile;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What the parts of the window are given from outside.
 *
 * @param background for checks and for reading folders; one thread
 * @param painter draws charts; one thread
 * @param runs folder in which run folders are made where a person has chosen no other
 * @param memory folder where the window keeps what it remembers
 */
public record Services(
        Texts texts,
        PreferencesFile preferences,
        DataLocation where,
        FxExecutor fx,
        Executor background,
        Executor painter,
        Path runs,
        Path memory) {}
