// The picture of the network: over a drawing that is complete by itself, a canvas that can be explored.
for (const block of document.querySelectorAll("script.network-data"))
  networkFigure(block.closest("figure"), JSON.parse(block.textContent));

function networkFigure(figure, data) {
  const model = networkModel(data), { actors, hulls } = data, { x, y, hull } = model;
  const canvas = make("canvas", { tabindex: "0", role: "application", "aria-label": say(
    "The network. Arrow keys go from actor to actor, Enter tells of one, plus and minus zoom, zero shows all, Escape goes back.") });
  const tip = make("div", { class: "tip", hidden: "" }),
    said = make("p", { class: "said", "aria-live": "polite" });
  let cursor = -1;
  const view = networkView(canvas, data.width, data.height, () => { paint.soon(); address.remember(); });
  const paint = networkPaint(canvas, model, view), card = networkCard(model, actor => choose(actor));
  const filter = networkFilter(figure, model, () => {
    model.choose(); paint.renew(true); card.show(model.chosen); address.remember();
  });
  const announce = actor => { said.textContent = `${actors.name[actor]}. ${model.describe(actor)}`; };

  // Chooses an actor, or none: its cluster opens, its ties show, its card slides in.
  const choose = (actor, flies = true) => {
    model.chosen = cursor = actor;
    if (actor >= 0 && data.folded && hull[actor] >= 0) model.open.add(hull[actor]);
    card.show(actor); paint.renew(); address.remember();
    if (actor < 0) return;
    announce(actor);
    // Marks of an opened cluster want to be told apart.
    const size = data.folded && hull[actor] >= 0 ? Math.max(view.k, 150 / hulls.r[hull[actor]]) : view.k;
    const covered = view.wide > 600 ? [card.offsetWidth, 0] : [0, card.offsetHeight];
    if (flies && (size > view.k || !view.holds(paint.place(actor), -25, ...covered)))
      view.goTo(...view.centre(x[actor], y[actor], size, ...covered));
  };
  const address = networkAddress(model, view, filter, choose);
  const toggle = index => {
    if (!model.open.delete(index)) {
      model.open.add(index);
      view.goTo(...view.centre(hulls.x[index], hulls.y[index], 0.42 * Math.min(view.wide, view.high) / hulls.r[index]));
    }
    paint.renew(true); address.remember();
  };

  // A thousand distances are quicker told than looked up.
  const under = (px, py) => {
    let best = -1, least = 6;
    for (let actor = 0; actor < model.count; actor++) {
      const [ax, ay] = paint.place(actor), distance = Math.hypot(ax - px, ay - py) - paint.radius(actor);
      if (distance < least && paint.isDrawn(actor)) { best = actor; least = distance; }
    }
    return best;
  };
  const hullUnder = (px, py) => hulls.r.findIndex((radius, index) => {
    const [hx, hy] = view.to(hulls.x[index], hulls.y[index]);
    return Math.hypot(hx - px, hy - py) <= radius * view.k;
  });
  const describeHull = index => {
    const sum = end => model.bundles.reduce((sum, { way, count }) => sum + (way[end] === index ? count : 0), 0);
    const pairs = data.directed ? say("{1} giving, {2} receiving", sum(0), sum(1)) : sum(0) + sum(1);
    return say("{1} actors; pairs with other clusters: {2}", hulls.count[index], pairs)
      + (data.folded && model.count ? model.isOpen(index) ? say("; click closes it") : say("; click opens it") : "");
  };
  const showTip = (px, py) => {
    const { hover, hoverHull } = paint;
    tip.hidden = hover < 0 && hoverHull < 0;
    if (tip.hidden) return;
    tip.replaceChildren(make("b", {}, hover >= 0 ? actors.name[hover] : hulls.name[hoverHull]),
      make("br"), hover >= 0 ? model.describe(hover) : describeHull(hoverHull));
    tip.style.left = Math.max(0, Math.min(px + 14, view.wide - tip.offsetWidth - 4)) + "px";
    tip.style.top = (py + 18 + tip.offsetHeight > view.high ? py - tip.offsetHeight - 12 : py + 18) + "px";
  };
  view.onHover = (px, py) => {
    const actor = under(px, py), index = actor < 0 ? hullUnder(px, py) : -1;
    const isOther = actor !== paint.hover, isOtherHull = index !== paint.hoverHull;
    paint.hover = actor; paint.hoverHull = index; showTip(px, py);
    canvas.style.cursor = actor >= 0 || index >= 0 && data.folded ? "pointer" : "grab";
    if (isOtherHull) paint.renew(); else if (isOther) paint.soon();
  };
  view.onClick = (px, py) => {
    const actor = under(px, py), index = hullUnder(px, py);
    canvas.focus({ preventScroll: true }); tip.hidden = true;
    if (actor >= 0 || model.chosen >= 0) choose(actor === model.chosen ? -1 : actor);
    else if (index >= 0 && data.folded && model.count) toggle(index);
  };

  // The nearest actor in a direction, as the eye would look for it.
  const step = (dx, dy) => {
    if (cursor < 0) return model.order.find(paint.isDrawn) ?? -1;
    let best = cursor, least = Infinity;
    for (let actor = 0; actor < model.count; actor++) if (actor !== cursor && paint.isDrawn(actor)) {
      const ax = x[actor] - x[cursor], ay = y[actor] - y[cursor], along = ax * dx + ay * dy,
        aside = Math.abs(ax * dy - ay * dx);
      if (along > 0 && aside <= 2 * along && along + 2 * aside < least) { best = actor; least = along + 2 * aside; }
    }
    return best;
  };
  const walk = (dx, dy) => {
    cursor = paint.hover = step(dx, dy);
    if (cursor < 0) return;
    announce(cursor); paint.soon();
    if (!view.holds(paint.place(cursor), -25)) view.goTo(...view.centre(x[cursor], y[cursor], view.k));
  };
  const leave = () => { if (model.chosen >= 0) choose(-1); else figure.classList.remove("large"); };
  const arrow = (dx, dy) => event => { if (event.shiftKey) view.move(-60 * dx, -60 * dy); else walk(dx, dy); };
  const meet = () => { if (cursor >= 0) { paint.hover = -1; choose(cursor); card.focus(); } };
  const keys = { ArrowLeft: arrow(-1, 0), ArrowRight: arrow(1, 0), ArrowUp: arrow(0, -1), ArrowDown: arrow(0, 1),
    Enter: meet, " ": meet, "+": () => view.zoom(1.5), "=": () => view.zoom(1.5), "-": () => view.zoom(1 / 1.5),
      0: () => view.whole(), Escape: leave };
  on(canvas, "keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault(); keys[event.key](event);
  });
  on(canvas, "blur", () => { paint.hover = -1; paint.soon(); });
  on(card, "keydown", event => { if (event.key === "Escape") { choose(-1); canvas.focus(); } });

  const button = (words, title, act) => {
    const made = make("button", { "aria-label": title, title }, words);
    on(made, "click", act);
    return made;
  };
  figure.querySelector(".stage").append(
    make("div", { class: "tools" }, ...(model.count ? [networkSearch(model, choose)] : []),
      button("−", say("Zoom out"), () => view.zoom(1 / 1.5)), button("+", say("Zoom in"), () => view.zoom(1.5)),
      button(say("All"), say("Show the whole network"), () => view.whole()),
      button("⤢", say("Large or small"), () => figure.classList.toggle("large"))),
    make("div", { class: "live" }, canvas, tip, card), said);
  if (model.count) figure.querySelector("figcaption").after(networkList(model));
  figure.classList.add("explored"); figure.style.setProperty("--shape", data.width / data.height);
  new ResizeObserver(() => { view.resize(); paint.soon(); }).observe(canvas);
  on(matchMedia("(prefers-color-scheme: dark)"), "change", () => { paint.readColours(); paint.renew(); });
  on(window, "hashchange", () => { if (address.recall()) figure.scrollIntoView({ block: "nearest" }); });
  paint.readColours(); view.resize();
  if (address.recall()) figure.scrollIntoView();
}
