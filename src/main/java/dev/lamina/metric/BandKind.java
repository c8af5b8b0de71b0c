package dev.lamina.metric;

/** What a band over several runs stands for. */
public enum BandKind {
    /** Mean ± standard deviation of the runs, with n − 1. */
    STANDARD_DEVIATION,
    /** Mean ± standard error of the mean, sd/√n. */
    STANDARD_ERROR,
    /** The mean's 95 % confidence interval, mean ± t(0.975, n − 1) sd/√n. */
    CONFIDENCE_95,
    /** The mean between the smallest and the largest. */
    EXTREMES,
    /** The median between the quartiles. */
    QUARTILES
}
