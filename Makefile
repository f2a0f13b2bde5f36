# The two commands are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
SWIFT_FLAGS ?=
RELEASE_FLAGS := -c release --static-swift-stdlib
BINARY = $(shell swift build $(RELEASE_FLAGS) --show-bin-path 2>/dev/null)/copydesk

.PHONY: help setup build run test install

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

setup: ## Install the system libraries that are missing
	@./.ci/setup

build: setup ## Build copydesk in release mode
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS) --product copydesk

test: setup ## Run every test
	swift test $(SWIFT_FLAGS)

install: build ## Install copydesk under PREFIX (default /usr/local)
	install -D -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/copydesk"
