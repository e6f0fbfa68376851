// Draws what the view shows. Hulls and ties lie on a sheet of their own, which moves with the view while the next one is
// drawn, some ties a frame, so that no frame takes long; marks and names are drawn every time.
function networkPaint(canvas, model, view) {
  const { data, x, y, r, source, target, line, curve, hull } = model, { hulls } = data,
    context = canvas.getContext("2d");
  const marks = data.marks.map(mark => new Path2D(mark));
  const strokes = ["soft", "pipe", "soft"], colours = {}, paint = { hover: -1, hoverHull: -1 };
  const tiesAFrame = 500;
  let stamps = {}, sheet = null, former = null, drawing = null, isStale = true, waiting = 0;
  let fading = 1, fadesSince = 0, before = model.actorShown.slice(), near = new Set();

  const pixels = () => Math.min(3, devicePixelRatio || 1);
  const scale = (context, { x, y, k }) => {
    const size = pixels();
    context.setTransform(size * k, 0, 0, size * k, size * x, size * y);
  };
  paint.readColours = () => {
    const style = getComputedStyle(canvas);
    for (const name of "ink soft paper line tint pipe c0 c1 c2 c3 c4 c5 c6 c7".split(" "))
      colours[name] = style.getPropertyValue("--" + name).trim();
    stamps = {};
  };
  paint.place = actor => view.to(x[actor], y[actor]);
  // At least 7 points across, whatever the view; growing slowly where there is room.
  paint.radius = (actor, k = view.k) => {
    const size = k * Math.min(1, data.spacing / 14);
    return Math.max(3.5, r[actor] * (size < 1 ? size : Math.sqrt(size)));
  };
  paint.isDrawn = actor => model.actorShown[actor]
    && ((model.isolated[actor] ? !data.folded || data.box[2] : model.isOpen(hull[actor])) || actor === model.chosen
      || near.has(actor));
  // The largest bundles that no single curves show, or all of the cluster under the pointer.
  paint.bundles = () => {
    const only = paint.hoverHull;
    const some = model.bundles.filter(({ way }) => !data.folded || !model.isOpen(way[0]) || !model.isOpen(way[1]));
    return only >= 0 && model.isBundled ? some.filter(({ way }) => way[0] === only || way[1] === only)
      : some.slice(0, data.mostBundles);
  };

  // From giver to receiver, ending at the mark of the receiver: straight, or with its bundle.
  const trace = (path, tips, tie, k) => {
    const from = source[tie], to = target[tie], way = curve[tie] < 0 ? null : data.curves[curve[tie]];
    // Without direction a pair may go its way from the end.
    const [x1, y1, x2, y2] = !way ? [0, 0, x[from], y[from]]
      : way[0] === hull[from] ? way.slice(2) : [way[4], way[5], way[2], way[3]];
    const dx = x[to] - x2, dy = y[to] - y2, length = Math.hypot(dx, dy) || 1;
    const kept = Math.max(0, 1 - (paint.radius(to, k) + 1.5) / k / length), px = x2 + dx * kept, py = y2 + dy * kept;
    path.moveTo(x[from], y[from]);
    if (way) path.bezierCurveTo(x1, y1, x2, y2, px, py); else path.lineTo(px, py);
    if (!tips) return;
    const ux = 6 * dx / length / k, uy = 6 * dy / length / k;
    tips.moveTo(px, py); tips.lineTo(px - ux - uy / 2, py - uy + ux / 2);
    tips.lineTo(px - ux + uy / 2, py - uy - ux / 2);
  };
  const drawTies = (context, ties, width, isFine, k = view.k) => {
    const paths = strokes.map(() => [new Path2D(), isFine && data.directed ? new Path2D() : null]);
    for (const tie of ties) trace(...paths[line[tie]], tie, k);
    paths.forEach(([path, tips], kind) => {
      context.strokeStyle = context.fillStyle = colours[strokes[kind]]; context.lineWidth = width / k;
      context.setLineDash(isFine ? [[], [5, 3], [1.5, 3]][kind].map(length => length / k) : []);
      context.stroke(path); if (tips) context.fill(tips);
    });
    context.setLineDash([]);
  };
  const drawBundles = (context, k) => {
    const most = model.bundles.length ? model.bundles[0].count : 1, widest = model.bundles.length > 60 ? 2.5 : 5;
    context.strokeStyle = colours.pipe;
    for (const { way, count } of paint.bundles()) {
      const { start, end } = networkRims(data, way), share = count / most;
      context.globalAlpha = 0.25 + 0.5 * Math.sqrt(share);
      context.lineWidth = (0.5 + widest * share) / Math.max(k, 0.4);
      context.beginPath(); context.moveTo(...start); context.bezierCurveTo(...way.slice(2, 6), ...end);
      context.stroke();
    }
    context.globalAlpha = 1;
  };
  const drawHulls = (context, k) => {
    context.lineWidth = 1 / k; context.fillStyle = colours.tint;
    hulls.name.forEach((_, index) => {
      context.strokeStyle = index === paint.hoverHull ? colours.ink : colours.soft;
      context.beginPath(); context.arc(hulls.x[index], hulls.y[index], hulls.r[index], 0, 7); context.fill();
      context.stroke();
    });
    context.strokeStyle = colours.line;
    if (data.box.length) context.strokeRect(26, data.box[0], data.width - 52, data.box[1]);
  };
  const layer = (width = canvas.width, height = canvas.height) => {
    const image = make("canvas", { width, height });
    return { image, context: image.getContext("2d") };
  };
  // Draws a sheet for the view as it is at first, and pauses after so many ties. Ties lie opaque on a layer that is laid
  // over the hulls as a whole: their pauses cannot be seen.
  const drawSheet = function* () {
    const at = { x: view.x, y: view.y, k: view.k }, { image, context } = layer(), ties = strokes.map(() => []);
    scale(context, at);
    if (model.isBundled) drawBundles(context, at.k);
    drawHulls(context, at.k);
    for (let tie = 0; tie < model.pairs; tie++) if (model.tieShown[tie] && (curve[tie] < 0 || !model.isBundled)
      && model.isOpen(hull[source[tie]]) && model.isOpen(hull[target[tie]])) ties[line[tie]].push(tie);
    const all = ties.flat(), isFine = all.length <= 1000 && at.k > 0.6, over = layer();
    scale(over.context, at);
    for (let first = 0; first < all.length; first += tiesAFrame) {
      if (first) yield;
      drawTies(over.context, all.slice(first, first + tiesAFrame), 1, isFine, at.k);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = Math.max(0.25, Math.min(0.7, 900 / (all.length || 1))); context.drawImage(over.image, 0, 0);
    return { image, ...at };
  };
  const showSheet = (sheet, opacity) => {
    if (!sheet) return;
    const size = pixels(), ratio = view.k / sheet.k;
    context.setTransform(ratio, 0, 0, ratio, size * (view.x - sheet.x * ratio), size * (view.y - sheet.y * ratio));
    context.globalAlpha = opacity; context.drawImage(sheet.image, 0, 0); context.globalAlpha = 1;
  };
  // Goes on with the sheet of the view and the choices at hand.
  const proceed = now => {
    if (!drawing && (isStale || sheet?.k !== view.k || sheet.x !== view.x || sheet.y !== view.y)) {
      drawing = drawSheet(); isStale = false;
    }
    const step = drawing?.next();
    if (!sheet) fadesSince = now;
    if (step?.done) { sheet = step.value; drawing = null; }
  };
  // Marks are stamped, since two thousand outlines a frame take too long without a graphics card.
  const stamp = (group, edge, width, radius) => {
    const size = pixels(), key = [group, edge, width, radius, size].join(), side = 2 * Math.ceil((radius + 1) * size);
    if (stamps[key]) return stamps[key];
    const { image, context } = layer(side, side);
    context.translate(side / 2, side / 2); context.scale(size * radius / 10, size * radius / 10);
    context.fillStyle = colours["c" + group]; context.fill(marks[group]);
    context.strokeStyle = colours[edge]; context.lineWidth = 10 * width / radius; context.stroke(marks[group]);
    return stamps[key] = image;
  };
  const drawMarks = focus => {
    const size = pixels();
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (let rank = model.count - 1; rank >= 0; rank--) {
      const actor = model.order[rank], place = paint.place(actor), isGate = model.gate[actor];
      const opacity = paint.isDrawn(actor) ? before[actor] ? 1 : fading : before[actor] && !data.folded ? 1 - fading
        : 0;
      if (!opacity || !view.holds(place, 20)) continue;
      const isFocus = actor === focus || actor === model.chosen, radius = paint.radius(actor) * (isFocus ? 1.4 : 1);
      const image = stamp(model.group[actor], isFocus || isGate ? "ink" : "paper", isFocus ? 2.5 : isGate ? 1.4 : 0.8,
        Math.round(radius * 4) / 4);
      context.globalAlpha = opacity * (focus < 0 || isFocus || near.has(actor) ? 1 : 0.2);
      context.drawImage(image, ...place.map(value => Math.round(size * value - image.width / 2)));
    }
    context.globalAlpha = 1;
  };
  const names = networkNames(context, model, view, paint, colours);

  const frame = now => {
    waiting = 0;
    const size = pixels(), focus = paint.hover >= 0 ? paint.hover : model.chosen;
    const wide = Math.round(view.wide * size), high = Math.round(view.high * size);
    if (!wide || !high) return;
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide; canvas.height = high; sheet = former = drawing = null;
    }
    proceed(now);
    const { gave, received } = focus < 0 ? { gave: [], received: [] } : model.partners(focus);
    near = new Set(gave.concat(received).map(({ actor }) => actor));
    context.setTransform(1, 0, 0, 1, 0, 0); context.clearRect(0, 0, wide, high);
    const dim = focus < 0 ? 1 : 0.2;
    showSheet(former, (1 - fading) * dim); showSheet(sheet, fading * dim);
    scale(context, view);
    if (focus >= 0) drawTies(context, model.ties[focus].filter(tie => model.tieShown[tie]), 1.6, true);
    drawMarks(focus);
    context.setTransform(size, 0, 0, size, 0, 0);
    names(focus, near);
    if (drawing || fading < 1) paint.soon();
    if (drawing || fading === 1) return;
    fading = Math.min(1, (now - fadesSince) / 400);
    if (fading === 1) settle();
  };
  const settle = () => { fading = 1; former = null; before = model.actorShown.slice(); };
  paint.soon = () => { if (!waiting) waiting = requestAnimationFrame(frame); };
  // Draws the ties anew; after another choice what goes and comes fades.
  paint.renew = (fades = false) => {
    if (fades && sheet && !view.still.matches) { former = sheet; sheet = null; fading = 0.01; } else settle();
    drawing = null; isStale = true; paint.soon();
  };
  return paint;
}

// Where the curve between two hulls leaves the rim of one and meets that of the other, and its middle.
function networkRims({ hulls }, [from, to, x1, y1, x2, y2]) {
  const rim = (hull, x, y) => {
    const dx = x - hulls.x[hull], dy = y - hulls.y[hull], share = hulls.r[hull] / (Math.hypot(dx, dy) || 1);
    return [hulls.x[hull] + dx * share, hulls.y[hull] + dy * share];
  };
  const start = rim(from, x1, y1), end = rim(to, x2, y2);
  return { start, end, middle: [(start[0] + 3 * x1 + 3 * x2 + end[0]) / 8, (start[1] + 3 * y1 + 3 * y2 + end[1]) / 8] };
}
