package dev.lamina.ui.editor;

import dev.lamina.graph.Node;
import dev.lamina.graph.edit.Content;
import dev.lamina.graph.edit.Drawing;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.block.Block;
import dev.lamina.nn.block.ResidualBlock;
import dev.lamina.nn.block.ResidualStage;
import dev.lamina.nn.head.Head;
import dev.lamina.nn.layer.ActivationLayer;
import dev.lamina.nn.layer.Layer;
import dev.lamina.setting.SettingValues;
import dev.lamina.ui.form.StartValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something the palette offers.
 *
 * @param typeId what it is called by, an id in files
 * @param repeated the block that a stage repeats, empty for all else
 * @param sample the node it makes, under the id it wishes for
 */
record PaletteEntry(Kind kind, String typeId, String repeated, Node sample) {
    /** Everything that the sealed interfaces permit. */
    static List<PaletteEntry> all() {
        List<PaletteEntry> entries = new ArrayList<>();
        entries.add(new PaletteEntry(Kind.INPUT, "input", "", new Node.Input("images")));
        for (SettingValues.Choice choice : SettingValues.choices(Layer.class)) {
            if (choice.type() != ActivationLayer.class) {
                entries.add(of(Kind.LAYER, choice));
            }
        }
        for (SettingValues.Choice choice : SettingValues.choices(Activation.class)) {
            Activation activation = (Activation) StartValues.of(choice.type());
            Node node = new Node.OfLayer("activation", new ActivationLayer(activation));
            entries.add(new PaletteEntry(Kind.ACTIVATION, choice.id(), "", node));
        }
        for (SettingValues.Choice choice : SettingValues.choices(Block.class)) {
            if (choice.type() == ResidualStage.class) {
                stages(choice.id()).forEach(entries::add);
            } else {
                entries.add(of(Kind.ofBlock(choice.type()), choice));
            }
        }
        SettingValues.choices(Head.class).forEach(choice -> entries.add(of(Kind.HEAD, choice)));
        return entries;
    }

    private static PaletteEntry of(Kind kind, SettingValues.Choice choice) {
        return new PaletteEntry(
                kind, choice.id(), "", Content.node(stem(kind, choice.id()), StartValues.of(choice.type())));
    }

    /** A stage of each residual block there is. */
    private static List<PaletteEntry> stages(String id) {
        return SettingValues.choices(ResidualBlock.class).stream()
                .map(block -> new PaletteEntry(
                        Kind.STAGE,
                        id,
                        block.id(),
                        new Node.OfBlock(
                                "stage",
                                StartValues.of(ResidualStage.class, Map.of("block", StartValues.of(block.type()))))))
                .toList();
    }

    /** "max-pool" becomes "maxPool"; stages and heads are called so whatever they are. */
    private static String stem(Kind kind, String id) {
        if (kind == Kind.HEAD || kind == Kind.STAGE) {
            return kind == Kind.HEAD ? "head" : "stage";
        }
        StringBuilder stem = new StringBuilder();
        for (String word : id.replace("2d", "").replace("batch-norm", "norm").split("-", -1)) {
            stem.append(
                    stem.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return stem.toString();
    }

    /** A new node for a drawing, under a free id. */
    Node node(Drawing drawing) {
        String id = drawing.freshId(sample.id());
        return sample instanceof Node.Input ? new Node.Input(id) : Content.node(id, Content.of(sample));
    }

    String name(Phrases phrases) {
        return repeated.isEmpty()
                ? phrases.typeName(typeId)
                : phrases.get("palette.stageOf", phrases.typeName(repeated));
    }

    Glyph glyph() {
        return Glyph.of(sample, typeId);
    }
}
