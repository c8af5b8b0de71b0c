"""PyTorch's side of Lamina's benchmark: NETWORK BATCH MODE as arguments; "step n" in, "ms ..." out.

The networks are those of Lamina's presets, layer by layer. Modes: eager-f32, eager-tf32, graph-f32, graph-tf32.
"""

import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

CLASSES = 10
WARM_UP_STEPS = 11
VGG_11 = (64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0)


def normalized(inputs, outputs, kernel, stride):
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs))


class BasicBlock(nn.Module):
    """relu(shortcut(x) + residual(x)); a projection where the stride is 2."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.residual = nn.Sequential(
            normalized(inputs, outputs, 3, stride), nn.ReLU(True), normalized(outputs, outputs, 3, 1)
        )
        self.shortcut = nn.Identity() if stride == 1 else normalized(inputs, outputs, 1, stride)

    def forward(self, x):
        return F.relu_(self.residual(x) + self.shortcut(x))


class PreActivationBlock(nn.Module):
    """x + residual(relu(norm(x))); the projection, where the stride is 2, also starts from relu(norm(x))."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.activation = nn.Sequential(nn.BatchNorm2d(inputs), nn.ReLU(True))
        self.residual = nn.Sequential(
            normalized(inputs, outputs, 3, stride), nn.ReLU(True), nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        )
        self.shortcut = None if stride == 1 else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        activated = self.activation(x)
        return self.residual(activated) + (x if self.shortcut is None else self.shortcut(activated))


class Bottleneck(nn.Module):
    """relu(shortcut(x) + residual(x)), four times as wide outside; a projection where channels or size change."""

    def __init__(self, inputs, inside, stride):
        super().__init__()
        outputs = 4 * inside
        self.residual = nn.Sequential(
            normalized(inputs, inside, 1, 1), nn.ReLU(True),
            normalized(inside, inside, 3, stride), nn.ReLU(True),
            normalized(inside, outputs, 1, 1),
        )
        plain = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if plain else normalized(inputs, outputs, 1, stride)

    def forward(self, x):
        return F.relu_(self.residual(x) + self.shortcut(x))


def resnet20(width=16):
    layers = [normalized(3, width, 3, 1), nn.ReLU(True)]
    for block in range(9):
        outputs, stride = width << block // 3, 2 if block in (3, 6) else 1
        layers.append(BasicBlock(outputs // stride, outputs, stride))
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4 * width, CLASSES))


def narrowresnet20():
    return resnet20(8)


def resnet50():
    layers, inputs = [normalized(3, 64, 3, 1), nn.ReLU(True)], 64
    for stage, blocks in enumerate((3, 4, 6, 3)):
        for block in range(blocks):
            layers.append(Bottleneck(inputs, 64 << stage, 2 if stage > 0 and block == 0 else 1))
            inputs = 4 * (64 << stage)
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, CLASSES))


def lenet5():
    return nn.Sequential(
        nn.Conv2d(3, 6, 5, padding=2), nn.ReLU(True), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(16 * 6 * 6, 120), nn.ReLU(True), nn.Linear(120, 84), nn.ReLU(True),
        nn.Linear(84, CLASSES),
    )


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(3 * 32 * 32, 256), nn.ReLU(True), nn.Linear(256, 256), nn.ReLU(True),
        nn.Linear(256, CLASSES),
    )


def vgg11():
    layers, inputs = [], 3
    for outputs in VGG_11:
        if outputs == 0:
            layers.append(nn.MaxPool2d(2))
        else:
            layers += [normalized(inputs, outputs, 3, 1), nn.ReLU(True)]
            inputs = outputs
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(inputs, CLASSES))


def preactresnet18():
    layers = [nn.Conv2d(3, 64, 3, 1, 1, bias=False)]
    for block in range(8):
        outputs, stride = 64 << block // 2, 2 if block > 0 and block % 2 == 0 else 1
        layers.append(PreActivationBlock(outputs // stride, outputs, stride))
    return nn.Sequential(
        *layers, nn.BatchNorm2d(512), nn.ReLU(True), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, CLASSES)
    )


NETWORKS = {
    builder.__name__: builder
    for builder in (resnet20, vgg11, preactresnet18, narrowresnet20, resnet50, lenet5, mlp)
}


def prepared(network, batch, mode):
    """The step, to be called once for each; the batch goes up every time, as with Lamina, and the loss comes back."""
    tf32 = mode.endswith("tf32")
    torch.backends.cuda.matmul.allow_tf32 = tf32
    torch.backends.cudnn.allow_tf32 = tf32
    torch.backends.cudnn.benchmark = True
    torch.manual_seed(1)
    card = torch.cuda.is_available()
    device = torch.device("cuda" if card else "cpu")
    model = NETWORKS[network]().to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9, nesterov=True, weight_decay=5e-4)
    host = torch.randn(batch, 3, 32, 32), torch.randint(CLASSES, (batch,))
    if card:
        host = tuple(part.pin_memory() for part in host)
    images, labels = (part.clone().to(device) for part in host)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        return loss

    work = captured(step) if mode.startswith("graph") else step

    def fed():
        images.copy_(host[0], non_blocking=True)
        labels.copy_(host[1], non_blocking=True)
        return work().item()

    return fed


def captured(step):
    """The step as a CUDA graph, after some on a side stream, as PyTorch asks for."""
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(WARM_UP_STEPS):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        loss = step()

    def replayed():
        graph.replay()
        return loss

    return replayed


def main():
    step = prepared(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        if words[:1] != ["step"]:
            return
        milliseconds = []
        for _ in range(int(words[1])):
            start = time.perf_counter()
            loss = step()
            milliseconds.append((time.perf_counter() - start) * 1e3)
            if loss != loss:
                sys.exit("the loss is not finite")
        print("ms", *(f"{value:.4f}" for value in milliseconds), flush=True)


main()
