package dev.lamina.interop;

import dev.lamina.tensor.HostTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named tensors and free text about them; both keep their order. The tensors' arrays are shared, not copied. */
public record TensorFile(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
