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
        return "cli.band."
                + switch (this) {
                    case SD -> "sd";
                    case SE -> "se";
                    case CI95 -> "ci95";
                    case RANGE -> "range";
                    case QUARTILES -> "quartiles";
                };
    }
}
