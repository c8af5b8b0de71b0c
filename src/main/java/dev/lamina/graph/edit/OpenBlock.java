package dev.lamina.graph.edit;

import dev.lamina.graph.Node;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A block opened in place.
 *
 * @param node as it stood before
 * @param inputShape the shape its parts were made for
 * @param members ids of the nodes and opened blocks in its frame
 * @param fold whether the frame is shown, or one card in its place
 */
public record OpenBlock(Node.OfBlock node, Shape inputShape, List<String> members, Fold fold) {
    /** How much of an opened block is shown. */
    public enum Fold {
        UNFOLDED,
        FOLDED
    }

    public OpenBlock {
        members = List.copyOf(members);
    }

    public boolean folded() {
        return fold == Fold.FOLDED;
    }

    OpenBlock with(Fold other) {
        return new OpenBlock(node, inputShape, members, other);
    }

    OpenBlock with(Node.OfBlock other) {
        return new OpenBlock(other, inputShape, members, fold);
    }

    OpenBlock with(Shape otherInput) {
        return new OpenBlock(node, otherInput, members, fold);
    }

    OpenBlock withMember(String id) {
        return new OpenBlock(
                node, inputShape, Stream.concat(members.stream(), Stream.of(id)).toList(), fold);
    }

    OpenBlock without(Set<String> removed) {
        return new OpenBlock(
                node,
                inputShape,
                members.stream().filter(id -> !removed.contains(id)).toList(),
                fold);
    }

    OpenBlock renamed(String from, String to) {
        return new OpenBlock(
                node,
                inputShape,
                members.stream().map(id -> id.equals(from) ? to : id).toList(),
                fold);
    }
}
