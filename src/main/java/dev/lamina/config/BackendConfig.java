package dev.lamina.config;

import dev.lamina.backend.ConvolutionAlgorithm;
import dev.lamina.backend.CudaFeatures;
import dev.lamina.backend.Precision;
import dev.lamina.backend.SessionSettings;
import dev.lamina.setting.Setting;

/** What computes, and how. */
public record BackendConfig(
        @Setting(
                defaultValue = "\"cpu\"",
                meaning = "what computes: cpu, reference (slow, double precision), or tornado, a GPU through TornadoVM;"
                        + " tornado:1 is its second device")
        String name,

        @Setting(
                defaultValue = "0",
                min = 0,
                max = 1024,
                meaning = "threads that compute; 0 takes every core. Results repeat for the same number")
        int threads,

        @Setting(
                defaultValue = "\"f32\"",
                meaning =
                        "number format: f32, bf16 feature maps with f32 weights, or tf32, f32 with products rounded to"
                                + " 10 bits on NVIDIA's tensor cores")
        Precision precision,

        @Setting(
                defaultValue = "\"auto\"",
                meaning = "how 3×3 convolutions are computed: auto, direct, or winograd wherever possible")
        ConvolutionAlgorithm convolution,

        @Setting(
                defaultValue = "\"auto\"",
                meaning =
                        "what a CUDA device uses beside Lamina's own kernels: auto (cuBLAS and CUDA graphs), libraries,"
                                + " graphs, or none")
        CudaFeatures cuda) {
    /** Without the backend's name. */
    public SessionSettings session() {
        return new SessionSettings(threads, precision, convolution, cuda);
    }
}
