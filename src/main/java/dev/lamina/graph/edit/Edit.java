package dev.lamina.graph.edit;

import dev.lamina.tensor.Shape;
import java.util.Map;
import java.util.Optional;

/** One change of a drawing: a pure function with a name. */
public sealed interface Edit extends Change
        permits AddNode,
                AddConnected,
                RemoveNodes,
                RenameNode,
                SetHyperparameter,
                Connect,
                Disconnect,
                SpliceNode,
                MoveNodes,
                AlignNodes,
                AutoArrange,
                PasteFragment,
                DuplicateNodes,
                ReplaceActivations,
                ReplaceHead,
                RepeatBlock,
                OpenInPlace,
                CloseInPlace,
                SetExamples {
    /**
     * Why it cannot be done, if it cannot.
     *
     * @param shapes output shapes of one example by node id, as far as known
     */
    default Optional<Refusal> refusal(Drawing drawing, Map<String, Shape> shapes) {
        return Optional.empty();
    }

    /** The drawing afterwards; called only where there is no refusal. */
    Drawing applyTo(Drawing drawing, Map<String, Shape> shapes);
}
