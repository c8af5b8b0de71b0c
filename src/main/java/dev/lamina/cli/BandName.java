package dev.lamina.cli;

import dev.lamina.metric.BandKind;

/** Bands as the command line calls them. */
enum BandName {
    SD(BandKind.STANDARD_DEVIATION),
    SE(BandKind.STANDARD_ERROR),
    CI95(BandKind.CONFIDENCE_95),
    RANGE(BandKind.EXTREMES),
    QUARTILES(BandKind.QUARTILES);

    private final BandKind kind;

    BandName(BandKind kind) {
        this.kind = kind;
    }

    BandKind kind() {
        return kind;
    }

    /** A key of the bundles. */
    String key() {
        return switch (this) {
            case SD -> "cli.band.sd";
            case SE -> "cli.band.se";
            case CI95 -> "cli.band.ci95";
            case RANGE -> "cli.band.range";
            case QUARTILES -> "cli.band.quartiles";
        };
    }
}
