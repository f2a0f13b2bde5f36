# The two commands are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Where `make install` puts the program, and where `make run` writes.
PREFIX ?= /usr/local
OUT ?= .
# How `make test-crash` kills.
KILLS ?= 200
SEED ?= 1
# How many inputs `make fuzz` gives to each parser.
COUNT ?= 200000
# The Swift runtime goes into the program, so that it runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib
BINARY = $$(swift build $(RELEASE) --show-bin-path)/copydesk

.PHONY: help setup build run test test-crash fuzz install clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: ## Install the system libraries that are missing (Debian and its kin)
	@.ci/setup

build: setup ## Build the program in release mode
	swift build $(RELEASE) --product copydesk

run: build ## Run Pipelines/quickstart.yaml over the samples; OUT=folder says where to write
	"$(BINARY)" run Pipelines/quickstart.yaml --out "$(OUT)"

test: setup ## Run every test
	swift test

test-crash: setup ## Kill the end-to-end pipeline 200 times (KILLS=n SEED=n to choose) and compare every byte
	COPYDESK_KILLS="$(KILLS)" COPYDESK_SEED="$(SEED)" swift test --filter CrashTests

fuzz: setup ## Feed every parser COUNT=n changed inputs (SEED=n to choose); finds are told with the command that repeats them
	swift run -c release copydesk-fuzz all --count "$(COUNT)" --seed "$(SEED)"

install: build ## Install the program under PREFIX (default /usr/local), with completions for bash, zsh and fish
	install -D -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/copydesk"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
		"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	"$(BINARY)" --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/copydesk"
	"$(BINARY)" --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_copydesk"
	"$(BINARY)" --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/copydesk.fish"

clean: ## Remove what was built
	swift package clean
