@_exported public import ClusterSurveys
@_exported public import DataFiles
@_exported public import DiffusionRoles
@_exported public import KnowledgeDiffusion
@_exported public import KnowledgeNetworks
@_exported public import NetworkMeasures
@_exported public import StudyFindings
@_exported public import SyntheticClusters
