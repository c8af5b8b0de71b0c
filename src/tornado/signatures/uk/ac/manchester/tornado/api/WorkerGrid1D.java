package uk.ac.manchester.tornado.api;

public class WorkerGrid1D implements WorkerGrid {
    public WorkerGrid1D(int x) {}

    @Override
    public void setLocalWork(long x, long y, long z) {
        throw new UnsupportedOperationException();
    }
}
