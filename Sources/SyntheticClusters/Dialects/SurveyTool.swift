internal import DataFiles

/// The survey tools, and programs for tables, as whose exports a made-up survey can be written.
///
/// Each writes the same answers, with a `mapping.yaml` that reads them; claims are the same through all of them. Where a
/// tool does not tell what was left empty from what was not shown, answers in part become answers in full, and who was
/// not asked has no row. Who was not reached in a later wave has none in any.
public enum SurveyTool: String, Hashable, Sendable, CaseIterable {
  /// LimeSurvey's CSV with question codes and answer codes.
  case limesurvey
  /// LimeSurvey's CSV with full question texts and full answers.
  case limesurveyTexts = "limesurvey-texts"
  /// LimeSurvey's VV survey file.
  case limesurveyVV = "limesurvey-vv"
  /// Qualtrics' CSV with three rows of headings.
  case qualtrics
  /// Qualtrics' older CSV with two rows of headings.
  case qualtricsLegacy = "qualtrics-legacy"
  /// Unipark's, or EFS', CSV.
  case unipark
  /// SoSci Survey's data file for R.
  case sosci
  /// SurveyMonkey's expanded export.
  case surveymonkey
  /// REDCap's raw data.
  case redcap
  /// KoboToolbox' CSV.
  case kobo
  /// The CSV files of ODK Central: interviews, and a file for each repeat.
  case odk
  /// The CSV files of Network Canvas: egos and alters.
  case networkCanvas = "network-canvas"
  /// The tables of egos and alters of the R package egor.
  case egor
  /// The CSV of Google Forms.
  case googleForms = "google-forms"
  /// The workbook of Microsoft Forms.
  case microsoftForms = "microsoft-forms"
  /// A workbook of Excel.
  case excel
  /// A data file of SPSS with labels of variables and values.
  case spss
  /// A data file of Stata with labels of variables and values.
  case stata

  /// Writes the export and its mapping.
  public var writer: any SurveyWriter { dialect }

  var dialect: any SurveyDialect {
    switch self {
    case .limesurvey: LimeSurvey(writesTexts: false)
    case .limesurveyTexts: LimeSurvey(writesTexts: true)
    case .limesurveyVV: LimeSurveyVV()
    case .qualtrics: Qualtrics()
    case .qualtricsLegacy: QualtricsLegacy()
    case .unipark: Unipark()
    case .sosci: SoSciSurvey()
    case .surveymonkey: SurveyMonkey()
    case .redcap: REDCap()
    case .kobo: KoboToolbox()
    case .odk: ODK()
    case .networkCanvas: NetworkCanvas()
    case .egor: Egor()
    case .googleForms: GoogleForms()
    case .microsoftForms: MicrosoftForms()
    case .excel: ExcelAnswers()
    case .spss: StatisticsAnswers(program: .spss)
    case .stata: StatisticsAnswers(program: .stata)
    }
  }
}
