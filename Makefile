# 'make' alone says what there is. 'make ci' is exactly what CI runs.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
FINDINGS := buzzline-demo
TIMES ?= 100

# What CI adds to a build; dependencies are built without warnings of their own, so only ours can stop it.
FLAGS :=
STRICT := --scratch-path .build-strict -Xswiftc -warnings-as-errors
# What is installed must outlive the toolchain that built it, so it carries Swift's library.
INSTALLED := --scratch-path .build-install -c release
ifeq ($(shell uname),Linux)
INSTALLED += --static-swift-stdlib -Xlinker -s
endif
# Builds what lies below the findings into a folder, with flags, and runs those of its tests whose names match.
define below-findings
BUZZLINE_BELOW_FINDINGS=1 $(SWIFT) build --product BuzzlinePackageTests --scratch-path $(1) && \
BUZZLINE_BELOW_FINDINGS=1 $(SWIFT) test --disable-xctest --skip-build --scratch-path $(1) --filter '$(2)'
endef
SOURCES := Sources Tests Snippets Package.swift examples Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks
MODULES := IGraph KnowledgeNetworks DataFiles GraphFiles ClusterSurveys NetworkMeasures DiffusionRoles \
	KnowledgeDiffusion DistributedWork SyntheticClusters StudyFindings StudyReports Buzzline

.DEFAULT_GOAL := help
.PHONY: help prepare demo test ci lint thread-sanitizer address-sanitizer igraph-1 fuzz packages bench bench-peers agreement docs install clean

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name what; do \
	  printf 'make %-18s %s\n' "$$name" "$$what"; done

prepare: ## Make sure of Swift, pkg-config, igraph and libcrypto (demo and test do this first)
	@.ci/prepare

demo: prepare ## Analyse an export of a made-up survey of 416 organisations and say where the report is
	$(SWIFT) build -c release --product buzzline
	$$($(SWIFT) build -c release --show-bin-path)/buzzline analyze examples/interspin/limesurvey \
	  --output $(FINDINGS)/interspin
	@echo "Open $(CURDIR)/$(FINDINGS)/interspin/report.html in a browser."

test: prepare ## Build and run all tests
	$(SWIFT) build --build-tests $(FLAGS)
	$(SWIFT) test --disable-xctest --skip-build $(FLAGS)

ci: prepare lint ## Everything CI checks
	$(MAKE) test FLAGS='$(STRICT)'
	$(MAKE) thread-sanitizer address-sanitizer igraph-1
	$(MAKE) demo FINDINGS=.build-strict/findings

lint: ## Check the format of the sources
	$(SWIFT) format lint --strict --recursive $(SOURCES)

thread-sanitizer: prepare ## Run the tests of igraph and of work over threads under the thread sanitizer
	$(call below-findings,.build-tsan --sanitize thread,IGraphTests|WorkersTests|TextRowsTests|EngineTests|SamplingTests|LabelPermutationsTests|PermutedBrokerageTests|WholeLengthsTests|LengthDistancesTests.anyNumber|DividedMeasuresTests|StructuralHolesTests|[Tt]hreads(ChangeNothing|GiveTheSame))

address-sanitizer: prepare ## Run the tests of rows, readers and kernels on bare memory under the address sanitizer
	$(call below-findings,.build-asan --sanitize address,KnowledgeNetworksTests|DataFilesTests|GraphFilesTests|ClusterSurveysTests|WholeLengthsTests|LengthDistancesTests|CondensedGraphTests|PermutedBrokerageTests)

# The archive may be out of reach; then this says so and is no error.
igraph-1: prepare ## Run the tests of igraph and of measures against igraph 1.0, built from source
	@prefix=$$(.ci/igraph-1) || { test $$? -eq 75 && echo "NOT TESTED against igraph 1.0." && exit 0; exit 1; }; \
	export PKG_CONFIG_PATH="$$prefix/lib/pkgconfig" LD_LIBRARY_PATH="$$prefix/lib$${LD_LIBRARY_PATH:+:$$LD_LIBRARY_PATH}"; \
	$(call below-findings,.build-igraph-1/swift,IGraphTests|NetworkMeasuresTests)

fuzz: prepare ## Search for faults with damaged files, and fast readers beside careful ones, TIMES (100) as long as among the tests
	$(SWIFT) build --build-tests
	BUZZLINE_FUZZ=$(TIMES) $(SWIFT) test --disable-xctest --skip-build \
	  --filter 'MutatedStudyTests|MutatedMappingTests|MutatedGraphTests|LoadingTests|HostileSpreadsheetTests|StatisticsFileTests|SurveyReconcilingTwinTests'

packages: prepare ## Build and run small packages that depend on single products, as other people's would
	@for package in examples/packages/*/; do \
	  name=$$(basename $$package); echo "$$name"; \
	  $(SWIFT) run -q -c release --package-path $$package --scratch-path .build-packages/$$name $$name examples/knoke || exit 1; \
	done

bench: prepare ## Time every kernel beside igraph at three sizes, with memory
	rm -rf Benchmarks/.peers/kernels && mkdir -p Benchmarks/.peers/kernels
	cd Benchmarks && $(SWIFT) package --allow-writing-to-package-directory benchmark --no-progress \
	  --format histogramSamples --path .peers/kernels
	python3 Benchmarks/growth.py Benchmarks/.peers/kernels

bench-peers: prepare ## Compare with other programs on the same files, answers first (QUICK=1: a twentieth; ONLY=row,row)
	Benchmarks/Peers/run $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY))

agreement: prepare ## Hold every measure against igraph and networkx on 1,000 random networks and two large ones
	Benchmarks/Peers/run --only agreement $(if $(QUICK),--quick)

docs: prepare ## Write the documentation of each module into docs-out
	@.ci/docs $(MODULES)

install: prepare ## Install the command, its manual page and completions into PREFIX (/usr/local); DESTDIR is honoured
	$(SWIFT) build $(INSTALLED) --product buzzline
	$(SWIFT) build $(INSTALLED) --product generate-manual
	@built=$$($(SWIFT) build $(INSTALLED) --show-bin-path); root="$(DESTDIR)$(PREFIX)"; share=$$root/share; \
	install -d "$$root/bin" "$$share/man/man1" "$$share/bash-completion/completions" \
	  "$$share/zsh/site-functions" "$$share/fish/vendor_completions.d" && \
	install -m 755 "$$built/buzzline" "$$root/bin/buzzline" && \
	"$$built/generate-manual" "$$built/buzzline" --output-directory "$$share/man/man1" && \
	"$$built/buzzline" --generate-completion-script bash > "$$share/bash-completion/completions/buzzline" && \
	"$$built/buzzline" --generate-completion-script zsh > "$$share/zsh/site-functions/_buzzline" && \
	"$$built/buzzline" --generate-completion-script fish > "$$share/fish/vendor_completions.d/buzzline.fish" && \
	echo "Installed into $$root."

clean: ## Remove what was built; findings stay
	rm -rf .build .build-strict .build-tsan .build-asan .build-igraph-1 .build-packages .build-docs .build-install docs-out Benchmarks/.build Benchmarks/.peers
