package dev.lamina.probe;

import dev.lamina.backend.Session;
import dev.lamina.batch.Interruption;
import dev.lamina.data.DataParts;
import dev.lamina.data.Normalization;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.tensor.Seeds;

/**
 * What a probe measures on.
 *
 * @param session holds the parameters
 * @param batchSize of evaluations
 * @param gbr how the run measures GBR
 */
public record ProbeContext(
        Session session,
        ResolvedNetwork network,
        DataParts data,
        Normalization normalization,
        int batchSize,
        GbrSettings gbr,
        Seeds seeds,
        Interruption interruption) {}
