/**
 * File formats that other programs keep data sets in, as far as data sets need them: {@link dev.lamina.data.format.TarArchive},
 * {@link dev.lamina.data.format.Pickle} (Python), {@link dev.lamina.data.format.NumpyArchive} (NumPy). They read bytes that may
 * be damaged or hostile: nothing is executed, no more memory is taken than there are bytes, and whatever is wrong is an
 * IOException that says what.
 * Uses nothing of Lamina.
 */
@NullMarked
package dev.lamina.data.format;

import org.jspecify.annotations.NullMarked;
