// A network as its page tells it: flat rows for speed, and which of them the reader's choices show.
function networkModel(data) {
  const { actors, hulls, curves } = data, count = actors.id.length;
  const pairs = data.ties.reduce((sum, row) => sum + row.length / 2, 0);
  const source = new Int32Array(pairs), target = new Int32Array(pairs), set = new Int32Array(pairs);
  const line = new Uint8Array(pairs), curve = new Int32Array(pairs).fill(-1), ties = actors.id.map(() => []);
  const ways = new Map(curves.map((way, index) => [way[0] * hulls.name.length + way[1], index]));
  const isolated = new Uint8Array(count), gate = new Uint8Array(count);
  for (const actor of actors.isolates) isolated[actor] = 1;
  for (const actor of actors.gate) gate[actor] = 1;
  let tie = 0;
  data.ties.forEach((row, giver) => { for (let at = 0; at < row.length; at += 2, tie++) {
    const receiver = row[at];
    source[tie] = giver; target[tie] = receiver; line[tie] = row[at + 1] % 3; set[tie] = Math.floor(row[at + 1] / 3);
    ties[giver].push(tie); ties[receiver].push(tie);
    const from = actors.hull[giver], to = actors.hull[receiver];
    if (from >= 0 && to >= 0 && from !== to) {
      const way = ways.get(from * hulls.name.length + to) ?? ways.get(to * hulls.name.length + from);
      if (way !== undefined) curve[tie] = way;
    } } });
  const model = { data, count, pairs, source, target, set, line, curve, ties, isolated, gate,
    x: Float64Array.from(actors.x), y: Float64Array.from(actors.y), r: Float64Array.from(actors.r),
    hull: Int32Array.from(actors.hull),
      group: Int32Array.from(actors.group, group => group < 0 || group > 6 ? 7 : group),
    order: [...actors.id.keys()].sort((a, b) => actors.r[b] - actors.r[a] || a - b),
    tieShown: new Uint8Array(pairs).fill(1), actorShown: new Uint8Array(count).fill(1), bundles: [],
    hidden: { group: new Set(), line: new Set(), topic: new Set(), channel: new Set(), evidence: new Set() },
    wave: data.wave, open: new Set(), chosen: -1 };

  // Whether a sort of tie is shown, by topic, channel, wave and evidence.
  const passes = ([topic, channel, wave, evidence]) => !model.hidden.topic.has(topic)
    && !model.hidden.channel.has(channel) && !model.hidden.evidence.has(evidence)
    && (model.wave < 0 || wave < 0 || wave === model.wave);

  model.isOpen = hull => hull < 0 || !data.folded || model.open.has(hull);
  model.isFiltered = () => Object.values(model.hidden).some(hidden => hidden.size > 0);
  // Carries the reader's choices through to actors, pairs and bundles.
  model.choose = () => {
    const strands = data.strands.map(passes), sets = data.sets.map(set => !set.length || set.some(at => strands[at]));
    const absent = new Set(model.wave < 0 ? [] : actors.absent[model.wave]);
    for (let actor = 0; actor < count; actor++)
      model.actorShown[actor] = !model.hidden.group.has(model.group[actor]) && !absent.has(actor) ? 1 : 0;
    const sums = new Int32Array(curves.length);
    let curved = 0;
    for (let tie = 0; tie < pairs; tie++) {
      const shown = model.actorShown[source[tie]] && model.actorShown[target[tie]] && sets[set[tie]]
        && !model.hidden.line.has(line[tie]);
      model.tieShown[tie] = shown ? 1 : 0;
      if (shown && curve[tie] >= 0) { sums[curve[tie]]++; curved++; }
    }
    // A page of clusters alone holds no pairs: their counts stand as they are.
    model.bundles = curves.map((way, index) => ({ way, count: count ? sums[index] : way[6] })).filter(one => one.count)
      .sort((a, b) => b.count - a.count);
    // Too many curves would hide what they join.
    model.isBundled = data.folded || curved > data.mostCurves;
  };
  // The actors it gave to and received from, as shown.
  model.partners = actor => {
    const gave = [], received = [];
    for (const tie of ties[actor]) if (model.tieShown[tie])
      (source[tie] === actor ? gave : received).push({ tie, actor: source[tie] === actor ? target[tie] : source[tie] });
    return data.directed ? { gave, received } : { gave: gave.concat(received), received: [] };
  };
  model.describe = actor => {
    const { gave, received } = model.partners(actor), words = [];
    if (actors.group[actor] >= 0) words.push(data.groups[actors.group[actor]]);
    if (model.hull[actor] >= 0) words.push(hulls.name[model.hull[actor]]);
    words.push(data.directed ? say("gave to {1}, received from {2}", gave.length, received.length)
      : say("exchanged with {1}", gave.length));
    return words.join("; ");
  };
  model.choose();
  return model;
}
