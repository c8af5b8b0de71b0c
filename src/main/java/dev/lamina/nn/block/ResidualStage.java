package dev.lamina.nn.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.setting.Origin;
import dev.lamina.setting.Setting;
import dev.lamina.tensor.Shape;

/** Equal residual blocks in a row; only the first one has the stride. */
@JsonTypeName("residual-stage")
@Origin(formula = "x_(l+1) = x_l + F(x_l)", source = "He et al. 2016, section 3.3")
public record ResidualStage(
        @Setting(meaning = "the block that is repeated; its stride is that of the first")
        ResidualBlock block,

        @Setting(min = 1, max = 10000, meaning = "number of blocks")
        int count)
        implements Block {
    @Override
    public Composition body(Shape input) {
        Chain chain = new Chain().then("block1", block);
        for (int i = 2; i <= count; i++) {
            chain.then("block" + i, block.withoutStride());
        }
        return chain.composition();
    }
}
