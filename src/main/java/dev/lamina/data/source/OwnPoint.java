package dev.lamina.data.source;

import dev.lamina.setting.Setting;

/** A labelled point of the plane that a person put there. */
public record OwnPoint(
        @Setting(min = -1000, max = 1000, meaning = "first coordinate")
        double x,

        @Setting(min = -1000, max = 1000, meaning = "second coordinate")
        double y,

        @Setting(min = 0, max = 9, meaning = "number of its class, from 0")
        int label) {}
