package dev.lamina.data.picture;

/**
 * How a stored picture lies, as the tag Orientation (274) of EXIF and TIFF has it, values 1 to 8.
 * Source: TIFF 6.0, page 36. The name says where the stored first row and first column are to be shown.
 */
enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    /** Of the tag's value; values that mean nothing are a picture that lies as it is stored. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : TOP_LEFT;
    }

    /** Whether stored rows are shown as columns. */
    boolean transposes() {
        return switch (this) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            case TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT -> false;
        };
    }

    /** Whether the stored columns are shown from the last to the first. */
    boolean reversesColumns() {
        return switch (this) {
            case TOP_RIGHT, BOTTOM_RIGHT, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            case TOP_LEFT, BOTTOM_LEFT, LEFT_TOP, RIGHT_TOP -> false;
        };
    }

    /** Whether the stored rows are shown from the last to the first. */
    boolean reversesRows() {
        return switch (this) {
            case BOTTOM_RIGHT, BOTTOM_LEFT, RIGHT_TOP, RIGHT_BOTTOM -> true;
            case TOP_LEFT, TOP_RIGHT, LEFT_TOP, LEFT_BOTTOM -> false;
        };
    }
}
