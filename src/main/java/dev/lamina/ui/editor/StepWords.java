package dev.lamina.ui.editor;

import dev.lamina.graph.edit.StepName;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Texts;

/** What steps of a document are called in the undo menu, in the language chosen. */
public final class StepWords {
    private final Texts texts;
    private final Vocabulary vocabulary;

    /** @param window texts of any part, for the language */
    public StepWords(Texts window) {
        texts = window.ofBundle("dev.lamina.ui.editor.editor");
        vocabulary = new Vocabulary(window);
    }

    /** The words for a step. */
    public String of(StepName step) {
        Object[] details = step.details().toArray();
        switch (step.verb()) {
            case "set", "setting" ->
                details[0] = vocabulary.setting(step.details().getFirst());
            case "replace-activations", "replace-head" ->
                details[0] = vocabulary.type(step.details().getFirst());
            default -> {
                // Names of nodes are the same in every language.
            }
        }
        return texts.get("step." + step.verb(), details);
    }
}
