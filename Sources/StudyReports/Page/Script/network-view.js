// Where the reader looks: moves by wheel, fingers and keys, between the whole picture and single marks.
function networkView(canvas, width, height, changed) {
  const view = { x: 0, y: 0, k: 1, wide: 1, high: 1, fitted: true, still: matchMedia("(prefers-reduced-motion: reduce)") };
  const fingers = new Map();
  let flight = 0, pressed = null;
  const fit = () => Math.min(view.wide / width, view.high / height);
  const limited = k => Math.max(fit() * 0.8, Math.min(fit() * 60, k));
  const set = (x, y, k) => {
    k = limited(k);
    // Something of the picture always stays in sight.
    view.x = Math.max(40 - width * k, Math.min(view.wide - 40, x));
    view.y = Math.max(40 - height * k, Math.min(view.high - 40, y));
    view.k = k; view.fitted = k <= fit() * 1.02;
    // A finger scrolls the page until there is something to move.
    canvas.style.touchAction = view.fitted ? "pan-y" : "none";
    changed();
  };
  view.to = (x, y) => [x * view.k + view.x, y * view.k + view.y];
  view.fit = fit;
  // Whether a point lies in the window, or so far beyond; a card may cover its right or lower part.
  view.holds = ([px, py], beyond, right = 0, low = 0) => px > -beyond && py > -beyond
    && px < view.wide - right + beyond && py < view.high - low + beyond;
  // What puts a place in the middle of what a card leaves free.
  view.centre = (x, y, k, right = 0, low = 0) => [(view.wide - right) / 2 - x * k, (view.high - low) / 2 - y * k, k];
  view.goTo = (x, y, k) => {
    cancelAnimationFrame(flight);
    if (view.still.matches) return set(x, y, k);
    const { x: fromX, y: fromY, k: fromK } = view, start = performance.now();
    const step = now => {
      const time = Math.min(1, (now - start) / 350), eased = time * time * (3 - 2 * time);
      // The size grows by equal factors, and the place with it: so the way is straight to the eye.
      const size = fromK * (k / fromK) ** eased, share = k === fromK ? eased : (size - fromK) / (k - fromK);
      set(fromX + (x - fromX) * share, fromY + (y - fromY) * share, size);
      if (time < 1) flight = requestAnimationFrame(step);
    };
    flight = requestAnimationFrame(step);
  };
  view.middle = () => [(view.wide / 2 - view.x) / view.k, (view.high / 2 - view.y) / view.k];
  view.whole = (flies = true) => (flies ? view.goTo : set)(...view.centre(width / 2, height / 2, fit()));
  view.zoom = (factor, x = view.wide / 2, y = view.high / 2) => {
    const k = limited(view.k * factor);
    set(x - (x - view.x) * k / view.k, y - (y - view.y) * k / view.k, k);
  };
  view.move = (dx, dy) => set(view.x + dx, view.y + dy, view.k);
  view.set = set;
  view.resize = () => {
    const whole = view.fitted, middle = view.middle();
    view.wide = canvas.clientWidth; view.high = canvas.clientHeight;
    if (whole) view.whole(false); else set(...view.centre(...middle, view.k));
  };

  const at = event => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => { const [a, b] = [...fingers.values()];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, size: Math.hypot(a[0] - b[0], a[1] - b[1]) || 1 }; };
  on(canvas, "wheel", event => {
    // Scrolling belongs to the page until the picture was chosen.
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
    event.preventDefault(); cancelAnimationFrame(flight);
    view.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.002)), ...at(event));
  }, { passive: false });
  on(canvas, "pointerdown", event => {
    cancelAnimationFrame(flight); canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, at(event)); pressed = fingers.size === 1 ? at(event) : null; });
  on(canvas, "pointermove", event => {
    const now = at(event), before = fingers.get(event.pointerId);
    if (!before) return view.onHover(...now);
    if (fingers.size === 2) { const old = spread(); fingers.set(event.pointerId, now); const one = spread();
      view.move(one.x - old.x, one.y - old.y); view.zoom(one.size / old.size, one.x, one.y);
    } else { fingers.set(event.pointerId, now);
      if (pressed && Math.hypot(now[0] - pressed[0], now[1] - pressed[1]) > 5) pressed = null;
      if (!pressed) view.move(now[0] - before[0], now[1] - before[1]); } });
  const lift = event => { fingers.delete(event.pointerId);
    if (event.type === "pointerup" && pressed && !fingers.size) view.onClick(...pressed);
    pressed = null; };
  on(canvas, "pointerup", lift); on(canvas, "pointercancel", lift);
  on(canvas, "pointerleave", () => view.onHover(-1e9, -1e9));
  on(canvas, "dblclick", event => view.zoom(2, ...at(event)));
  return view;
}
