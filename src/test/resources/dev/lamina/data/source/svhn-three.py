# Makes svhn-three.mat: three images in SVHN's format 2, as MATLAB writes it.
import numpy, scipy.io

row, column, channel, image = numpy.indices((32, 32, 3, 3))
pixels = ((7 * row + 3 * column + 50 * channel + 90 * image) % 256).astype(numpy.uint8)
labels = numpy.array([[10], [1], [9]], dtype=numpy.uint8)
scipy.io.savemat("svhn-three.mat", {"X": pixels, "y": labels}, do_compression=True)
