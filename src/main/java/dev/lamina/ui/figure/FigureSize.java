package dev.lamina.ui.figure;

import dev.lamina.figure.FigureStyle;

/** What a figure is made for. */
enum FigureSize {
    ONE_COLUMN("one"),
    TWO_COLUMNS("two"),
    SLIDE("slide");

    private final String key;

    FigureSize(String key) {
        this.key = key;
    }

    /** Key of its name. */
    String textKey() {
        return "figure.size." + key;
    }

    FigureStyle style() {
        return switch (this) {
            case ONE_COLUMN -> FigureStyle.singleColumn();
            case TWO_COLUMNS -> FigureStyle.doubleColumn();
            case SLIDE -> FigureStyle.slide();
        };
    }
}
