@testable import ClusterSurveys

/// The beginning of an export in the shape of each dialect.
struct ExportHeaders: Sendable {
  let dialect: String
  let text: String

  init(_ dialect: ExportDialect, _ text: String) { (self.dialect, self.text) = (dialect.name, text) }

  static let all = [
    ExportHeaders(
      .qualtrics,
      """
      StartDate,EndDate,Status,ResponseId,Q1,Q2_1
      Start Date,End Date,Response Type,Response ID,Have you given information?,To whom? - 1
      "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}"
      2024-05-06,2024-05-06,IP Address,R_1,Yes,Beta

      """),
    ExportHeaders(
      .qualtricsLegacy,
      "V1,V2,V3,V10,Q2_1\nResponseID,ResponseSet,Name,Finished,To which actors?-1\nR_1,Default Response Set,Anonymous,1,Beta\n"
    ),
    ExportHeaders(
      .limeSurveyVV,
      "Response ID\tDate submitted\tLast page\tToken\tTo whom did you give information? (1)\nid\tsubmitdate\tlastpage\ttoken\tG_1\n1\t2024-05-06\t3\tA\tBeta\n"
    ),
    ExportHeaders(
      .limeSurvey,
      "\"id\";\"submitdate\";\"lastpage\";\"startlanguage\";\"token\";\"GEG[1]\"\n\"1\";\"2024-05-06\";\"3\";\"de\";\"A\";\"B\"\n"
    ),
    ExportHeaders(
      .limeSurveyTexts,
      "\"Antwort ID\",\"Datum Abgeschickt\",\"Letzte Seite\",\"Zugangscode\",\"An welche Akteure? [1]\"\n\"1\",\"2024-05-06\",\"3\",\"A\",\"B\"\n"
    ),
    ExportHeaders(.unipark, "lfdn;external_lfdn;tester;dispcode;lastpage;v_10\n1;0;0;31;7;1\n"),
    ExportHeaders(
      .sosci,
      "CASE\tSERIAL\tREF\tQUESTNNR\tMODE\tSTARTED\tGE01_01\tFINISHED\n\"1\"\t\"A\"\t\"\"\t\"base\"\t\"interview\"\t\"2024\"\t\"2\"\t\"T\"\n"
    ),
    ExportHeaders(
      .surveyMonkey,
      "Respondent ID,Collector ID,Start Date,End Date,To whom did you give information?,\n,,,,Beta,Gamma\n1,2,2024,2024,Beta,\n"
    ),
    ExportHeaders(
      .redcap, "record_id,redcap_event_name,shared___1,shared___2,exchange_complete\n1,wave_1_arm_1,1,0,2\n"),
    ExportHeaders(
      .kobo,
      "\"start\";\"end\";\"shared/partner_1\";\"_id\";\"_uuid\";\"_submission_time\"\n\"2024\";\"2024\";\"B\";\"1\";\"u\";\"2024\"\n"
    ),
    ExportHeaders(
      .odk, "SubmissionDate,start,end,shared-partner_1,meta-instanceID,KEY\n2024,2024,2024,B,uuid:1,uuid:1\n"),
    ExportHeaders(.networkCanvas, "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,gives_true\n1,e1,n1,Beta,true\n"),
    ExportHeaders(.egorWide, "egoID;alter.name.1;alter.sex.1;1 to 2\n1;Beta;w;1\n"),
    ExportHeaders(.egor, ".egoID,.altID,name,topic\n1,1,Beta,markets\n"),
    ExportHeaders(
      .microsoftForms,
      "ID,Start time,Completion time,Email,To whom do you give information?\n1,2024,2024,anonymous,Beta;Gamma;\n"),
    ExportHeaders(
      .googleForms, "Timestamp,Username,To whom do you give information?\n2024/05/06,a@example.org,\"Beta, Gamma\"\n"),
  ]
}
