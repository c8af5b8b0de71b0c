"""Makes three batches of two records in the form of CIFAR-10 for Python: as Python 2 wrote the published files (protocol 2,
texts as byte strings), and as Python 3 writes them again by protocols 2 and 4. Pixel k of record i is (31 i + 7 k + 100) % 256,
its label i, as the test repeats. Needs NumPy."""
import io, pickle, struct
import numpy as np

class Python2(pickle._Pickler):
    dispatch = dict(pickle._Pickler.dispatch)
    def save_text(self, text):
        data = text if isinstance(text, bytes) else text.encode("latin-1")
        if len(data) < 256:
            self.write(b"U" + bytes([len(data)]) + data)
        else:
            self.write(b"T" + struct.pack("<i", len(data)) + data)
        self.memoize(text)
    dispatch[str] = save_text
    dispatch[bytes] = save_text

batch = {
    "batch_label": "training batch 1 of 5",
    "labels": [0, 1],
    "data": np.array([[(31 * i + 7 * k + 100) % 256 for k in range(3072)] for i in range(2)], dtype=np.uint8),
    "filenames": ["leptodactylus_pentadactylus_s_000004.png", "camion_s_000148.png"],
}
with open("cifar-python2", "wb") as f:
    Python2(f, 2).dump(batch)
for protocol in 2, 4:
    with open(f"cifar-python3-{protocol}", "wb") as f:
        pickle.dump(batch, f, protocol)
for name in "cifar-python2", "cifar-python3-2", "cifar-python3-4":
    with open(name, "rb") as f:
        again = pickle.load(f, encoding="latin-1")
    assert (again["data"] == batch["data"]).all() and again["labels"] == [0, 1], name
