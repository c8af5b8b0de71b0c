package dev.lamina.data.picture;

/**
 * A picture's file reduced to what its samples hang on, and what must be known besides.
 * @param content for a reader of the JDK
 * @param inks what the components of a JPEG are, where there are four
 */
record EncodedPicture(byte[] content, Orientation orientation, Inks inks) {}
