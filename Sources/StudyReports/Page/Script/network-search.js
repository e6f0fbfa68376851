// A field that finds actors by any part of their names.
function networkSearch(model, choose) {
  const { actors } = model.data, names = actors.name.map(name => name.toLowerCase());
  const list = make("ul", { role: "listbox", id: "network-found", hidden: "" });
  const field = make("input", { type: "search", placeholder: say("Find an actor"), "aria-label": say("Find an actor"),
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" });
  let found = [], at = -1;
  const take = actor => { if (actor === undefined) return; field.value = ""; show(); choose(actor); };
  const item = (actor, index) => {
    const item = make("li", { role: "option", id: "network-found-" + index,
      "aria-selected": String(index === at) }, actors.name[actor]);
    on(item, "pointerdown", event => { event.preventDefault(); take(actor); });
    return item;
  };
  const show = (step = 0) => {
    const words = field.value.trim().toLowerCase();
    if (!step) {
      at = -1;
      found = !words ? [] : model.order
        .filter(actor => names[actor].includes(words) || actors.id[actor].toLowerCase() === words)
        .sort((a, b) => names[b].startsWith(words) - names[a].startsWith(words)).slice(0, 10);
    } else if (found.length) at = (Math.max(at, step < 0 ? 0 : -1) + step + found.length) % found.length;
    list.replaceChildren(...found.map(item));
    if (words && !found.length) list.append(make("li", {}, say("No actor of that name")));
    list.hidden = !words; field.setAttribute("aria-expanded", String(!!words));
    field.setAttribute("aria-activedescendant", at < 0 ? "" : "network-found-" + at);
  };
  on(field, "input", () => show());
  on(field, "blur", () => { list.hidden = true; });
  on(field, "keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); show(step); } else if (event.key === "Enter") take(found[Math.max(0, at)]);
    else if (event.key === "Escape") { field.value = ""; show(); }
  });
  return make("span", { class: "search" }, field, list);
}
