package uk.ac.manchester.tornado.api;

public class GridScheduler {
    public void addWorkerGrid(String taskName, WorkerGrid workerGrid) {
        throw new UnsupportedOperationException();
    }
}
