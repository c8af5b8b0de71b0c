package dev.lamina.cli;

import picocli.CommandLine.Command;

/** {@code lamina data}: the data sets and where they are. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        subcommands = {DataListCommand.class, DataGetCommand.class})
final class DataCommand {}
