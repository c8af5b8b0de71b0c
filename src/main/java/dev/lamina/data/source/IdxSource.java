package dev.lamina.data.source;

import dev.lamina.data.DataLocation;
import dev.lamina.data.TrainTest;
import org.jspecify.annotations.Nullable;

/** A data set in MNIST's files. */
sealed interface IdxSource extends DataSource permits Mnist, FashionMnist {
    @Nullable
    Integer trainCount();

    @Nullable
    Integer testCount();

    IdxSet files();

    @Override
    default DataCard card() {
        return files().card();
    }

    @Override
    default DataOutline outline(DataLocation where) {
        return files().outline(trainCount());
    }

    @Override
    default TrainTest load(DataLocation where) {
        return files().load(where, trainCount(), testCount());
    }
}
