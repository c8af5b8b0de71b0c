package dev.lamina.backend;

/** How a session computes. {@code threads} 0 takes every core. */
public record SessionSettings(int threads, Precision precision, ConvolutionAlgorithm convolution) {
    public static final SessionSettings DEFAULT = new SessionSettings(0, Precision.F32, ConvolutionAlgorithm.AUTO);
}
