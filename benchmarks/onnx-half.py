#!/usr/bin/env python3
"""A decoder of 4 bits as onnxruntime-genai writes it, as one of half precision: what a graphics card computes best.

usage: benchmarks/onnx-half.py MODEL_FOLDER OUT_FOLDER      needs onnx and numpy

Each MatMulNBits becomes a MatMul over the weights it stands for, with the correction of minima beside it, where there
is one, folded in; all other floats become halves. The answers are those of the same weights, rounded otherwise.
"""
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def weights(node, arrays):
    """[K, N] of a MatMulNBits without zero points: blocks of one scale, low bits first."""
    settings = {a.name: helper.get_attribute_value(a) for a in node.attribute}
    packed, scale = arrays[node.input[1]], arrays[node.input[2]]
    if len(node.input) > 3 and node.input[3]:
        sys.exit(f"onnx-half.py: {node.name} has zero points of its own; not known here")
    if settings["bits"] == 4:
        values = np.stack([packed & 15, packed >> 4], axis=-1).reshape(*packed.shape[:2], -1).astype(np.float32) - 8
    else:
        values = packed.astype(np.float32) - 128
    whole = values * scale.reshape(settings["N"], -1, 1)
    return whole.reshape(settings["N"], -1)[:, : settings["K"]].T


def main(source, target):
    model = onnx.load(source / "model.onnx")
    graph = model.graph
    arrays = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    makers = {name: node for node in graph.node for name in node.output}
    fresh = {}
    nodes = []
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            fresh[node.name + "_half"] = weights(node, arrays)
            made = helper.make_node("MatMul", [node.input[0], node.name + "_half"], node.output, node.name)
            makers[node.output[0]] = made
            nodes.append(made)
        elif node.op_type == "Add" and all(name in makers for name in node.input):
            main_product, other = (makers[name] for name in node.input)
            sums = makers.get(other.input[0]) if other.op_type == "MatMul" else None
            if main_product.op_type == "MatMul" and main_product.input[1] in fresh and sums is not None \
                    and sums.op_type == "MatMul" and sums.input[1] in arrays and other.input[1] in arrays \
                    and sums.input[0] == main_product.input[0]:
                fresh[main_product.input[1]] += arrays[sums.input[1]] @ arrays[other.input[1]]
                main_product.output[0] = node.output[0]
            else:
                nodes.append(node)
        else:
            nodes.append(node)
    # What nobody needs any more goes, from the end to the beginning.
    wanted = {each.name for each in graph.output}
    kept = []
    for node in reversed(nodes):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    kept.reverse()
    for node in kept:
        if node.op_type == "Cast":
            for attribute in node.attribute:
                if attribute.name == "to" and attribute.i == TensorProto.FLOAT:
                    attribute.i = TensorProto.FLOAT16
        if node.op_type == "Constant" and node.attribute[0].t.data_type == TensorProto.FLOAT:
            node.attribute[0].t.CopyFrom(numpy_helper.from_array(
                numpy_helper.to_array(node.attribute[0].t).astype(np.float16)))
    half = lambda array: array.astype(np.float16) if array.dtype == np.float32 else array
    everything = {name: array for name, array in {**arrays, **fresh}.items() if name in wanted}
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(kept)
    graph.initializer.extend(numpy_helper.from_array(half(array), name) for name, array in everything.items())
    for each in [*graph.input, *graph.output]:
        if each.type.tensor_type.elem_type == TensorProto.FLOAT:
            each.type.tensor_type.elem_type = TensorProto.FLOAT16
    target.mkdir(parents=True, exist_ok=True)
    for file in source.glob("*.json"):
        shutil.copy(file, target)
    onnx.save(model, target / "model.onnx")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
