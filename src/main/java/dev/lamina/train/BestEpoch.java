package dev.lamina.train;

/**
 * The best validation accuracy so far.
 *
 * @param epoch where it was reached, 0 before any
 * @param validationAccuracy −1 before any
 * @param improvedInEpoch the last epoch that improved by more than early stopping asks for, 0 before any
 * @param referenceAccuracy the accuracy of that epoch, which later ones must exceed, −1 before any
 */
public record BestEpoch(int epoch, double validationAccuracy, int improvedInEpoch, double referenceAccuracy) {
    public static final BestEpoch NONE = new BestEpoch(0, -1, 0, -1);

    /** Takes one more epoch into account; of equal accuracies the earlier epoch stays the best. */
    BestEpoch with(int laterEpoch, double accuracy, double minimumImprovement) {
        boolean best = accuracy > validationAccuracy;
        boolean improved = improvedInEpoch == 0 || accuracy > referenceAccuracy + minimumImprovement;
        return new BestEpoch(
                best ? laterEpoch : epoch,
                best ? accuracy : validationAccuracy,
                improved ? laterEpoch : improvedInEpoch,
                improved ? accuracy : referenceAccuracy);
    }
}
