internal import CIgraph
