package uk.ac.manchester.tornado.api.math;

public class TornadoMath {
    public static float abs(float a) {
        throw new UnsupportedOperationException();
    }

    public static float exp(float a) {
        throw new UnsupportedOperationException();
    }

    public static float sqrt(float a) {
        throw new UnsupportedOperationException();
    }

    public static float floor(float a) {
        throw new UnsupportedOperationException();
    }

    public static float log(float a) {
        throw new UnsupportedOperationException();
    }

    public static float tanh(float a) {
        throw new UnsupportedOperationException();
    }

    public static float sin(float a) {
        throw new UnsupportedOperationException();
    }

    public static float cos(float a) {
        throw new UnsupportedOperationException();
    }

    public static float min(float a, float b) {
        throw new UnsupportedOperationException();
    }

    public static int min(int a, int b) {
        throw new UnsupportedOperationException();
    }

    public static float max(float a, float b) {
        throw new UnsupportedOperationException();
    }

    public static int max(int a, int b) {
        throw new UnsupportedOperationException();
    }

    public static float pow(float a, float b) {
        throw new UnsupportedOperationException();
    }
}
