package dev.lamina.backend.cpu.onednn;

/** Convolution as the definition says, in double: the judge of the tests. */
record PlainConvolution(int n, int g, int ci, int co, int h, int w, int kh, int kw, Geometry geometry) {
    int outHeight() {
        return out(
                h,
                kh,
                geometry.stride().height(),
                geometry.dilation().height(),
                geometry.paddingBefore().height() + geometry.paddingAfter().height());
    }

    int outWidth() {
        return out(
                w,
                kw,
                geometry.stride().width(),
                geometry.dilation().width(),
                geometry.paddingBefore().width() + geometry.paddingAfter().width());
    }

    private static int out(int length, int kernel, int stride, int dilation, int padding) {
        return (length + padding - (kernel - 1) * dilation - 1) / stride + 1;
    }

    /** Visits every product: indices into src, weights and dst. */
    interface Product {
        void at(int src, int weight, int dst);
    }

    void each(Product product) {
        int oh = outHeight();
        int ow = outWidth();
        for (int b = 0; b < n; b++) {
            for (int o = 0; o < co; o++) {
                for (int y = 0; y < oh; y++) {
                    for (int x = 0; x < ow; x++) {
                        window(b, o, y, x, ((b * co + o) * oh + y) * ow + x, product);
                    }
                }
            }
        }
    }

    private void window(int b, int o, int y, int x, int dst, Product product) {
        int group = o / (co / g);
        for (int i = 0; i < ci / g; i++) {
            for (int r = 0; r < kh; r++) {
                for (int s = 0; s < kw; s++) {
                    int sy = y * geometry.stride().height()
                            + r * geometry.dilation().height()
                            - geometry.paddingBefore().height();
                    int sx = x * geometry.stride().width()
                            + s * geometry.dilation().width()
                            - geometry.paddingBefore().width();
                    if (sy >= 0 && sy < h && sx >= 0 && sx < w) {
                        int src = ((b * ci + group * (ci / g) + i) * h + sy) * w + sx;
                        product.at(src, ((o * (ci / g) + i) * kh + r) * kw + s, dst);
                    }
                }
            }
        }
    }
}
