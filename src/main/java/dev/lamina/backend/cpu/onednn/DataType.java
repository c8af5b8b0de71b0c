package dev.lamina.backend.cpu.onednn;

/** Element types, with oneDNN's codes (dnnl_data_type_t). */
public enum DataType {
    BF16(2),
    F32(3),
    S32(4),
    U8(6);

    final int code;

    DataType(int code) {
        this.code = code;
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
