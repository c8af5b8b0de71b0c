package dev.lamina.setting;

import tools.jackson.databind.node.ObjectNode;

/** Says in a file of an earlier version what went without saying then, so that it keeps its meaning. */
public interface Upgrade {
    /** Changes the written object in place, before defaults are filled in. */
    void apply(ObjectNode written);
}
