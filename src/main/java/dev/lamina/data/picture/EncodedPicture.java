package dev.lamina.data.picture;

/**
 * A picture's file reduced to what its samples hang on, and what must be known besides.
 * @param content for a reader of the JDK
 * @param inks what the components of a JPEG are, where there are four
 */
record EncodedPicture(byte[] content, Orientation orientation, Inks inks) {
    /** @throws PictureFault if the file ends too early, or is something else than a picture that is read */
    static EncodedPicture of(byte[] file) throws PictureFault {
        if (JpegFile.begins(file)) {
            return JpegFile.bare(file);
        }
        if (PngFile.begins(file)) {
            return PngFile.bare(file);
        }
        if (Exif.begins(file, 0)) {
            return new EncodedPicture(file, Exif.orientation(file, 0, file.length), Inks.NONE);
        }
        ForeignContent.refuse(file);
        return new EncodedPicture(file, Orientation.TOP_LEFT, Inks.NONE);
    }
}
