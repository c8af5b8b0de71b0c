package dev.lamina.reproduce;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.nn.head.StageOutline;

/**
 * What an arm's epochs take on this machine, in seconds.
 *
 * @param linear training of an epoch through the linear head
 * @param evaluation of the test set after an epoch
 * @param gbr one measurement, 0 where it is off
 * @param wnllStage training of an epoch through WNLL, 0 for other heads
 * @param wnll one measurement of WNLL's accuracy, 0 for other heads
 */
record EpochTimes(double linear, double evaluation, double gbr, double wnllStage, double wnll) {
    /** Reading the data, compiling, drawing the run's figures. */
    private static final double START_SECONDS = 3;

    /** The expected duration of a run. */
    double runSeconds(ExperimentConfig config) {
        return START_SECONDS + trainingSeconds(config) + measuringSeconds(config);
    }

    private double trainingSeconds(ExperimentConfig config) {
        int epochs = config.training().epochs();
        return config.decidingHead().stages().stream()
                .mapToDouble(stage -> stage.epochs(epochs)
                        * switch (stage) {
                            case StageOutline.Linear _ -> linear;
                            case StageOutline.Interpolated _ -> wnllStage;
                        })
                .sum();
    }

    /** Of it, for what a curve is made of. */
    double measuringSeconds(ExperimentConfig config) {
        int epochs = config.training().epochs();
        double probeSeconds = gbr / config.probes().gbr().everyEpochs()
                + evaluation / config.probes().testEveryEpochs();
        int every = config.decidingHead()
                .interpolated()
                .map(StageOutline.Interpolated::probeEveryEpochs)
                .orElse(0);
        double duringLinear = probeSeconds + (every == 0 ? 0 : wnll / every);
        return config.decidingHead().stages().stream()
                .mapToDouble(stage -> stage.epochs(epochs)
                        * switch (stage) {
                            case StageOutline.Linear _ -> duringLinear;
                            case StageOutline.Interpolated _ -> probeSeconds + wnll;
                        })
                .sum();
    }
}
