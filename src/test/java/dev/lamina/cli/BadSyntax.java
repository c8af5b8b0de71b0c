package dev.lamina.cli;

import java.util.List;
import java.util.stream.Stream;

/** Command lines that do not parse. */
final class BadSyntax {
    private BadSyntax() {}

    static Stream<BadInput> inputs() {
        return Stream.concat(arguments(), values());
    }

    private static Stream<BadInput> arguments() {
        return Stream.of(
                line("run x.json --seed", "Missing required parameter for option '--seed' (N); lamina run --help"),
                line("measure x y --set", "Missing required parameter for option '--set' (KEY=VALUE)"),
                line("run x.json --backend --seed 1", "Expected parameter for option '--backend' but found '--seed'"),
                line("run x.json --seed 1 --seed 2", "option '--seed' (N) should be specified only once"),
                line("run a.json b.json", "Unmatched argument at index 2: 'b.json'"),
                line("data gte mnist", "Unmatched arguments from index 1: 'gte', 'mnist'"),
                line("devices --x", "Unknown option: '--x'; lamina devices --help"),
                line("runs --jsn", "Unknown option: '--jsn'; did you mean --json?"),
                line("measure", "Missing required parameter: 'RUN'"),
                line("bench --quick --rounds 3", "--quick, --rounds are mutually exclusive (specify only one)"),
                line("bench --activations --profile", "--activations, --profile are mutually exclusive"),
                line("bench --batch 5", "Missing required argument(s): --backend=NAME"));
    }

    private static Stream<BadInput> values() {
        return Stream.of(
                line("bench --quick=5", "Invalid value for option '--quick': '5' is not a boolean"),
                line("runs --state huh", "one of [CREATED, RUNNING, STOPPED, FINISHED, FAILED]", "but was 'huh'"),
                line("runs --since tomorrow", "'--since': 'tomorrow' is not a day such as 2026-01-31"),
                line("runs --limit 99999999999", "'99999999999' is not a whole number within range"),
                line("runs --limit 0", "--limit 0: give 1 or more"),
                line("runs nowhere", "nowhere: no such folder; name one that holds runs"),
                line("fgsm x --epsilon 1,a", "option '--epsilon' (ε): 'a' is not a number within range"),
                line("gbr x --images 0", "--images 0: give 1 or more"),
                line("data get mnist --from http://[", "option '--from': 'http://[' is not an address"),
                line("wnll moons --voters 0", "--voters 0: must be at least 1; choose another"));
    }

    private static BadInput line(String line, String... parts) {
        return BadInput.of(line, _ -> List.of(line.split(" ")), parts);
    }
}
