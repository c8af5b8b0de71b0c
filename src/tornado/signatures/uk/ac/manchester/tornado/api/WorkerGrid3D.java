package uk.ac.manchester.tornado.api;

public class WorkerGrid3D implements WorkerGrid {
    public WorkerGrid3D(int x, int y, int z) {}

    @Override
    public void setLocalWork(long x, long y, long z) {
        throw new UnsupportedOperationException();
    }
}
