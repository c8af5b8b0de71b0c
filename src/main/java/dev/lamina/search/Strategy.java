package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** How a search chooses its points. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Strategy permits Grid, RandomPoints, Sobol, Tpe {
    /**
     * The next point: a pure function, so that whoever comes back after a crash asks the same and is told the same.
     *
     * @param seen all trials so far, the running and the failed among them
     * @param trial number of the one that is asked for, from 0
     * @param seed of the search
     * @return nothing where no point is left
     */
    Optional<Point> next(SearchSpace space, List<Observation> seen, int trial, long seed);
}
