package dev.lamina.graph.edit;

import dev.lamina.graph.Diagnostic;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.Resolution;
import dev.lamina.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the views of a document show, all of one revision.
 *
 * @param revision grows with every change
 * @param resolution of the drawing as it is, opened blocks as their parts
 * @param costs by node id, for every node whose input shapes are known
 * @param totals absent while something is wrong
 * @param undoNames the steps that undo takes back, the latest first
 * @param redoNames the steps that redo brings back, the next first
 */
public record DocumentState(
        long revision,
        Drawing drawing,
        Resolution resolution,
        Map<String, NodeCost> costs,
        Optional<NetworkSummary> totals,
        List<StepName> undoNames,
        List<StepName> redoNames) {
    public List<Diagnostic> diagnostics() {
        return resolution.diagnostics();
    }

    /** Output shapes of one example by node id, as far as known. */
    public Map<String, Shape> shapes() {
        return resolution.outputShapes();
    }
}
