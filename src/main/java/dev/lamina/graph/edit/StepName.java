package dev.lamina.graph.edit;

import java.util.List;

/**
 * What an edit is called in the undo menu, without words of a language.
 *
 * @param verb kebab-case id of what was done ("connect")
 * @param details names the words are about, such as node ids and hyperparameters
 */
public record StepName(String verb, List<String> details) {
    public StepName {
        details = List.copyOf(details);
    }

    static StepName of(String verb, Object... details) {
        return new StepName(verb, List.of(details).stream().map(String::valueOf).toList());
    }

    /** One id, or how many there are. */
    static String counted(java.util.Collection<String> ids) {
        return ids.size() == 1 ? ids.iterator().next() : String.valueOf(ids.size());
    }
}
