package dev.lamina.backend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Number format of activations and convolution weights; parameters, statistics and losses stay float32 or wider. */
public enum Precision {
    @JsonProperty("f32")
    F32,
    /** All is kept in float32, but factors of products are rounded to 10 bits of mantissa: NVIDIA's tensor cores. */
    @JsonProperty("tf32")
    TF32,
    @JsonProperty("bf16")
    BF16
}
