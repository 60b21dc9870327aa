# Buurtblik: `make run` to try it, `make test` to check it. On a bare Debian 12 first: apt-get install make git

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
DATA ?= data
BUURTBLIK := $(TARGET)/release/buurtblik

.DEFAULT_GOAL := help
.PHONY: run build test check bench fuzz attack soak fmt lint clean help setup setup-test
# The steps share two cores and one lock: one after the other.
.NOTPARALLEL:
.ONESHELL:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

run: build ## install what is missing, build, and start with a demonstration on http://127.0.0.1:3000
	@echo "== Starting (Ctrl-C stops it)"
	exec $(BUURTBLIK) serve --data-dir $(DATA) --demo

build: setup ## only the release: target/release/buurtblik and the site it serves
	@echo "== Building the server (the first time takes some minutes)"
	tools/cargo.sh server build --release --locked
	echo "== Building the browser's part (the first time takes some minutes)"
	tools/cargo.sh browser build --locked
	tools/site.sh

test: setup-test ## every test; the last line is `N passed, N failed`
	@tools/test.sh

check: setup-test ## formatting, lints, unit tests and the rules of the house: for every day
	@tools/test.sh check

bench: setup-test build ## the benchmarks
	@tools/cargo.sh server build --release --locked --example heat --example photos
	tools/with-postgres.sh node benches/run.mjs

fuzz: setup-test ## strangers' files at random to each parser; FUZZ_SECONDS for each (default 300)
	@BUURTBLIK_FUZZ_SECONDS=$${FUZZ_SECONDS:-300} BUURTBLIK_FUZZ_SEED=$${FUZZ_SEED:-$$RANDOM} \
		tools/cargo.sh server test --locked --test fuzz -- --nocapture

attack: setup-test ## everything that is told against whoever knows how it is made, with other seeds (ATTACK_SEED, ATTACK_TIMES)
	@seed=$${ATTACK_SEED:-$$((RANDOM * 32768 + RANDOM))}
	echo "== ATTACK_SEED=$$seed"
	tools/cargo.sh server test --locked --package vakken --test audit
	BUURTBLIK_ATTACK_SEED=$$seed BUURTBLIK_ATTACK_TIMES=$${ATTACK_TIMES:-1} \
		tools/with-postgres.sh tools/cargo.sh server test --locked --test it -- attacker:: --nocapture

soak: setup-test build ## hours of use in minutes, with power cuts: nothing is lost and nothing grows (SOAK_MINUTES for each database, default 12)
	@BUURTBLIK_PROGRAM=$(BUURTBLIK) SOAK_MINUTES=$${SOAK_MINUTES:-12} tools/with-postgres.sh node tests/soak/soak.mjs

fmt: setup-test ## put the Rust code in its standard form
	@tools/cargo.sh server fmt

lint: setup-test ## formatting, lints, documentation and licences only
	@tools/test.sh lint

clean: ## remove everything that was built
	@rm -rf $(TARGET)/release $(TARGET)/debug $(TARGET)/browser $(TARGET)/site $(TARGET)/site.sources $(TARGET)/wasm \
		$(TARGET)/doc $(TARGET)/test-logs $(TARGET)/tmp node_modules

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand --tabs=16

setup:
	@tools/setup-debian.sh run
	tools/setup-npm.sh

setup-test:
	@tools/setup-debian.sh test
	tools/setup-npm.sh
	for manifest in Cargo.toml tools/wasm-bindgen/Cargo.toml; do
		tools/cargo.sh server fetch --locked --quiet --manifest-path $$manifest
	done
