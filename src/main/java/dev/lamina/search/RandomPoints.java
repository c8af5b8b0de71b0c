package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Points drawn independently, each value as likely as any other on its dimension's scale. */
@JsonTypeName("random")
public record RandomPoints() implements Strategy {
    @Override
    public Optional<Point> next(SearchSpace space, List<Observation> seen, int trial, long seed) {
        RandomGenerator random = new Seeds(seed).stream("random-points", trial);
        return Optional.of(space.at(random.doubles(space.size()).toArray()));
    }
}
