package uk.ac.manchester.tornado.api.common;

public class LibraryTaskDescriptor {
    public LibraryTaskDescriptor withLibrary(String libraryName) {
        throw new UnsupportedOperationException();
    }

    public LibraryTaskDescriptor withFunction(String functionName) {
        throw new UnsupportedOperationException();
    }

    public LibraryTaskDescriptor withParameters(Object[] parameters) {
        throw new UnsupportedOperationException();
    }

    public LibraryTaskDescriptor withAccess(Access[] access) {
        throw new UnsupportedOperationException();
    }

    public LibraryTaskDescriptor withTuning(Object tuning) {
        throw new UnsupportedOperationException();
    }

    public String getLibraryName() {
        throw new UnsupportedOperationException();
    }

    public String getFunctionName() {
        throw new UnsupportedOperationException();
    }

    public Object[] getParameters() {
        throw new UnsupportedOperationException();
    }

    public Access[] getAccess() {
        throw new UnsupportedOperationException();
    }
}
