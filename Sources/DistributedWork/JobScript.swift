internal import DataFiles
public import Foundation
public import KnowledgeNetworks

/// What starts the tasks of a plan.
public enum JobSystem: String, Hashable, Sendable, CaseIterable {
  /// An array job of Slurm, then a job that merges.
  case slurm
  /// One process a task under mpirun.
  case mpi
  /// An array job of (Sun, Open, Altair) Grid Engine, then a job that merges.
  case sge
  /// GNU parallel on one or several machines.
  case parallel
}

extension WorkFolder {
  /// Writes the script of a job beside the plan.
  ///
  /// Tasks that a node took with it are started again by Slurm and Grid Engine; whichever were done are not done twice.
  ///
  /// - Parameters:
  ///   - system: What starts the tasks.
  ///   - command: The program, as machines find it.
  ///   - threads: The threads of a task.
  ///   - forecast: What is asked for: twice the time, and half as much memory again.
  /// - Returns: The script.
  /// - Throws: `BuzzlineError` with the code `cannotWrite`.
  public func writeScript(
    for system: JobSystem, command: String, threads: Int, forecast: Forecast
  ) throws(BuzzlineError) -> URL {
    let file = url.appending(path: "job-\(system.rawValue).sh")
    let words = ScriptWords(
      folder: Self.quoted(url.standardizedFileURL.path), command: Self.quoted(command), threads: threads,
      tasks: plan.tasks, minutes: max(5, Int((forecast.secondsATask * 2 / 60).rounded(.up))),
      megabytes: max(256, (forecast.bytesATask * 3 / 2) >> 20))
    try WholeFile.write(Array(system.script(words).utf8), to: file)
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file
  }

  /// As a shell takes it for one word.
  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// What a script says of a plan.
private struct ScriptWords {
  let folder: String
  let command: String
  let threads: Int
  let tasks: Int
  let minutes: Int
  let megabytes: Int

  /// What does the task that the system numbers.
  var run: String { "\(command) run \(folder) --threads \(threads)" }
  var merge: String { "\(command) merge \(folder) > \(folder)/merged.csv" }
}

extension JobSystem {
  fileprivate func script(_ words: ScriptWords) -> String {
    switch self {
    case .slurm: Self.slurm(words)
    case .mpi: Self.mpi(words)
    case .sge: Self.sge(words)
    case .parallel: Self.parallel(words)
    }
  }

  private static func slurm(_ words: ScriptWords) -> String {
    """
    #!/bin/sh
    # Submits all tasks, and what merges them once all are done: sh \(words.folder)/job-slurm.sh
    set -e
    array=$(sbatch --parsable --job-name=buzzline --array=0-\(words.tasks - 1) --requeue --cpus-per-task=\(words.threads) \\
      --mem=\(words.megabytes)M --time=\(words.minutes) --output=\(words.folder)/task-%a.log <<'TASK'
    #!/bin/sh
    exec \(words.run)
    TASK
    )
    sbatch --parsable --job-name=buzzline-merge --dependency=afterok:"${array%%;*}" --kill-on-invalid-dep=yes --requeue \\
      --mem=\(words.megabytes)M --time=\(words.minutes) --output=\(words.folder)/merge.log <<'MERGE'
    #!/bin/sh
    \(words.merge)
    MERGE

    """
  }

  private static func mpi(_ words: ScriptWords) -> String {
    """
    #!/bin/sh
    # Does all tasks, SLOTS at once or as many as this machine has processors, then merges; more options go to mpirun.
    set -e
    slots=${SLOTS:-$(getconf _NPROCESSORS_ONLN)}
    first=0
    while [ "$first" -lt \(words.tasks) ]; do
      left=$((\(words.tasks) - first))
      [ "$left" -lt "$slots" ] && slots=$left
      FIRST=$first mpirun -n "$slots" "$@" -x FIRST sh -c 'exec "$@" --task $((FIRST + OMPI_COMM_WORLD_RANK))' - \\
        \(words.run)
      first=$((first + slots))
    done
    \(words.merge)

    """
  }

  private static func sge(_ words: ScriptWords) -> String {
    """
    #!/bin/sh
    # Submits all tasks, and what merges them once all are done: sh \(words.folder)/job-sge.sh
    set -e
    qsub -terse -N buzzline -t 1-\(words.tasks) -r y -l h_rt=\(60 * words.minutes) -l h_vmem=\(words.megabytes)M \\
      -j y -o \(words.folder) -S /bin/sh <<'TASK'
    exec \(words.run)
    TASK
    qsub -terse -N buzzline-merge -hold_jid buzzline -r y -j y -o \(words.folder) -S /bin/sh <<'MERGE'
    \(words.merge)
    MERGE

    """
  }

  private static func parallel(_ words: ScriptWords) -> String {
    """
    #!/bin/sh
    # Does all tasks, each up to three times, then merges; options such as --jobs 4 or --sshlogin go to GNU parallel.
    set -e
    seq 0 \(words.tasks - 1) | parallel --retries 3 "$@" --quote \(words.run) --task {}
    \(words.merge)

    """
  }
}
