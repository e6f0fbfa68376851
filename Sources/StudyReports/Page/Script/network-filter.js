// The legend chooses what is shown: what is pressed is. Words of the data are set as text alone.
function networkFilter(figure, model, changed) {
  const { data } = model, panel = make("div", { class: "choices" });
  const buttons = Object.fromEntries(Object.keys(model.hidden).map(sort => [sort, new Map()]));
  const press = (sort, value, button) => {
    button.title = say("Click hides or shows; double click shows this alone");
    on(button, "click", event => {
      const hidden = model.hidden[sort];
      if (event.detail === 2 || event.shiftKey) {
        for (const other of buttons[sort].keys()) hidden.add(other);
        hidden.delete(value);
      } else if (!hidden.delete(value)) hidden.add(value);
      filter.show(); changed();
    });
    buttons[sort].set(value, button);
  };
  for (const item of figure.querySelectorAll(".legend li[data-choice]")) {
    const [sort, value] = item.dataset.choice.split(" "), button = make("button");
    button.append(...item.childNodes); item.append(button); press(sort, Number(value), button);
  }
  const addList = (title, sort, words, place) => {
    const stated = new Set(data.strands.map(strand => strand[place]));
    if (words.filter((_, value) => stated.has(value)).length < 2) return;
    const list = make("ul", { class: "legend" });
    words.forEach((word, value) => {
      if (!stated.has(value)) return;
      const button = make("button", {}, word);
      press(sort, value, button); list.append(make("li", {}, button));
    });
    panel.append(make("details", {}, make("summary", {}, title), list));
  };
  addList(say("Topics"), "topic", data.topics, 0); addList(say("Channels"), "channel", data.channels, 1);
  addList(say("Evidence"), "evidence", data.evidence, 3);

  // Waves that were taken together may be seen together: as one more, at the end.
  const last = data.waves.length - (data.wave < 0 ? 0 : 1), shown = make("output");
  const slider = make("input", { type: "range", min: 0, max: Math.max(0, last), step: 1 });
  on(slider, "input", () => {
    model.wave = Number(slider.value) < data.waves.length ? Number(slider.value) : -1;
    filter.show(); changed();
  });
  if (data.waves.length > 1) panel.append(make("label", { class: "waves" }, say("Wave "), slider, shown));

  const all = make("button", {}, say("Show all"));
  on(all, "click", () => {
    for (const hidden of Object.values(model.hidden)) hidden.clear();
    filter.show(); changed();
  });
  const filter = { show: () => {
    for (const [sort, some] of Object.entries(buttons)) for (const [value, button] of some)
      button.setAttribute("aria-pressed", String(!model.hidden[sort].has(value)));
    all.hidden = !model.isFiltered();
    slider.value = model.wave < 0 ? data.waves.length : model.wave;
    shown.textContent = data.waves[model.wave] ?? say("all");
    slider.setAttribute("aria-valuetext", shown.textContent);
  } };
  panel.append(all); figure.querySelector("figcaption").before(panel); filter.show();
  return filter;
}

// Words of ours in the language of the page, {1} being the place of the first value.
function say(english, ...values) {
  say.words ??= JSON.parse(document.querySelector("#words").textContent);
  return (say.words[english] ?? english).replace(/\{(\d)\}/g, (_, at) => values[at - 1]);
}

// An element of the page; words are set as text.
function make(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function on(target, event, act, options) { target.addEventListener(event, act, options); }
