import Buzzline
import Foundation

// Claims, actors and who answered, from a folder or from single files.
let survey = try Survey(contentsOf: [URL(filePath: "examples/knoke")])
for remark in survey.remarks { print(remark.place.position, remark.message) }

// Who gave to whom, by the rule that one side's word is enough.
let reconciliation = try survey.reconciled(by: .either)
print(reconciliation.network, "with", reconciliation.unobservedPairs, "unobserved pairs")

// All findings of a study; each topic is a value of its own.
let study = Study(survey: survey, options: StudyOptions(permutations: PermutationOptions(draws: 499, seed: 1)))
let findings = try study.findings()
print("density", findings.cohesion.density ?? .nan)
for test in [findings.brokerage.test?.totals.gatekeeper].compactMap(\.self) {
  print("gatekeeping \(test.observed), \(test.mean) expected, two-sided p \(test.pTwoSided)")
}

// The report as text, and everything as a folder, all or nothing.
print(MarkdownReport(findings.report).text.prefix(200))
try findings.write(to: OutputFolder(FileManager.default.temporaryDirectory.appending(path: "buzzline-findings").path))
