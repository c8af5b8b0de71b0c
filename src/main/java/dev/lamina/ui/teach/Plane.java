package dev.lamina.ui.teach;

/** The square of the plane that is seen, and where it lies on the screen. */
record Plane(double left, double bottom, double side) {
    double right() {
        return left + side;
    }

    double top() {
        return bottom + side;
    }

    /** @param pixels side of the picture */
    double column(double x, double pixels) {
        return (x - left) / side * pixels;
    }

    double row(double y, double pixels) {
        return (top() - y) / side * pixels;
    }

    double x(double column, double pixels) {
        return left + column / pixels * side;
    }

    double y(double row, double pixels) {
        return top() - row / pixels * side;
    }
}
