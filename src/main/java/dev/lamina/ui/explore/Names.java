package dev.lamina.ui.explore;

/** What columns are called where there is little room. */
final class Names {
    private Names() {}

    /** The last part of a dotted key: "weightDecay". */
    static String shortName(String column) {
        return column.substring(column.lastIndexOf('.') + 1);
    }
}
