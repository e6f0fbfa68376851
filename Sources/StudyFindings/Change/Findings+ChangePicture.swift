internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// Who stayed, entered and left, and which ties were kept, formed and dissolved; `nil` where no tie can be followed.
  var changePicture: ReportDocument.Picture? {
    guard let change, !change.steps.isEmpty else { return nil }
    let panels = [actorsPanel(change.steps)] + change.steps.map(tiesPanel)
    return ReportDocument.Picture(
      .stacks(StackPicture(panels: panels)),
      alternative: "Actors who stayed, entered and left, and ties kept, formed and dissolved",
      caption: """
        Actors of the waves, and ties among those who stayed on pairs that both waves observe\
        \(study.survey.wasAsked ? ", as their answers tell: a tie not recalled counts as none" : ""). The numbers are counts and not tested; the sentences below say how many ties chance would keep.
        """, files: ["changes", "turnover"])
  }

  private func actorsPanel(_ steps: [ChangeFinding.Step]) -> StackPicture.Panel {
    let members = steps.map { step in
      StackPicture.Row(
        label: "members, \(name: step.from) to \(name: step.to)", counts: [step.staying, step.entering, step.leaving])
    }
    let outsiders = (turnover?.steps ?? []).filter { !$0.areMembers }.map { step in
      StackPicture.Row(
        label: "outsiders named, \(name: step.from) to \(name: step.to)",
        counts: [step.staying, step.entering, step.leaving])
    }
    return StackPicture.Panel(
      title: "Actors", parts: ["stayed", "entered", "left"], rows: members + outsiders.filter { $0.total > 0 })
  }

  private func tiesPanel(_ step: ChangeFinding.Step) -> StackPicture.Panel {
    let mostKinds = 6
    let kinds = step.changes.filter { $0.by == "kinds" }.sorted { one, other in
      let (left, right) = (one.kept + one.formed + one.dissolved, other.kept + other.formed + other.dissolved)
      return left == right ? one.kinds.lexicographicallyPrecedes(other.kinds) : left > right
    }
    let shown = [step.all] + step.changes.filter { $0.by == "scope" } + kinds.prefix(mostKinds)
    let rows = shown.map { change in
      StackPicture.Row(label: label(of: change), counts: [change.kept, change.formed, change.dissolved])
    }
    return StackPicture.Panel(
      title: "Ties, \(name: step.from) to \(name: step.to)", parts: ["kept", "formed", "dissolved"],
      rows: rows.filter { $0.total > 0 })
  }
}
