package dev.lamina.nn.block;

import dev.lamina.nn.layer.Layer;
import java.util.List;

/** One named constituent of a composition; {@code inputs} name earlier parts or {@link Composition#INPUT}. */
public sealed interface Part {
    String name();

    List<String> inputs();

    /** A layer. */
    record OfLayer(String name, Layer layer, List<String> inputs) implements Part {}

    /** A smaller block. */
    record OfBlock(String name, Block block, List<String> inputs) implements Part {}
}
