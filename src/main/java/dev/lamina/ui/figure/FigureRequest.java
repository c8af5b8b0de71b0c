package dev.lamina.ui.figure;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.write.FigureOrigin;
import java.nio.file.Path;

/**
 * A figure that somebody wants to see.
 *
 * @param folder where it belongs when it is saved
 * @param name of its files, without ending
 */
public record FigureRequest(FigureSpec spec, FigureOrigin origin, Path folder, String name) {}
