package dev.lamina.backend;

/** How a session computes. {@code threads} 0 takes every core. */
public record SessionSettings(int threads, Precision precision, ConvolutionAlgorithm convolution, CudaFeatures cuda) {
    public static final SessionSettings DEFAULT =
            new SessionSettings(0, Precision.F32, ConvolutionAlgorithm.AUTO, CudaFeatures.AUTO);

    /** The same on another number of threads. */
    public SessionSettings withThreads(int count) {
        return new SessionSettings(count, precision, convolution, cuda);
    }

    /** With all that a CUDA device offers, where there is one. */
    public SessionSettings(int threads, Precision precision, ConvolutionAlgorithm convolution) {
        this(threads, precision, convolution, CudaFeatures.AUTO);
    }
}
