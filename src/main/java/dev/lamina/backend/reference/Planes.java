package dev.lamina.backend.reference;

/** Walks over the elements of a tensor in row-major order. */
final class Planes {
    private Planes() {}

    /** Receives example, channel, row and column. */
    interface Element {
        void accept(int n, int c, int i, int j);
    }

    static void forEach(DoubleTensor tensor, Element element) {
        for (int n = 0; n < tensor.batch(); n++) {
            for (int c = 0; c < tensor.channels(); c++) {
                for (int i = 0; i < tensor.height(); i++) {
                    for (int j = 0; j < tensor.width(); j++) {
                        element.accept(n, c, i, j);
                    }
                }
            }
        }
    }
}
