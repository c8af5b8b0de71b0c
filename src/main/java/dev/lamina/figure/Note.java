package dev.lamina.figure;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a panel says about what it shows. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Note permits Band, ReferenceLine {}
