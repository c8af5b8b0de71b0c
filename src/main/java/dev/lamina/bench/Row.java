package dev.lamina.bench;

import java.util.List;

/**
 * One line of the table.
 *
 * @param ratio milliseconds of the peer's fastest mode in the same precision ÷ ours: above 1, faster than the peer;
 *     NaN without a peer
 * @param share of the machine's matrix-product rate in this precision; above 1 where Winograd saves multiplications
 */
record Row(BenchNetwork network, Measurement measurement, double ratio, double share) {
    /** The rows of one network; the peer is every contestant but Lamina. */
    static List<Row> of(BenchNetwork network, List<Measurement> measurements, double flops, Rates rates) {
        return measurements.stream()
                .map(measurement -> new Row(
                        network,
                        measurement,
                        peerMilliseconds(measurement, measurements) / measurement.medianMilliseconds(),
                        rates.share(measurement.task().mode().precision(), flops, measurement.medianMilliseconds())))
                .toList();
    }

    private static double peerMilliseconds(Measurement compared, List<Measurement> measurements) {
        return measurements.stream()
                .filter(other -> !(other.task().contestant() instanceof LaminaContestant))
                .filter(other -> other.task().mode().precision()
                        == compared.task().mode().precision())
                .mapToDouble(Measurement::medianMilliseconds)
                .min()
                .orElse(Double.NaN);
    }
}
