// Writes names and counts over the marks: the most important first, each where there is room.
function networkNames(context, model, view, paint, colours) {
  const { data } = model, { hulls } = data, widths = new Map(), cell = 5;
  let taken = new Uint8Array(0), across = 0;

  // Visits the cells of a box; whether any visit says so.
  const visit = (left, top, wide, high, says) => {
    const [first, last, upper, lower] = [left, left + wide, top, top + high].map(value => Math.floor(value / cell));
    for (let row = Math.max(0, upper); row <= lower && row * across < taken.length; row++)
      for (let column = Math.max(0, first); column <= last && column < across; column++)
        if (says(row * across + column)) return true;
    return false;
  };
  const block = (...box) => { visit(...box, at => { taken[at] = 1; }); };
  const isFree = (left, top, wide) => left >= 2 && top >= 0 && left + wide <= view.wide - 2 && top + 14 <= view.high
    && !visit(left, top, wide, 13, at => taken[at]);
  // Puts words at the first of some places beside a point where there is room, or at the first of all.
  const write = (words, [px, py], style, colour, places, isForced = false) => {
    words = words.length > 28 ? words.slice(0, 27) + "…" : words;
    context.font = style + " system-ui, sans-serif";
    const key = style + words, wide = widths.get(key) ?? context.measureText(words).width;
    widths.set(key, wide);
    const place = isForced ? places(wide)[0] : places(wide).find(([dx, dy]) => isFree(px + dx, py + dy - 11, wide));
    if (!place) return;
    const left = px + place[0], base = py + place[1];
    block(left - 2, base - 11, wide + 4, 14);
    context.strokeStyle = colours.paper; context.lineWidth = 3.5; context.strokeText(words, left, base);
    context.fillStyle = colour; context.fillText(words, left, base);
  };
  const writeActor = (actor, isForced) => {
    const gap = paint.radius(actor) + 6;
    write(data.actors.name[actor], paint.place(actor), isForced ? "600 12px" : "12px", colours.ink, wide =>
      [[gap, 4], [-gap - wide, 4], [-wide / 2, 2 - gap], [-wide / 2, gap + 9]].slice(0, model.isolated[actor] ? 1 : 4),
        isForced);
  };
  const writeHull = (words, index) => {
    const radius = hulls.r[index] * view.k, at = view.to(hulls.x[index], hulls.y[index]),
      isClosed = !model.isOpen(index);
    write(words, at, "600 13px", colours.ink, wide => isClosed && wide < 2 * radius ? [[-wide / 2, 0]]
      : [[-wide / 2, -radius - 5], [-wide / 2, radius + 14], [-wide / 2, 16 - radius]], index === paint.hoverHull);
    if (isClosed && radius > 20) write(String(hulls.count[index]), at, "12px", colours.soft, wide => [[-wide / 2, 20]]);
  };
  const writeCount = ({ way, count }) => {
    const [mx, my] = networkRims(data, way).middle;
    if (!hulls.r.some((radius, hull) => Math.hypot(hulls.x[hull] - mx, hulls.y[hull] - my) < radius))
      write(String(count), view.to(mx, my), "600 12px", colours.pipe, wide => [[-wide / 2, 4]]);
  };

  return (focus, near) => {
    across = Math.ceil(view.wide / cell) + 1; taken = new Uint8Array(across * (Math.ceil(view.high / cell) + 1));
    context.lineJoin = "round";
    const visible = model.order.filter(actor => view.holds(paint.place(actor), 5) && paint.isDrawn(actor)
      && (focus < 0 || actor === focus || near.has(actor)));
    for (const actor of visible) {
      const [px, py] = paint.place(actor), radius = paint.radius(actor);
      block(px - radius, py - radius, 2 * radius, 2 * radius);
    }
    if (focus >= 0 && paint.isDrawn(focus)) writeActor(focus, true);
    hulls.name.forEach(writeHull);
    if (data.box.length) write(say("No ties: {1}", data.actors.isolates.length), view.to(34, data.box[0]),
      "600 12px", colours.soft, () => [[0, 16 * view.k], [0, -4]]);
    if (focus < 0) paint.bundles().slice(0, 200).forEach(writeCount);
    for (const actor of visible.slice(0, 500)) if (actor !== focus) writeActor(actor, false);
  };
}
