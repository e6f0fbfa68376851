/// A published work that a report cites: what its list of references and its BibTeX file say of it.
///
/// The works that Buzzline cites are the constants of the extension below, the one place for their particulars.
/// `\(citing: .burt1992)` in a ``Paragraph`` writes `Burt (1992)` and puts the work on the report's list.
public struct Reference: Hashable, Sendable {
  /// How a work was published.
  public enum Form: Hashable, Sendable {
    /// An article in a journal; pages may be the number of the article.
    case article(journal: String, volume: String, pages: String)
    /// A book.
    case book(publisher: String)
    /// A paper in the proceedings of a conference.
    case paper(proceedings: String, pages: String)
  }

  /// What citations in LaTeX call it, such as `burt1992`.
  public let key: String
  /// The authors in order, each as `Family, Given`.
  public let authors: [String]
  /// The year of publication.
  public let year: Int
  /// The title.
  public let title: String
  /// Where it was published.
  public let form: Form
  /// The digital object identifier; `nil` where there is none.
  public let doi: String?

  private init(_ key: String, _ authors: String..., year: Int, _ title: String, _ form: Form, doi: String? = nil) {
    (self.key, self.authors, self.year, self.title) = (key, authors, year, title)
    (self.form, self.doi) = (form, doi)
  }
}

// Where knowledge goes: roles, groups, clusters.
extension Reference {
  static let bathelt2004 = Reference(
    "bathelt2004", "Bathelt, Harald", "Malmberg, Anders", "Maskell, Peter", year: 2004,
    "Clusters and knowledge: local buzz, global pipelines and the process of knowledge creation",
    .article(journal: "Progress in Human Geography", volume: "28", pages: "31–56"), doi: "10.1191/0309132504ph469oa")
  static let borgatti2006 = Reference(
    "borgatti2006", "Borgatti, Stephen P.", year: 2006, "Identifying sets of key players in a social network",
    .article(journal: "Computational & Mathematical Organization Theory", volume: "12", pages: "21–34"),
    doi: "10.1007/s10588-006-7084-x")
  static let breschi2015 = Reference(
    "breschi2015", "Breschi, Stefano", "Lenzi, Camilla", year: 2015,
    "The role of external linkages and gatekeepers for the renewal and expansion of US cities' knowledge base, 1990–2004",
    .article(journal: "Regional Studies", volume: "49", pages: "782–797"), doi: "10.1080/00343404.2014.954534")
  static let giuliani2005 = Reference(
    "giuliani2005", "Giuliani, Elisa", "Bell, Martin", year: 2005,
    "The micro-determinants of meso-level learning and innovation: evidence from a Chilean wine cluster",
    .article(journal: "Research Policy", volume: "34", pages: "47–68"), doi: "10.1016/j.respol.2004.10.008")
  static let gould1989 = Reference(
    "gould1989", "Gould, Roger V.", "Fernandez, Roberto M.", year: 1989,
    "Structures of mediation: a formal approach to brokerage in transaction networks",
    .article(journal: "Sociological Methodology", volume: "19", pages: "89–126"), doi: "10.2307/270949")
  static let graf2011 = Reference(
    "graf2011", "Graf, Holger", year: 2011, "Gatekeepers in regional networks of innovators",
    .article(journal: "Cambridge Journal of Economics", volume: "35", pages: "173–198"), doi: "10.1093/cje/beq001")
  static let guimera2005 = Reference(
    "guimera2005", "Guimerà, Roger", "Nunes Amaral, Luís A.", year: 2005,
    "Functional cartography of complex metabolic networks",
    .article(journal: "Nature", volume: "433", pages: "895–900"), doi: "10.1038/nature03288")
  static let krackhardtStern1988 = Reference(
    "krackhardtStern1988", "Krackhardt, David", "Stern, Robert N.", year: 1988,
    "Informal networks and organizational crises: an experimental simulation",
    .article(journal: "Social Psychology Quarterly", volume: "51", pages: "123–140"), doi: "10.2307/2786835")
  static let leicht2008 = Reference(
    "leicht2008", "Leicht, Elizabeth A.", "Newman, Mark E. J.", year: 2008, "Community structure in directed networks",
    .article(journal: "Physical Review Letters", volume: "100", pages: "118703"), doi: "10.1103/PhysRevLett.100.118703")
  static let newman2003 = Reference(
    "newman2003", "Newman, Mark E. J.", year: 2003, "Mixing patterns in networks",
    .article(journal: "Physical Review E", volume: "67", pages: "026126"), doi: "10.1103/PhysRevE.67.026126")
}

// Numbers of actors and networks.
extension Reference {
  static let batagelj2011 = Reference(
    "batagelj2011", "Batagelj, Vladimir", "Zaveršnik, Matjaž", year: 2011,
    "Fast algorithms for determining (generalized) core groups in social networks",
    .article(journal: "Advances in Data Analysis and Classification", volume: "5", pages: "129–145"),
    doi: "10.1007/s11634-010-0079-y")
  static let bonacich1972 = Reference(
    "bonacich1972", "Bonacich, Phillip", year: 1972,
    "Factoring and weighting approaches to status scores and clique identification",
    .article(journal: "Journal of Mathematical Sociology", volume: "2", pages: "113–120"),
    doi: "10.1080/0022250X.1972.9989806")
  static let bonacich1987 = Reference(
    "bonacich1987", "Bonacich, Phillip", year: 1987, "Power and centrality: a family of measures",
    .article(journal: "American Journal of Sociology", volume: "92", pages: "1170–1182"), doi: "10.1086/228631")
  static let borassi2019 = Reference(
    "borassi2019", "Borassi, Michele", "Natale, Emanuele", year: 2019,
    "KADABRA is an adaptive algorithm for betweenness via random approximation",
    .article(journal: "ACM Journal of Experimental Algorithmics", volume: "24", pages: "1.2:1–1.2:35"),
    doi: "10.1145/3284359")
  static let brin1998 = Reference(
    "brin1998", "Brin, Sergey", "Page, Lawrence", year: 1998,
    "The anatomy of a large-scale hypertextual Web search engine",
    .article(journal: "Computer Networks and ISDN Systems", volume: "30", pages: "107–117"),
    doi: "10.1016/S0169-7552(98)00110-X")
  static let burt1992 = Reference(
    "burt1992", "Burt, Ronald S.", year: 1992, "Structural Holes: The Social Structure of Competition",
    .book(publisher: "Harvard University Press"), doi: "10.4159/9780674029095")
  static let eppstein2004 = Reference(
    "eppstein2004", "Eppstein, David", "Wang, Joseph", year: 2004, "Fast approximation of centrality",
    .article(journal: "Journal of Graph Algorithms and Applications", volume: "8", pages: "39–45"),
    doi: "10.7155/jgaa.00081")
  static let freeman1977 = Reference(
    "freeman1977", "Freeman, Linton C.", year: 1977, "A set of measures of centrality based on betweenness",
    .article(journal: "Sociometry", volume: "40", pages: "35–41"), doi: "10.2307/3033543")
  static let freeman1978 = Reference(
    "freeman1978", "Freeman, Linton C.", year: 1978, "Centrality in social networks: conceptual clarification",
    .article(journal: "Social Networks", volume: "1", pages: "215–239"), doi: "10.1016/0378-8733(78)90021-7")
  static let holland1970 = Reference(
    "holland1970", "Holland, Paul W.", "Leinhardt, Samuel", year: 1970,
    "A method for detecting structure in sociometric data",
    .article(journal: "American Journal of Sociology", volume: "76", pages: "492–513"), doi: "10.1086/224954")
  static let holland1976 = Reference(
    "holland1976", "Holland, Paul W.", "Leinhardt, Samuel", year: 1976, "Local structure in social networks",
    .article(journal: "Sociological Methodology", volume: "7", pages: "1–45"), doi: "10.2307/270703")
  static let katz1953 = Reference(
    "katz1953", "Katz, Leo", year: 1953, "A new status index derived from sociometric analysis",
    .article(journal: "Psychometrika", volume: "18", pages: "39–43"), doi: "10.1007/BF02289026")
  static let kleinberg1999 = Reference(
    "kleinberg1999", "Kleinberg, Jon M.", year: 1999, "Authoritative sources in a hyperlinked environment",
    .article(journal: "Journal of the ACM", volume: "46", pages: "604–632"), doi: "10.1145/324133.324140")
  static let marchiori2000 = Reference(
    "marchiori2000", "Marchiori, Massimo", "Latora, Vito", year: 2000, "Harmony in the small-world",
    .article(journal: "Physica A", volume: "285", pages: "539–546"), doi: "10.1016/S0378-4371(00)00311-3")
  static let wasserman1994 = Reference(
    "wasserman1994", "Wasserman, Stanley", "Faust, Katherine", year: 1994,
    "Social Network Analysis: Methods and Applications", .book(publisher: "Cambridge University Press"),
    doi: "10.1017/CBO9780511815478")
  static let watts1998 = Reference(
    "watts1998", "Watts, Duncan J.", "Strogatz, Steven H.", year: 1998,
    "Collective dynamics of ‘small-world’ networks", .article(journal: "Nature", volume: "393", pages: "440–442"),
    doi: "10.1038/30918")
}

// From answers to ties, tests and spread.
extension Reference {
  static let benjamini1995 = Reference(
    "benjamini1995", "Benjamini, Yoav", "Hochberg, Yosef", year: 1995,
    "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
    .article(journal: "Journal of the Royal Statistical Society: Series B", volume: "57", pages: "289–300"),
    doi: "10.1111/j.2517-6161.1995.tb02031.x")
  static let cohen1960 = Reference(
    "cohen1960", "Cohen, Jacob", year: 1960, "A coefficient of agreement for nominal scales",
    .article(journal: "Educational and Psychological Measurement", volume: "20", pages: "37–46"),
    doi: "10.1177/001316446002000104")
  static let freeman1951 = Reference(
    "freeman1951", "Freeman, G. H.", "Halton, J. H.", year: 1951,
    "Note on an exact treatment of contingency, goodness of fit and other problems of significance",
    .article(journal: "Biometrika", volume: "38", pages: "141–149"), doi: "10.1093/biomet/38.1-2.141")
  static let holm1979 = Reference(
    "holm1979", "Holm, Sture", year: 1979, "A simple sequentially rejective multiple test procedure",
    .article(journal: "Scandinavian Journal of Statistics", volume: "6", pages: "65–70"))
  static let hubert1976 = Reference(
    "hubert1976", "Hubert, Lawrence", "Schultz, James", year: 1976,
    "Quadratic assignment as a general data analysis strategy",
    .article(
      journal: "British Journal of Mathematical and Statistical Psychology", volume: "29", pages: "190–241"),
    doi: "10.1111/j.2044-8317.1976.tb00714.x")
  static let kempe2003 = Reference(
    "kempe2003", "Kempe, David", "Kleinberg, Jon", "Tardos, Éva", year: 2003,
    "Maximizing the spread of influence through a social network",
    .paper(
      proceedings: "Proceedings of the Ninth ACM SIGKDD International Conference on Knowledge Discovery and "
        + "Data Mining",
      pages: "137–146"), doi: "10.1145/956750.956769")
  static let krackhardt1987 = Reference(
    "krackhardt1987", "Krackhardt, David", year: 1987, "Cognitive social structures",
    .article(journal: "Social Networks", volume: "9", pages: "109–134"), doi: "10.1016/0378-8733(87)90009-8")
  static let krackhardt1988 = Reference(
    "krackhardt1988", "Krackhardt, David", year: 1988,
    "Predicting with networks: nonparametric multiple regression analysis of dyadic data",
    .article(journal: "Social Networks", volume: "10", pages: "359–381"), doi: "10.1016/0378-8733(88)90004-4")
  static let kruskal1952 = Reference(
    "kruskal1952", "Kruskal, William H.", "Wallis, W. Allen", year: 1952,
    "Use of ranks in one-criterion variance analysis",
    .article(journal: "Journal of the American Statistical Association", volume: "47", pages: "583–621"),
    doi: "10.1080/01621459.1952.10483441")
  static let mann1947 = Reference(
    "mann1947", "Mann, Henry B.", "Whitney, Donald R.", year: 1947,
    "On a test of whether one of two random variables is stochastically larger than the other",
    .article(journal: "The Annals of Mathematical Statistics", volume: "18", pages: "50–60"),
    doi: "10.1214/aoms/1177730491")
  static let snijders1999 = Reference(
    "snijders1999", "Snijders, Tom A. B.", "Borgatti, Stephen P.", year: 1999,
    "Non-parametric standard errors and tests for network statistics",
    .article(journal: "Connections", volume: "22", pages: "161–170"))
  static let stork1992 = Reference(
    "stork1992", "Stork, Diana", "Richards, William D.", year: 1992,
    "Nonrespondents in communication network studies: problems and possibilities",
    .article(journal: "Group & Organization Management", volume: "17", pages: "193–209"),
    doi: "10.1177/1059601192172006")
  static let wilson1927 = Reference(
    "wilson1927", "Wilson, Edwin B.", year: 1927,
    "Probable inference, the law of succession, and statistical inference",
    .article(journal: "Journal of the American Statistical Association", volume: "22", pages: "209–212"),
    doi: "10.1080/01621459.1927.10502953")
}
