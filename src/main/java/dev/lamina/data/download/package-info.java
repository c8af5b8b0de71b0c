/**
 * Getting a published data set into a data folder: download, check, unpack, move into place.
 *
 *   DataCard.Published ─Download─▶ Staging, a folder inside the data folder ─sha256─TarArchive─▶ moved file by file
 *      Request ─Answer─Incoming─▶ Transfer ─▶ PartialFile, with which a later download goes on
 *
 * A file is either there in full or not at all. Uses dev.lamina.data, dev.lamina.data.source and dev.lamina.tensor.
 */
@NullMarked
package dev.lamina.data.download;

import org.jspecify.annotations.NullMarked;
