package dev.lamina.backend.cpu.onednn;

/** Element types, with oneDNN's codes (dnnl_data_type_t). */
public enum DataType {
    BF16(2, 2),
    F32(3, 4),
    S32(4, 4),
    U8(6, 1);

    final int code;
    private final int sizeBytes;

    DataType(int code, int sizeBytes) {
        this.code = code;
        this.sizeBytes = sizeBytes;
    }

    public int sizeBytes() {
        return sizeBytes;
    }

    static DataType ofCode(int code) {
        for (DataType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("oneDNN data type " + code);
    }
}
